from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.reading import text_of
from tests.textreuse.stories import SENTENCES, quick, thorough
from textreuse import (
    Words,
    compare,
    join_parted_words,
    split_paragraphs,
    split_sentences,
    split_words,
)
from textreuse.text.parted_words import find_parted_words
from textreuse.text.prepared_text import PreparedText
from textreuse.text.settled_words import settle_words

HYPHENS = ["-", "\u2010", "\u2011", "\u00ad", "\u00ac", "\uff0d"]
BREAKS = [
    "\n",
    " \n",
    "\n  ",
    "\u00a0\n",
    "\r\n",
    "\n\f",
    "\f",
    "\v",
    "\u2028",
    "\u2029",
    " \n\n\f\n",
]
TEXTS = st.text("aBü-\u00ad¬ \n\f\u20281'’", max_size=16)

WHOLE = "The keeper of the old lighthouse never answered the questions of the harbour office."


def keys(text: str) -> list[str]:
    return split_words(text).keys


def settle(texts: list[str]) -> list[Words]:
    return [one.words for one in settle_words([PreparedText(text) for text in texts])]


@pytest.mark.parametrize("hyphen", HYPHENS)
@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_a_word_that_a_line_end_parts_is_one(hyphen: str, end: str) -> None:
    text = f"The light{hyphen}{end}house is dark."
    row = split_words(text)

    assert row.keys == ["the", "lighthouse", "is", "dark"]
    assert text[row.starts[1] : row.ends[1]] == f"light{hyphen}{end}house"
    assert split_sentences(text) == split_paragraphs(text) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("un-\nder-\nstand", "understand"),
        ("l’in-\nformation", "l'information"),
        ("Häu-\nser", "häuser"),
        ("го-\nрод", "город"),
        ("QUES-\nTIONS", "questions"),
        ("e-\nmail", "email"),
        ("ques¬tions ques¬ tions ques\u00ad tions", "questions questions questions"),
    ],
)
def test_what_is_one_word(text: str, words: str) -> None:
    assert keys(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vorder-\nund Hinterrad", "vorder und hinterrad"),
        ("Vorder-\noder Hinterrad", "vorder oder hinterrad"),
        ("two-\nand three-storey", "two and three storey"),
        ("COVID-\nrelated", "covid related"),
        ("Rhein-\nMain", "rhein main"),
        ("Anglo-\nAmerican", "anglo american"),
        ("mid-\n1990s", "mid 1990s"),
        ("COVID-\n19", "covid 19"),
        ("3D-\ndruck", "3d druck"),
        ("state-of-the-\nart", "state of the art"),
        ("U.S.-\nbased", "us based"),
        ("the end -\nor not", "the end or not"),
        ("the end--\nor not", "the end or not"),
        ("pre- y\nposguerra", "pre y posguerra"),
        ("pre-\ny posguerra", "pre y posguerra"),
        ("light- house", "light house"),
    ],
)
def test_what_stays_two(text: str, words: str) -> None:
    assert keys(text) == words.split()


@pytest.mark.parametrize("text", ["Vorder-\nund Hinterrad", "COVID-\nrelated", "Rhein-\nMain"])
def test_a_compound_goes_on_behind_the_line_end(text: str) -> None:
    assert split_sentences(f"Die {text} kam.") == [(0, len(text) + 9)]


@pytest.mark.parametrize("width", [30, 40, 60, 80])
def test_a_hyphenated_column_is_a_paragraph(width: int) -> None:
    lines = [""]
    for word in " ".join(SENTENCES).split():
        room = width - len(lines[-1]) - 2
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif word.isalpha() and 3 <= room <= len(word) - 3:
            lines[-1] += f" {word[:room]}-"
            lines.append(word[room:])
        else:
            lines.append(word)
    text = "\n".join(lines)

    assert "-\n" in text
    assert split_paragraphs(text) == [(0, len(text))]
    assert len(split_sentences(text)) == len(SENTENCES)


def test_a_capital_behind_a_blank_line_begins_a_paragraph() -> None:
    assert len(split_paragraphs("Rhein-\n\nMain")) == 2


@pytest.mark.parametrize("hyphen", HYPHENS)
@pytest.mark.parametrize("end", BREAKS, ids=ascii)
def test_a_parted_word_is_the_whole_one_to_a_comparison(hyphen: str, end: str) -> None:
    parted = WHOLE.replace("lighthouse", f"light{hyphen}{end}house")
    parted = parted.replace("questions", f"ques{hyphen}{end}tions")

    (passage,) = compare([WHOLE, parted]).passages

    assert passage.kind == "verbatim"
    assert passage.similarity == 1
    assert passage.right[1:] == (0, len(parted))


@pytest.mark.parametrize(
    "written",
    ["a well-known keeper", "a well known keeper", "a well-\nknown keeper", "a wellknown keeper"],
)
def test_a_compound_is_what_it_is_elsewhere(written: str) -> None:
    sentence = "She met {} of the old lighthouse on the pier."
    texts = [sentence.format("a well-\nknown keeper"), sentence.format(written)]

    (passage,) = compare(texts).passages

    assert passage.kind == "verbatim"


def test_a_whole_word_is_better_evidence_than_two_side_by_side() -> None:
    texts = ["They work with-\nout a net", "with out", "without"]

    rows = settle(texts)

    assert rows[0].keys == ["they", "work", "without", "a", "net"]


def test_halves_that_look_like_two_are_one_where_the_whole_word_is_written() -> None:
    texts = ["die Vaga-\nund", "Vagaund"]

    rows = settle(texts)

    assert rows[0].keys == ["die", "vagaund"]


def test_a_copy_keeps_its_words_where_a_third_text_is_added() -> None:
    parted = WHOLE.replace("lighthouse", "light-\nhouse")

    comparison = compare([WHOLE, parted, "A light house stood there, and a well-known keeper."])

    (passage,) = comparison.passages
    assert passage.kind == "verbatim"
    assert text_of(comparison, passage.right) == parted


def test_joined_words_read_as_they_were_written() -> None:
    assert join_parted_words("Light-\nhouse of Vorder-\nund Rhein-\nMain\nis") == (
        "Lighthouse of Vorder- und Rhein-Main\nis"
    )


@thorough
@given(st.lists(TEXTS, max_size=4))
def test_words_that_are_settled_stand_in_the_text_in_order_and_apart(texts: list[str]) -> None:
    for text, row in zip(texts, settle(texts), strict=True):
        bounds = [at for pair in zip(row.starts, row.ends, strict=True) for at in pair]
        assert bounds == sorted(set(bounds))
        assert bounds[-1:] <= [len(text)]


@quick
@given(st.lists(TEXTS, max_size=4))
def test_the_order_of_the_texts_does_not_matter(texts: list[str]) -> None:
    rows = settle(texts)
    other = settle(texts[::-1])

    assert rows == other[::-1]


@thorough
@given(TEXTS)
def test_they_lie_between_letters_and_apart(text: str) -> None:
    end = 0
    for one in find_parted_words(text):
        assert end < one.start < one.end < len(text)
        assert text[one.start - 1].isalnum()
        assert text[one.end].isalnum()
        end = one.end
