from __future__ import annotations

import pytest
from textual.command import CommandPalette

from storage.library import Library
from tests.tui.driver import Reader, at_the_screen, reading_texts
from tui.library.screen import LibraryScreen


def watching(reader: Reader) -> int:
    """Return how many things are watched of the app."""
    return sum(len(each) for each in getattr(reader.app, "__watchers", {}).values())


async def test_what_was_on_closed_screens_watches_nothing_any_more(library: Library) -> None:
    async with reading_texts(library, "One two three.") as reader:
        await reader.press("a", "escape", "a", "escape")
        known = watching(reader)
        for _ in range(6):
            await reader.press("a", "escape")
        assert watching(reader) <= known


@pytest.mark.parametrize("size", [(120, 40), (10, 4), (1, 1)])
async def test_the_palette_can_be_paged_through_in_a_terminal_of_any_size(
    library: Library, size: tuple[int, int]
) -> None:
    async with at_the_screen(library, None, size) as reader:
        await reader.press("colon", "pagedown", "pageup", "q", "pagedown", "backspace", "pagedown")
        assert isinstance(reader.app.screen, CommandPalette)


@pytest.mark.parametrize("keys", [["down", *["enter"] * 4], ["enter"] * 4, ["enter"] * 2])
async def test_what_is_chosen_in_the_palette_is_done_once(
    library: Library, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    done = []

    def note(screen: LibraryScreen) -> None:
        done.append(screen)

    monkeypatch.setattr(LibraryScreen, "action_help", note)
    async with at_the_screen(library, None) as reader:
        below = reader.app.screen
        await reader.press("colon", *"help", "space", *"for")
        await reader.type_at_once(*keys)

        assert reader.app.screen is below
        assert done == [below]


async def test_the_themes_to_choose_from_end_once_too(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        below = reader.app.screen
        reader.app.search_themes()
        await reader.press("n")
        await reader.type_at_once("down", "enter", "enter", "enter")

        assert reader.app.screen is below
