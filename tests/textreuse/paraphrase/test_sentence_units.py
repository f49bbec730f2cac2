from __future__ import annotations

import pytest
from hypothesis import given

from tests.textreuse.stages import number_texts
from tests.textreuse.stories import DAM, FERRY, RAIN, any_texts, odd_texts, quick, sentence_texts
from textreuse.paraphrase.sentence_units import split_units

any_article = odd_texts() | any_texts() | sentence_texts()


def units_of(text: str) -> list[str]:
    row = number_texts(text)
    return [text[slice(*row.span(*unit)[1:])] for unit in split_units(row, 0)]


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
    row = number_texts(FERRY, f"{DAM} {RAIN}")

    assert [row.article(first) for first, _ in split_units(row, 1)] == [1, 1]


@quick
@given(any_article, any_article)
def test_every_word_lies_in_one_unit(one: str, other: str) -> None:
    row = number_texts(one, other)
    for article, first in enumerate(row.first):
        cut = [position for unit in split_units(row, article) for position in range(*unit)]
        assert cut == list(range(first, first + len(row.words[article])))


@quick
@given(any_article, any_article)
def test_no_unit_is_long_or_needlessly_short(one: str, other: str) -> None:
    row = number_texts(one, other)
    for article in (0, 1):
        sizes = [last - first for first, last in split_units(row, article)]
        assert all(size >= 3 for size in sizes) or len(sizes) == 1
        assert all(size <= 25 + 2 for size in sizes)
