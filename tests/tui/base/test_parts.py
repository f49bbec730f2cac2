from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App
from textual.binding import BindingType

from storage.library import Library
from tui.base import parts
from tui.base.command_screen import CommandScreen
from tui.base.configured_app import ConfiguredApp
from tui.base.parts import Actions, Host, claim_actions
from tui.keys import table
from tui.keys.bindings import bind_screen
from tui.keys.table import Key, Where

ROWS = (
    Key("trash", "enter", "enter", "restore", "give it back"),
    Key("trash", "1,2,3", "1…3", "pane", "that pane"),
    Key("trash", "o", "o", "swap_ends", "decided by the screen"),
    Key("everywhere", "q", "q", "back", "back"),
    Key("everywhere", "j", "j", "down", "down"),
)


class Shelf:
    """A part: it knows its screen, and keeps what it was asked to do."""

    def __init__(self, screen: Host) -> None:
        self._screen = screen
        self.done: list[object] = []

    def restore(self) -> None:
        """Note that it was asked to."""
        self.done.append(self._screen.spell_keys("restored with {restore}"))

    async def go_to(self, number: int) -> None:
        """Note the number that the key gave."""
        self.done.append(number)


class TwoPartScreen(CommandScreen):
    """One key is its own, the others are done by a part."""

    BINDINGS: ClassVar[list[BindingType]] = bind_screen("trash")
    place: ClassVar[Where] = "trash"

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.shelf = Shelf(self)

    def action_swap_ends(self) -> None:
        """Decide here."""
        self.shelf.done.append("decided")

    def reload(self) -> None:
        """Show nothing."""

    def on_screen_resume(self) -> None:
        """Show nothing."""


@pytest.fixture(autouse=True)
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "KEYS", ROWS)


def claimed(library: Library, *tables: Actions) -> str:
    """Return what is said of the tables; empty where nothing is."""
    try:
        claim_actions(TwoPartScreen(library), "trash", *tables)
    except ValueError as error:
        return str(error)
    return ""


def nothing() -> None:
    """Do nothing."""


async def test_keys_reach_the_parts_with_the_number_that_the_key_gives(library: Library) -> None:
    screen = TwoPartScreen(library)
    shelf = screen.shelf
    claim_actions(screen, "trash", {"restore": shelf.restore}, {"pane": shelf.go_to})
    app: App[None] = ConfiguredApp()
    async with app.run_test() as pilot:
        await app.push_screen(screen)
        for action in ("restore", "pane(2)", "swap_ends"):
            await screen.run_action(action)
        await pilot.pause()
    assert shelf.done == ["restored with Enter", 2, "decided"]


def test_an_action_that_nothing_does_is_named(library: Library) -> None:
    assert claimed(library, {"pane": nothing}) == "trash: nothing does restore"


def test_an_action_that_two_parts_do_is_named(library: Library) -> None:
    every: Actions = {"restore": nothing, "pane": nothing}
    assert claimed(library, every) == ""
    assert claimed(library, every, {"pane": nothing}) == "trash: two do pane"


def test_an_action_that_the_screen_does_itself_is_not_a_parts_too(library: Library) -> None:
    every: Actions = {"restore": nothing, "pane": nothing, "swap_ends": nothing, "back": nothing}
    assert claimed(library, every) == "trash: two do swap_ends, two do back"


def test_an_action_without_a_row_is_named(library: Library) -> None:
    every: Actions = {"restore": nothing, "pane": nothing, "grow": nothing}
    assert claimed(library, every) == "trash: no key is for grow"


def test_what_works_everywhere_may_be_a_parts_and_need_not(library: Library) -> None:
    every: Actions = {"restore": nothing, "pane": nothing, "down": nothing}
    assert claimed(library, every) == ""


def test_what_textual_does_itself_a_part_may_do_instead(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        table, "KEYS", (*ROWS, Key("everywhere", "space", "space", "page_down", "page down"))
    )
    screen = TwoPartScreen(library)
    assert parts._list_own_actions(screen).isdisjoint({"page_down", "scroll_down"})
    claim_actions(screen, "trash", {"restore": nothing, "pane": nothing, "page_down": nothing})
    assert screen.action_page_down is nothing
