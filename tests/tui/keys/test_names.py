from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys, _character_to_key

from tui.keys.names import KEY_NAMES, is_writing, list_event_names, parse_key, spell_key
from tui.keys.table import KEYS


@given(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")))
def test_a_key_is_called_as_textual_calls_it(character: str) -> None:
    assert parse_key(character) == _character_to_key(character)


def test_the_keys_with_names_are_textuals() -> None:
    textuals = {key.value for key in Keys} | {_character_to_key(one) for one in string.punctuation}

    assert set(KEY_NAMES) <= textuals


@pytest.mark.parametrize("name", sorted({name for key in KEYS for name in key.names}))
def test_every_key_of_the_table_can_be_written_as_it_is_named_and_as_it_is_shown(name: str) -> None:
    assert parse_key(name) == name
    assert parse_key(spell_key(name)) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"),
        ("question_mark", "question_mark"),
        ("+", "plus"),
        ("ctrl++", "ctrl+plus"),
        ("-", "minus"),
        (",", "comma"),
        ("§", "section_sign"),
        ("ä", "ä"),
        ("j", "j"),
        ("J", "J"),
        ("shift+j", "J"),
        ("Ctrl+N", "ctrl+n"),
        ("alt+1", "alt+1"),
        ("alt+J", "alt+shift+j"),
        ("shift+alt+j", "alt+shift+j"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("shift+tab", "shift+tab"),
        (" ", "space"),
        ("Space", "space"),
        ("Esc", "escape"),
        ("PgDn", "pagedown"),
        ("F2", "f2"),
    ],
)
def test_a_key_may_be_written_as_people_do(written: str, name: str) -> None:
    assert parse_key(written) == name


@pytest.mark.parametrize(
    "written",
    ["", "+j", "ctrl+", "ctrl+ctrl+a", "strg+a", "f25", "jk", "page", "\x1b", "\u200d", "ctrl++a"],
)
def test_what_is_no_key_has_no_name(written: str) -> None:
    assert parse_key(written) is None


@given(st.text())
def test_any_text_is_a_key_or_none_and_a_key_keeps_its_name(written: str) -> None:
    name = parse_key(written)
    if name is not None:
        assert "," not in name
        key = name.rpartition("+")[2]
        # Other marks than those of ASCII are written by what they type only.
        if len(key) == 1 or key in KEY_NAMES:
            assert parse_key(name) == name


def test_keys_that_write_are_told_from_those_that_command() -> None:
    assert all(is_writing(name) for name in ("a", "A", "enter", "space", "left", "shift+tab"))
    assert not any(is_writing(name) for name in ("ctrl+j", "alt+a", "escape", "f1", "ctrl+left"))


def test_alt_and_a_digit_is_known_as_every_terminal_tells_of_it() -> None:
    for digit in "123456789":
        taken_for = ANSI_SEQUENCES_KEYS[f"\x1b{digit}"]
        assert isinstance(taken_for, str)
        name = taken_for if taken_for.isalnum() else _character_to_key(taken_for)
        assert list_event_names(f"alt+{digit}") == (f"alt+{digit}", name)
    assert list_event_names("ctrl+n") == ("ctrl+n",)
