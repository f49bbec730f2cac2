from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.textreuse.places import stretch
from tests.textreuse.reports import REPORTS
from tests.textreuse.stages import number_texts
from tests.textreuse.stories import FERRY, RAIN, any_texts, odd_texts, quick, sentence_texts
from textreuse.paraphrase.clauses import Clause, split_clauses

any_article = odd_texts() | any_texts() | sentence_texts()


def clauses_of(text: str) -> list[str]:
    row = number_texts(text)
    return [text[slice(*row.span(*clause[:2])[1:])] for clause in split_clauses(row, 0)]


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


@pytest.mark.parametrize(
    ("language", "text", "clauses"),
    [
        (
            "english",
            "The old pilot who steered the ferry left early because nobody had warned him.",
            [
                "The old pilot",
                "who steered the ferry left early",
                "because nobody had warned him",
            ],
        ),
        (
            "german",
            "Die Fähre verließ den Hafen und niemand warnte den Lotsen.",
            ["Die Fähre verließ den Hafen", "und niemand warnte den Lotsen"],
        ),
        (
            "french",
            "Le ferry a quitté le port parce que personne ne savait rien.",
            ["Le ferry a quitté le port", "parce que personne ne savait rien"],
        ),
    ],
)
def test_conjunctions_of_its_language_open_clauses(
    language: str, text: str, clauses: list[str]
) -> None:
    assert clauses_of(" ".join((*REPORTS[language][0], text)))[-len(clauses) :] == clauses


def test_words_of_another_language_open_none() -> None:
    text = "Die Fähre and der Lotse, who niemand warnte."

    assert clauses_of(" ".join((*REPORTS["german"][0], text)))[-2:] == [
        "Die Fähre and der Lotse",
        "who niemand warnte",
    ]


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
    row = number_texts(
        "He smiled.", f"{FERRY} The dam held, engineers say, against the storm. {RAIN}"
    )

    found = split_clauses(row, 1)

    assert [clause.sentence for clause in found] == [0, 1, 1, 2, 2]
    assert found[0] == Clause(*stretch(row.first[1], row.first[1] + 13), 0, 2)
    assert found[0].length == 13


def test_a_clause_knows_its_paragraph() -> None:
    row = number_texts("He smiled.\n\nShe did not.", f"{FERRY} {RAIN}\n\nHe smiled, as did she.")

    assert [clause.paragraph for clause in split_clauses(row, 0)] == [1, 2]
    assert [clause.paragraph for clause in split_clauses(row, 1)] == [3, 3, 3, 4]


@quick
@given(any_article, any_article)
def test_every_word_lies_in_one_clause_of_its_sentence(one: str, other: str) -> None:
    row = number_texts(one, other)
    for article, base in enumerate(row.first):
        found = split_clauses(row, article)
        assert [clause.first for clause in found][:1] == [base][: len(found)]
        assert all(clause.last == following.first for clause, following in pairwise(found))
        assert sum(clause.length for clause in found) == len(row.words[article])
        for clause in found:
            first, last = row.sentences[article][clause.sentence]
            assert first <= clause.first < clause.last <= last
