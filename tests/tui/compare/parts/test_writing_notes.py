"""Writing a note: what is typed ahead, what is left, and what cannot be saved."""

from __future__ import annotations

import pytest
from textual.widgets import Button

from storage.errors import LibraryError
from storage.library import Library
from tests.storage.desk import MILL, OWL, story
from tests.tui.driver import Reader, at_the_screen, reading_texts
from tui.config.configuration import Configuration
from tui.keys.keymap import Keymap

SIZES = [(80, 24), (200, 50)]


async def write_note(reader: Reader, text: str) -> None:
    await reader.press("a")
    await reader.type(text)
    await reader.press("ctrl+j")


async def test_esc_leaves_the_editor_but_asks_if_writing_would_be_lost(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a", "escape")
        assert reader.app.screen is reader.compare
        await reader.press("a")
        await reader.type("Half a")
        await reader.press("escape")
        reader.sees("Not saved.")
        await reader.type(" thought")
        reader.does_not_see("Not saved.")
        await reader.press("escape", "escape")
        assert reader.app.screen is reader.compare
        assert library.annotations.list_all() == []


async def test_writing_just_ahead_of_the_save_key_is_saved(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a")
        await reader.type_at_once(*"quick", "ctrl+j")
        assert library.annotations.list_all()[0].note == "quick"


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        pytest.param([*"one", "enter", *"two"], "one\ntwo", id="carriage return"),
        pytest.param([*"one", "ctrl+j", *"two", "ctrl+j", *"three"], "one\ntwo\nthree", id="feed"),
        pytest.param([*"one", "ctrl+j", "ctrl+j", *"two"], "one\n\ntwo", id="empty line"),
        pytest.param(
            [*"one", "enter", "ctrl+j", "enter", "ctrl+j", *"two"], "one\n\ntwo", id="both"
        ),
        pytest.param([*"a", "tab", *"b", "ctrl+j", "tab", *"c"], "a\tb\n\tc", id="tab"),
        pytest.param(["ctrl+j", *"one"], "one", id="at the beginning"),
    ],
)
async def test_lines_that_a_terminal_pastes_as_keys_are_all_in_the_note(
    library: Library, keys: list[str], note: str
) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a")
        await reader.type_at_once(*keys)
        assert library.annotations.list_all() == []
        await reader.press("ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == [note]
        assert reader.app.screen is reader.compare


async def test_a_save_key_of_another_code_leaves_line_feeds_to_the_note(library: Library) -> None:
    keys = Configuration(keymap=Keymap({("note editor", "save"): ["ctrl+s"]}))
    made = story(library, "One two three.")
    async with at_the_screen(library, made, configuration=keys) as reader:
        await reader.press("a")
        await reader.type_at_once(*"one", "ctrl+j", *"two")
        await reader.press("ctrl+s")
        assert [one.note for one in library.annotations.list_all()] == ["one\ntwo"]


async def test_tab_goes_to_what_is_below_the_note(library: Library) -> None:
    async with reading_texts(library, OWL, OWL + MILL) as reader:
        await reader.press("J", "a", "tab")
        assert isinstance(reader.app.focused, Button)


@pytest.mark.parametrize("before", [[], ["V"]])
async def test_what_is_typed_ahead_of_the_editor_is_in_the_note(
    library: Library, before: list[str]
) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.type_at_once(*before, "a", *"hello", "enter", *"you", "ctrl+j")
        assert [one.note for one in library.annotations.list_all()] == ["hello\nyou"]


async def test_what_is_typed_ahead_of_a_prompt_is_in_its_line(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.type_at_once("t", *"claim", "enter")
        assert [one.tags for one in library.annotations.list_all()] == [("claim",)]


async def test_writing_just_ahead_of_esc_is_not_thrown_away(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a")
        await reader.type_at_once(*"quick", "escape")
        reader.sees("Not saved.")


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk is full; nothing was saved.")

    async with reading_texts(library, "One two three.") as reader:
        with monkeypatch.context() as broken:
            broken.setattr(library.annotations, "create", fail)
            await write_note(reader, "Precious")
            reader.sees("The disk is full; nothing was saved. Your text is still here.")
        await reader.type("!")
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "Precious!"


async def test_a_note_of_several_lines_is_kept_as_written(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a")
        await reader.type("First")
        await reader.press("enter")
        await reader.type("- second")
        await reader.press("ctrl+j")
        assert library.annotations.list_all()[0].note == "First\n- second"
