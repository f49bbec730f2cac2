from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.wording.terminal_text import (
    clean_line,
    find_controls,
    fit_utf8,
    fold_line,
    reveal_cells,
    reveal_field,
    reveal_json,
    reveal_line,
    reveal_lines,
    reveal_path,
    reveal_stretch,
    reveal_text,
    shorten,
)
from tests.storage.desk import quickly

OVERRIDES = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
C0 = "".join(map(chr, range(0x20)))
C1 = "".join(map(chr, range(0x80, 0xA0)))

any_text = st.text(st.sampled_from(f"ab \t\n\r{C0}{C1}{OVERRIDES}\u2028\xad") | st.characters())


def controls(text: str) -> set[str]:
    """Return the characters that act on a terminal."""
    return {
        character
        for character in text
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in OVERRIDES
    }


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07, backspace\x08, delete\x7f", "bell␇, backspace␈, delete␡"),
        ("\x9b31m", "␦31m"),
        ("abc\u202ecba", "abc␦cba"),
        ("half \ud800", "half \ufffd"),
        ("nul\0", "nul␀"),
        ("none \ufffe\uffff\ufdd0\U0001fffe\U0010ffff", "none \ufffd\ufffd\ufffd\ufffd\ufffd"),
        ("“Curly” – ünïcödé 🦉 天", "“Curly” – ünïcödé 🦉 天"),
    ],
)
def test_what_acts_on_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert reveal_line(text) == reveal_text(text) == reveal_cells(text) == shown


def test_a_line_has_single_spaces() -> None:
    assert reveal_line(" a\t b\n\n c\r\nd\u00a0e\u2028f ") == "a b c d e f"


def test_a_text_keeps_its_tabs_and_line_breaks() -> None:
    assert reveal_text(" a\t b\n\nc\r\nd\u2028e") == " a\t b\n\nc␍\nd␤e"


def test_cells_have_no_line_breaks_and_a_visible_soft_hyphen() -> None:
    assert reveal_cells("a\tb\nc\u00add") == "a b c‐d"


@quickly
@given(any_text)
def test_nothing_that_acts_on_a_terminal_is_left(text: str) -> None:
    assert controls(reveal_line(text)) == set()
    assert controls(reveal_text(text)) <= {"\t", "\n"}
    assert controls(reveal_cells(text)) == set()
    assert controls(reveal_field(text)) == set()


def test_a_field_keeps_its_soft_hyphens() -> None:
    assert reveal_field("a\tb\nc\u00add\x1b") == "a b c\u00add␛"


def test_a_name_is_stored_on_one_line_without_what_acts_on_a_terminal() -> None:
    name = " Owl\x1b[2J \t\u202eawake\u2069\x85\u2028\u200f in the\u00a0belfry\ud800 "

    assert clean_line(name) == "Owl [2J awake in the belfry?"
    assert fold_line(name) == fold_line("OWL [2J awake  in the belfry?")


def test_what_is_no_character_is_stored_as_one_that_says_so() -> None:
    assert clean_line("Owl\uffff\ufdd0") == "Owl\ufffd\ufffd"


@quickly
@given(any_text)
def test_a_clean_line_stays_as_it_is(text: str) -> None:
    line = clean_line(text)

    assert clean_line(line) == reveal_line(line) == line
    assert find_controls(line) == set()


@quickly
@given(any_text)
def test_what_would_act_is_found(text: str) -> None:
    assert find_controls(text) == controls(text)


@quickly
@given(any_text)
def test_cells_stand_for_characters_one_by_one(text: str) -> None:
    for reveal in (reveal_cells, reveal_field):
        cells = reveal(text)

        assert len(cells) == len(text)
        assert cells == "".join(map(reveal, text))


@quickly
@given(any_text)
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    for visible in (reveal_line, reveal_text, reveal_cells):
        assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("owl", 3, "owl"), ("barn owl", 5, "barn…"), ("barn owl", 6, "barn…"), ("", 3, "")],
)
def test_a_long_text_is_shortened_with_a_sign(text: str, most: int, shown: str) -> None:
    assert shorten(text, most) == shown


@quickly
@given(any_text)
def test_json_has_nothing_that_acts_on_a_terminal_and_says_the_same(text: str) -> None:
    document = reveal_json(json.dumps([text], ensure_ascii=False, indent=2))

    # A pair of surrogates that stand alone in Python is one character in JSON.
    assert json.loads(document) == json.loads(json.dumps([text]))
    assert controls(document) <= {"\n"}


def test_a_path_keeps_its_spaces() -> None:
    path = Path("my  notes/owl\x1b[2J\u202e\n\udcff.md")

    assert reveal_path(path) == str(Path("my  notes/owl␛[2J␦␊\ufffd.md"))


@quickly
@given(st.text(st.characters() | st.sampled_from("\ud800\udfff")))
def test_half_a_pair_becomes_a_question_mark_and_all_else_stays(text: str) -> None:
    assert fit_utf8(text) == text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    ("text", "shown"), [(" a\n b", " a b"), ("a  ", "a "), (" \t", " "), ("", ""), ("\x1ba", "␛a")]
)
def test_a_stretch_keeps_one_space_at_either_end(text: str, shown: str) -> None:
    assert reveal_stretch(text) == shown


@pytest.mark.parametrize("mark", ["\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_sign_that_ends_a_line_ends_one(mark: str) -> None:
    assert reveal_lines(f"an owl\x1b{mark}a\tmill") == ["an owl␛", "a\tmill"]
