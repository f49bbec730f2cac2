from __future__ import annotations

from collections import Counter

import pytest

from storage.library import Library
from storage.sample_story import add_sample
from textreuse import PARAPHRASE
from tui.compare.screen import CompareScreen
from tui.keys.former_keys import FORMER_ACTIONS, FORMER_PLACES
from tui.keys.keymap import format_text_table
from tui.keys.table import (
    KEYS,
    PLACES,
    Where,
    keys_of,
)
from tui.library.screen import LibraryScreen
from tui.overview.screen import OverviewScreen


@pytest.mark.parametrize("where", ["library", "compare", "overview"])
def test_no_key_of_a_screen_does_two_things(where: Where) -> None:
    # `space` in the compare view pages; in lists it marks, so the table of "everywhere" omits it.
    names = [
        name for key in KEYS if key.where in ("everywhere", where) for name in key.keys.split(",")
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_key_of_the_overview_has_an_action() -> None:
    movement = {"down", "up", "page_down", "page_up", "first", "last"}
    for key in (*keys_of("everywhere"), *keys_of("overview")):
        if key.action in movement:
            continue  # its tables move by themselves
        assert hasattr(OverviewScreen, f"action_{key.action}"), key


def test_every_key_of_the_library_has_an_action(library: Library) -> None:
    screen = LibraryScreen(library)  # it would not be made if an action of its own were missing
    assert all(hasattr(screen, f"action_{key.action}") for key in keys_of("library"))


def test_every_key_of_the_compare_view_has_an_action(library: Library) -> None:
    screen = CompareScreen(library, add_sample(library), PARAPHRASE)
    for key in (*keys_of("everywhere"), *keys_of("compare")):
        assert callable(getattr(screen, f"action_{key.action}", None)), key


def test_former_names_stand_for_what_is_there_and_take_nothing_from_it() -> None:
    present = {(key.where, key.action) for key in KEYS}
    for (where, former), action in FORMER_ACTIONS.items():
        assert (where, action) in present
        assert (where, former) not in present
    assert not FORMER_PLACES.keys() & {*PLACES}
    assert {*FORMER_PLACES.values()} <= {*PLACES}


def test_no_key_is_required_that_terminals_keep_for_themselves() -> None:
    for key in KEYS:
        names = set(key.keys.split(","))
        assert not names <= {f"ctrl+{letter}" for letter in "mihsqz"} | {"ctrl+left_square_bracket"}


def test_the_printed_table_names_every_key() -> None:
    printed = format_text_table()
    assert all(key.does in printed for key in KEYS)
