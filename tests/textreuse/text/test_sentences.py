from __future__ import annotations

import textwrap

import pytest
from hypothesis import given

from tests.textreuse.stories import (
    CLOCKS,
    DAM,
    FERRY,
    KEEPER,
    RAIN,
    any_texts,
    odd_texts,
    sentence_texts,
    thorough,
)
from textreuse import split_paragraphs, split_sentences, split_words
from textreuse.text.parted_words import find_parted_words


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def blocks(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_a_stop_before_a_capital_ends_a_sentence() -> None:
    assert cut(f"{FERRY} {RAIN} {DAM}") == [FERRY, RAIN, DAM]


@pytest.mark.parametrize("end", [".", "!", "?", "?!", "...", "…"])
def test_every_mark_that_ends_a_sentence(end: str) -> None:
    assert cut(f"It was late{end} They left.") == [f"It was late{end}", "They left."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Alder met Dr. Birch on St. Olaf street.",
        "Prof. Cedar and Gen. Dogwood vs. Sen. Elm was a close race.",
        "It opened on Oct. 5 and closed on Nov. 9 with a party.",
        "They live at No. 10 and pay for No. 12 as well.",
        "See fig. 3 and vol. 2 for the figures.",
        "The firm, Fir Bros. Ltd. Holdings, builds boats.",
        "He knew J. R. Hazel and G. K. Ivy well.",
        "The U.S. Treasury and the U.N. Council agreed.",
        "The U.S. has said so, e.g. Alaska has.",
        "A rise of 1.5 percent is small.",
        "It stands at example.com for all to read.",
    ],
)
def test_a_point_that_ends_no_sentence(sentence: str) -> None:
    assert cut(f"{FERRY} {sentence} {RAIN}") == [FERRY, sentence, RAIN]


def test_an_acronym_can_end_a_sentence() -> None:
    assert cut("She moved to the U.S. They stayed.") == ["She moved to the U.S.", "They stayed."]


@pytest.mark.parametrize("word", ["no", "sun", "sat", "art", "am", "I", "gin", "op"])
def test_a_short_word_can_end_a_sentence(word: str) -> None:
    assert cut(f"The answer was {word}. Then they left.") == [
        f"The answer was {word}.",
        "Then they left.",
    ]


def test_a_number_can_end_a_sentence_and_begin_one() -> None:
    assert cut("It began in 1998. 40 people came.") == ["It began in 1998.", "40 people came."]


@pytest.mark.parametrize(("opened", "closed"), ["“”", '""', "«»", "()", "[]", "‘’", "''"])
def test_what_closes_after_the_stop_belongs_to_the_sentence(opened: str, closed: str) -> None:
    first, second = f"{opened}We saw nothing.{closed}", f"{opened}Ask them again!{closed}"

    assert cut(f"{first} {second} {RAIN}") == [first, second, RAIN]


def test_a_question_inside_a_quotation_does_not_end_what_goes_on() -> None:
    sentence = "“Who goes there?” asked the keeper."

    assert cut(f"{sentence} {RAIN}") == [sentence, RAIN]


def test_chinese_and_japanese_stops_need_no_space() -> None:
    assert cut("渡船离开了港口。天要下雨！“谁知道？”他说。") == [
        "渡船离开了港口。",
        "天要下雨！",
        "“谁知道？”",
        "他说。",
    ]
    assert cut("船が出た。「雨です。」彼は言った。") == [
        "船が出た。",
        "「雨です。」",
        "彼は言った。",
    ]


def test_sentences_of_other_alphabets() -> None:
    assert cut("Паром ушёл. Пошёл дождь.") == ["Паром ушёл.", "Пошёл дождь."]
    assert cut("غادرت العبارة. بدأ المطر؟ نعم.") == ["غادرت العبارة.", "بدأ المطر؟", "نعم."]


def test_a_blank_line_always_ends_a_paragraph() -> None:
    assert blocks(f"{FERRY}\n\n{RAIN}\n \t\n\n{DAM}\n") == [FERRY, RAIN, DAM]


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n\x0c"])
def test_every_break_of_a_line_or_page_ends_a_paragraph(mark: str) -> None:
    assert blocks(f"Harbour news{mark}{FERRY}{mark}{RAIN}") == ["Harbour news", FERRY, RAIN]


