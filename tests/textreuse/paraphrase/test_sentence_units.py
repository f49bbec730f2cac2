from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.places import stretch
from tests.textreuse.stories import DAM, FERRY, RAIN, any_texts, odd_texts, quick, sentence_texts
from textreuse import words
from textreuse.paraphrase.clauses import Clause, clauses
from textreuse.paraphrase.sentence_units import units
from textreuse.text.corpus import Corpus, corpus

any_article = odd_texts() | any_texts() | sentence_texts()


def numbered(*texts: str) -> Corpus:
    return corpus(texts, [words(text) for text in texts])


def units_of(text: str) -> list[str]:
    row = numbered(text)
    return [text[slice(*row.span(*unit)[1:])] for unit in units(row, 0)]


def clauses_of(text: str) -> list[str]:
    row = numbered(text)
    return [text[slice(*row.span(first, last)[1:])] for first, last, _ in clauses(row, 0)]


def test_a_sentence_is_a_unit() -> None:
    assert units_of(f"{FERRY} {DAM}") == [FERRY[:-1], DAM[:-1]]


def test_a_short_sentence_belongs_to_the_following_one() -> None:
    assert units_of(f"{FERRY} He smiled. {DAM}") == [FERRY[:-1], f"He smiled. {DAM[:-1]}"]
    assert units_of(f"{FERRY} He smiled. So? {DAM}") == [FERRY[:-1], "He smiled. So", DAM[:-1]]
    assert units_of(f"He smiled again. {DAM}") == ["He smiled again", DAM[:-1]]


def test_a_short_sentence_at_the_end_belongs_to_the_one_before() -> None:
    assert units_of(f"{FERRY} {DAM} He smiled.") == [FERRY[:-1], f"{DAM} He smiled"]


def test_a_short_sentence_alone_is_a_unit() -> None:
    assert units_of("He smiled.") == ["He smiled"]


@pytest.mark.parametrize(
    ("size", "expected"), [(25, [25]), (26, [13, 13]), (50, [25, 25]), (52, [17, 17, 18])]
)
def test_a_long_sentence_is_cut_into_equal_parts(size: int, expected: list[int]) -> None:
    cut = [len(part.split()) for part in units_of(" ".join(["word"] * size) + ".")]

    assert sorted(cut) == expected


def test_units_of_a_later_article_are_positions_of_the_whole_row() -> None:
    row = numbered(FERRY, f"{DAM} {RAIN}")

    assert [row.article(first) for first, _ in units(row, 1)] == [1, 1]


@quick
@given(any_article, any_article)
def test_every_word_lies_in_one_unit(one: str, other: str) -> None:
    row = numbered(one, other)
    for article, first in enumerate(row.first):
        cut = [position for unit in units(row, article) for position in range(*unit)]
        assert cut == list(range(first, first + len(row.words[article])))


@quick
@given(any_article, any_article)
def test_no_unit_is_long_or_needlessly_short(one: str, other: str) -> None:
    row = numbered(one, other)
    for article in (0, 1):
        sizes = [last - first for first, last in units(row, article)]
        assert all(size >= 3 for size in sizes) or len(sizes) == 1
        assert all(size <= 25 + 2 for size in sizes)


def test_marks_part_clauses() -> None:
    assert clauses_of("The ferry left the harbour, its pilot says; nobody else was aboard.") == [
        "The ferry left the harbour",
        "its pilot says",
        "nobody else was aboard",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left the harbour — its pilot was asleep.",
        "The ferry left the harbour – its pilot was asleep.",
        "The ferry left the harbour - its pilot was asleep.",
        "The ferry left the harbour: its pilot was asleep.",
        "The ferry left the harbour (its pilot was asleep).",
        "The ferry left the harbour “its pilot was asleep.”",
        "The ferry left the harbour” its pilot was asleep.",
        "The ferry left the harbour… its pilot was asleep.",
    ],
)
def test_many_marks_part_clauses(text: str) -> None:
    assert clauses_of(text) == ["The ferry left the harbour", "its pilot was asleep"]


@pytest.mark.parametrize(
    "text",
    [
        "The well-known ferry left the old harbour at 10:30 with 1,500 crates.",
        "The ferry's pilot didn't leave the O'Brien harbour at dawn.",
    ],
)
def test_marks_inside_words_part_nothing(text: str) -> None:
    assert clauses_of(text) == [text[:-1]]


def test_a_word_or_two_at_an_edge_of_the_sentence_are_no_clause() -> None:
    assert clauses_of("Yes, the ferry left the old harbour, too.") == [
        "Yes, the ferry left the old harbour, too"
    ]


def test_a_word_or_two_between_marks_belong_to_a_neighbour() -> None:
    assert clauses_of("The ferry left, however, the old harbour.") == [
        "The ferry left",
        "however, the old harbour",
    ]


def test_marks_of_unspaced_scripts_part_clauses() -> None:
    assert clauses_of("渡船离开港口，没有人受伤。") == ["渡船离开港口", "没有人受伤"]


def test_a_clause_knows_the_number_of_its_sentence() -> None:
    row = numbered("He smiled.", f"{FERRY} The dam held, engineers say, against the storm. {RAIN}")

    found = clauses(row, 1)

    assert [clause.sentence for clause in found] == [0, 1, 1, 2]
    assert found[0] == Clause(*stretch(row.first[1], row.first[1] + 13), 0)
    assert found[0].length == 13


@quick
@given(any_article, any_article)
def test_every_word_lies_in_one_clause_of_its_sentence(one: str, other: str) -> None:
    row = numbered(one, other)
    for article, base in enumerate(row.first):
        found = clauses(row, article)
        assert [first for first, _, _ in found][:1] == [base][: len(found)]
        assert all(clause.last == following.first for clause, following in pairwise(found))
        assert sum(clause.length for clause in found) == len(row.words[article])
        for clause in found:
            first, last = row.sentences[article][clause.sentence]
            assert first <= clause.first < clause.last <= last
