from __future__ import annotations

import pytest
from hypothesis import given

from tests.textreuse.reading import text_of
from tests.textreuse.stories import any_texts, odd_texts, thorough
from textreuse import compare, split_words
from textreuse.text.footnote_marks import find_footnote_marks

PLAIN = "The ferry sank at dawn. Nobody in the village had seen it since the storm, she said."


@pytest.mark.parametrize(
    "mark",
    [
        *("[1]", "[12]", "[1][2]", "[3, 4]", "[5–7]", "[a]", "[note 1]", "[citation needed]"),
        *("¹", "¹²", "⁴", "*", "**", "†", "‡", "1", "12", " [1]"),
    ],
)
def test_a_mark_behind_a_sentence_changes_no_word(mark: str) -> None:
    marked = PLAIN.replace("dawn.", f"dawn.{mark}")

    comparison = compare([PLAIN, marked])

    (passage,) = comparison.passages
    assert passage.kind == "verbatim"
    assert text_of(comparison, passage.right) == marked


@pytest.mark.parametrize("mark", ["[1]", "[12]", "[3, 4]", "¹", "¹²", "⁴", "*", "†"])
@pytest.mark.parametrize("word", ["village", "storm,"])
def test_a_mark_behind_a_word_changes_no_word(word: str, mark: str) -> None:
    marked = PLAIN.replace(word, word + mark)

    (passage,) = compare([PLAIN, marked]).passages

    assert passage.kind == "verbatim"
    assert split_words(marked).keys == split_words(PLAIN).keys


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5 km² and 3 m³ of CO₂", "5 km2 and 3 m3 of co2"),
        ("E = mc² and x²", "e mc2 and x2"),
        ("10⁶ and 2¹⁰", "106 and 210"),
        ("in 2019¹ and 1987²", "in 2019 and 1987"),
        ("He met [12] people", "he met 12 people"),
        ("some [12] people", "some 12 people"),
        ("“[12] people”", "12 people"),
        ("the word[s]", "the word s"),
        ("see p.12 and Art.5", "see p 12 and art 5"),
        ("version 2.1 is out", "version 2.1 is out"),
        ("5%¹ of it", "5 of it"),
        ("“so,”¹ she said", "so she said"),
    ],
)
def test_what_is_a_mark_and_what_is_not(text: str, words: str) -> None:
    assert split_words(text).keys == words.split()


@thorough
@given(any_texts() | odd_texts())
def test_marks_lie_apart(text: str) -> None:
    end = 0
    for start, stop in sorted(find_footnote_marks(text)):
        assert end <= start < stop <= len(text)
        end = stop