def test_a_single_line_break_ends_a_paragraph() -> None:
    first, second = f"{FERRY} {KEEPER} {CLOCKS}", f"{DAM} {RAIN}"

    assert blocks(f"{first}\n{second}") == [first, second]


def test_a_heading_is_a_sentence_of_its_own() -> None:
    assert cut(f"Harbour news\n{FERRY}\nWeather\n{RAIN}") == [
        "Harbour news",
        FERRY,
        "Weather",
        RAIN,
    ]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_hard_wrapped_sentence_is_one(width: int) -> None:
    wrapped = textwrap.fill(f"{FERRY} {KEEPER} {CLOCKS} {DAM}", width)

    assert [sentence.replace("\n", " ") for sentence in cut(wrapped)] == [
        FERRY,
        KEEPER,
        CLOCKS,
        DAM,
    ]


def test_a_hard_wrapped_paragraph_is_one() -> None:
    first, second = f"{FERRY} {KEEPER} {CLOCKS} {DAM}", f"{RAIN} {KEEPER} {FERRY}"
    wrapped = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in (first, second))

    assert [block.replace("\n", " ") for block in blocks(wrapped)] == [first, second]


def test_a_wrapped_line_that_ends_a_sentence_does_not_end_its_paragraph() -> None:
    wrapped = (
        "The ferry left the old harbour at dawn with a cargo of oranges.\n"
        "Nobody in the village had seen a lighthouse keeper since autumn,\n"
        "and her brother repairs clocks in a narrow shop by the market.\n"
        "Rain is expected."
    )

    assert blocks(f"{wrapped}\n\n{FERRY}") == [wrapped, FERRY]


def test_a_wrapped_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    first = (
        "The ferry left the old harbour at dawn with a cargo of oranges,\n"
        "and nobody in the village had seen it since."
    )
    second = (
        "Her brother repairs clocks in a narrow shop behind the market,\n"
        "which is closed on Tuesdays."
    )

    assert blocks(f"{first}\n{second}") == [first, second]


def test_lines_of_one_length_that_all_end_a_sentence_are_paragraphs() -> None:
    lines = [
        "The ferry left the old harbour at dawn with a cargo of oranges.",
        "Nobody in the village had seen a lighthouse keeper since autumn.",
        "Her brother repairs clocks in a narrow shop behind the market.",
    ]

    assert blocks("\n".join(lines)) == lines


def test_bullets_are_paragraphs() -> None:
    points = [f"• {FERRY}", f"• {RAIN}", f"• {DAM}"]

    assert blocks("\n".join(points)) == points


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \u00a0\n"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert split_paragraphs(text) == split_sentences(text) == []


@pytest.mark.parametrize("control", ["\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028"])
def test_a_line_of_one_separator_is_no_trouble(control: str) -> None:
    assert cut(f"{FERRY}\n{control}\n{RAIN}") == [FERRY, RAIN]


@thorough
@given(any_texts() | odd_texts() | sentence_texts())
def test_every_character_is_in_one_sentence_and_one_paragraph(text: str) -> None:
    visible = [at for at, character in enumerate(text) if not character.isspace()]
    for spans in (split_sentences(text), split_paragraphs(text)):
        inside = [at for start, end in spans for at in range(start, end)]
        assert [at for at in inside if not text[at].isspace()] == visible


@thorough
@given(any_texts() | odd_texts() | sentence_texts())
def test_sentences_are_trimmed_and_lie_inside_paragraphs(text: str) -> None:
    around = split_paragraphs(text)
    for start, end in split_sentences(text):
        assert start < end
        assert text[start:end] == text[start:end].strip()
        assert any(first <= start and end <= last for first, last in around)


@thorough
@given(any_texts() | odd_texts() | sentence_texts())
def test_no_word_is_cut_by_the_end_of_a_sentence(text: str) -> None:
    row = split_words(text)
    assert sum(len(row.within(start, end)) for start, end in split_sentences(text)) == len(row)


@thorough
@given(any_texts() | odd_texts() | sentence_texts())
def test_no_paragraph_holds_a_blank_line_but_where_a_page_parts_a_word(text: str) -> None:
    joined = "".join(text[one.start : one.end] for one in find_parted_words(text))
    assert sum(block.count("\n\n") for block in blocks(text)) <= joined.count("\n\n")
