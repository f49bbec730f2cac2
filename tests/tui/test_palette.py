"""The command palette, and the key that closes whatever is open."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import Reader, at_the_screen, reading_sample
from tui.base.help_screen import HelpScreen
from tui.keys.table import keys_of


def titles(reader: Reader) -> list[str]:
    return [one.title for one in reader.app.get_system_commands(reader.app.screen)]


async def test_it_has_every_command_once_by_name_with_its_key(library: Library) -> None:
    async with reading_sample(library) as reader:
        found = titles(reader)
        assert len(set(found)) == len(found)
        for key in keys_of("compare"):
            if not key.is_numbered:
                assert f"{key.does[:1].upper()}{key.does[1:]} ({key.shown})" in found


async def test_of_textuals_own_it_has_what_makes_sense(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        assert titles(reader)[-3:] == ["Keys (?)", "Theme", "Quit"]
        assert not any(word in " ".join(titles(reader)) for word in ("Screenshot", "Maximize"))


async def test_keys_opens_our_help(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("colon")
        await reader.type("keys")
        await reader.press("enter", "enter")
        assert isinstance(reader.app.screen, HelpScreen)


@pytest.mark.parametrize(
    "keys",
    [
        *("question_mark", "colon", "o", "T", "W", "e", "J enter", "J enter enter", "A", "m A"),
        *("v", "m E", "slash", "a", "t", "number_sign", "o tab tab enter", "slash s e a enter"),
    ],
)
async def test_escape_closes_what_is_open_over_the_texts(library: Library, keys: str) -> None:
    async with reading_sample(library) as reader:
        panes = reader.panes
        await reader.press(*keys.split())
        for _ in range(2):
            await reader.press("escape")
        assert reader.app.screen is reader.compare
        assert reader.panes == panes
        assert not reader.compare.listing.display
        assert not reader.compare.copies.is_open
        assert reader.compare.reading.selection is None
        assert not reader.compare.reading.found


@pytest.mark.parametrize(
    "keys",
    [
        *("question_mark", "colon", "S", "T", "w", "B", "i", "e", "a"),
        *(
            "tab i",
            "tab W",
            "tab e",
            "tab t",
            "tab m",
            "p",
            "slash",
            "slash s e a enter",
            "tab space",
        ),
    ],
)
async def test_escape_closes_what_is_open_over_the_library(library: Library, keys: str) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        shown = reader.screen[:-1]
        top = reader.app.screen
        await reader.press(*keys.split())
        assert reader.screen[:-1] != shown or "tab" in keys
        for _ in range(2):
            await reader.press("escape")
        assert reader.app.screen is top
        assert not isinstance(reader.app.screen, CommandPalette)
        if "tab" not in keys and "slash" not in keys:
            assert reader.screen[:-1] == shown
