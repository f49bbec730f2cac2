from __future__ import annotations

import pytest
from hypothesis import given

from tests.textreuse.stories import any_texts, odd_texts, quick, sentence_texts
from textreuse import Span
from textreuse.statements.utterances.folded_words import FoldedWords, fold_words
from textreuse.text.corpus import build_corpus
from textreuse.text.prepared_text import PreparedText

ENGLISH = "The boat is at the mole, and it was there with them when he was not. "
GERMAN = "Das Boot ist an der Mole, und es war auch da, als sie nicht bei ihm war. "


def fold(text: str, before: str = ENGLISH) -> FoldedWords:
    whole = before + text
    corpus = build_corpus([PreparedText(whole)])
    return fold_words(corpus, Span(0, len(before), len(whole)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a well-known ‘case’", "A Well Known 'Case'"),
        ("five per cent", "5%"),
        ("5 percent", "5 %"),
        ("Gov. Moe", "Governor Moe"),
        ("the U.S. navy", "the United States Navy"),
        ("licence and colour", "license and color"),
        ("Dec. 5", "December 5"),
        ("Mr. Moe & Sons", "Mister Moe and Sons"),
        ("$5 million", "5 million dollars"),
        ("£2.5m", "2.5 million pounds"),
        ("twenty-five boats", "25 boats"),
        ("ninety-one boats", "91 boats"),
        ("forty boats", "40 boats"),
    ],
)
def test_two_ways_of_writing_are_one(one: str, other: str) -> None:
    assert fold(one).keys == fold(other).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5", "€5"),
        ("$5", "$5m"),
        ("20-5", "25"),
        ("AT&T", "AT and T"),
        ("5%", "5"),
        ("or", "and"),
        ("52", "53"),
        ("run", "running"),
    ],
)
def test_other_words_are_other_words(one: str, other: str) -> None:
    assert fold(one).keys != fold(other).keys


def test_short_forms_are_those_of_the_language() -> None:
    assert fold("zwölf Prozent", GERMAN).keys == fold("12 %", GERMAN).keys
    assert fold("Dr. Moe", GERMAN).keys == fold("Doktor Moe", GERMAN).keys
    assert fold("3 Millionen Euro", GERMAN).keys == fold("€3 Millionen", GERMAN).keys
    assert fold("Moe & Söhne", GERMAN).keys == fold("Moe und Söhne", GERMAN).keys
    assert fold("Gov. Moe", GERMAN).keys != fold("Governor Moe", GERMAN).keys


def test_ellipses_and_brackets_are_told_by_the_words_they_stand_at() -> None:
    words = fold("We waited … and [all of us] left . . . (the pilots) early...")
    assert words.keys == (
        "we",
        "waited",
        "and",
        "all",
        "of",
        "us",
        "left",
        "the",
        "pilots",
        "early",
    )
    assert words.ellipses == {2, 7, 10}
    assert words.bracketed == {3, 4, 5, 7, 8}


def test_a_long_aside_in_round_brackets_is_the_speaker_s() -> None:
    assert not fold("We waited (and it was not for the first time) here").bracketed


def test_points_behind_titles_and_initials_end_no_sentence() -> None:
    words = fold("Ask Mr. Moe or Ida B. Lund. Go now")
    assert [words.keys[index] for index in range(len(words)) if words.ends_sentence(index)] == [
        "lund"
    ]


def test_sentences_are_told_by_their_marks() -> None:
    words = fold("It is late. It is “dark.” Go now")
    assert [words.keys[index] for index in range(len(words)) if words.ends_sentence(index)] == [
        "late",
        "dark",
    ]
    assert words.find_sentence_start(4) == 3
    assert words.find_sentence_end(4) == 6


def test_places_are_those_of_the_article() -> None:
    words = fold("It is late")
    assert words.wording(1, 3) == "is late"
    assert words.span_of(1, 1).length == 0
    assert words.span_of(3, 3).start == words.span.end


@quick
@given(any_texts() | odd_texts() | sentence_texts())
def test_any_text_is_folded(text: str) -> None:
    words = fold(text)
    assert len(words.keys) == len(words.places)
    assert all(start < end for start, end in words.places)
    assert all(0 <= index <= len(words) for index in words.ellipses | words.bracketed)
    assert all(words.keys)
