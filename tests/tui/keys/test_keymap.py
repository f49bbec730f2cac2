from __future__ import annotations

import pytest

from tui.keys import keymap
from tui.keys.keymap import DEFAULT_KEYMAP, Changes, Keymap, format_text_table
from tui.keys.table import KEYS, Key


def clash_of(changes: Changes) -> tuple[str, str, str] | None:
    found = Keymap(changes).find_clashes()
    return (found[0].key, found[0].first.action, found[0].second.action) if found else None


def test_without_changes_the_rows_are_those_of_the_table() -> None:
    assert tuple(DEFAULT_KEYMAP.rows) == KEYS
    assert not DEFAULT_KEYMAP.is_changed
    assert DEFAULT_KEYMAP.find_clashes() == []


def test_an_action_stands_once_in_a_place() -> None:
    places = [(key.where, key.action) for key in KEYS]
    assert len(places) == len(set(places))


def test_a_change_replaces_all_keys_of_its_row_and_of_no_other() -> None:
    changed = Keymap({("everywhere", "help"): ["f2", "ctrl+g"]})

    assert changed.find_row("everywhere", "help").names == ("f2", "ctrl+g")
    assert changed.spell_key("everywhere", "help") == "F2"
    assert [key.action for key in changed.rows if changed.has_changed(key)] == ["help"]
    assert [key.does for key in changed.rows] == [key.does for key in KEYS]


def test_the_same_keys_as_in_the_table_are_no_change() -> None:
    assert not Keymap({("compare", "next_copy"): ["x"]}).is_changed


def test_an_action_may_be_left_without_a_key() -> None:
    without = Keymap({("compare", "next_copy"): []})

    assert without.find_row("compare", "next_copy").names == ()
    assert without.spell_key("compare", "next_copy") == ""
    assert clash_of({("compare", "next_copy"): [], ("compare", "note"): ["x"]}) is None


def test_two_actions_of_one_place_clash() -> None:
    assert clash_of({("compare", "next_copy"): ["a"]}) == ("a", "next_copy", "note")
    assert clash_of({("compare", "next_copy"): ["Q"], ("compare", "note"): ["Q"]}) == (
        "Q",
        "next_copy",
        "note",
    )


def test_a_place_and_everywhere_clash() -> None:
    assert clash_of({("compare", "next_copy"): ["u"]}) == ("u", "undo", "next_copy")
    assert clash_of({("everywhere", "undo"): ["c"]}) == ("c", "undo", "compare")


def test_two_places_do_not_clash_nor_does_everywhere_with_the_note_editor() -> None:
    assert clash_of({("library", "export"): ["x"]}) is None
    assert clash_of({("note editor", "save"): ["ctrl+d"]}) is None


def test_keys_may_be_swapped() -> None:
    assert clash_of({("compare", "note"): ["t"], ("compare", "tag"): ["a"]}) is None


def test_rows_that_share_a_key_in_the_table_may_go_on_but_no_third_may_join_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    twice = (*KEYS, Key("compare", "o,Q", "o", "overview", "overview of the story"))
    monkeypatch.setattr(keymap, "KEYS", twice)
    monkeypatch.setattr(keymap, "DEFAULT_KEYMAP", Keymap())

    assert clash_of({}) is None
    assert clash_of({("compare", "overview"): ["o"]}) is None
    assert clash_of({("compare", "next_copy"): ["o"]}) == ("o", "next_copy", "swap_ends")
    assert clash_of({("compare", "swap_ends"): ["Q"]}) == ("Q", "swap_ends", "overview")


def test_keys_that_stand_for_numbers_are_shown_from_the_first_to_the_last() -> None:
    assert Keymap({("compare", "pane"): ["f1", "f2", "f3"]}).spell_key("compare", "pane") == "F1…F3"
    assert Keymap({("compare", "pane"): ["f1"]}).spell_key("compare", "pane") == "F1"


def test_the_printed_table_stars_what_was_changed() -> None:
    printed = format_text_table(Keymap({("compare", "next_copy"): ["y", "f9"]}))

    starred = [line.split(maxsplit=4) for line in printed.splitlines() if line.startswith("*")]
    assert starred[0] == ["*", "y", "F9", "next_copy", "jump to the next copy"]
    assert starred[1] == ["*", "changed", "by", "the", "configuration"]
    assert len(starred) == 2
    assert not any(line.startswith("*") for line in format_text_table().splitlines())


def test_sentences_name_the_keys_in_force() -> None:
    keymap = Keymap({("compare", "next_item"): ["f5"], ("compare", "note"): []})

    def told(sentence: str) -> str:
        return keymap.spell_keys("compare", sentence)

    assert told("{next_item} goes on") == "F5 goes on"
    assert told("{undo} brings it back") == "u brings it back"
    assert told("{note} writes") == "“note” writes"
    assert told("{+new+} {}") == "{+new+} {}"
