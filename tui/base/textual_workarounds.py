"""Faults of Textual's own, each kept from what it would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.dom import DOMNode
from textual.widgets import OptionList


def forget_gone(watched: DOMNode) -> None:
    """Let go of all widgets that watch something of `watched` and are no longer in the app.

    Textual drops the watchers of a widget that is gone only once the watched thing changes. A text
    area watches the theme, which may not change for hours, while each note that is written leaves
    some: about 0.3 MB a time.
    """
    for watching in getattr(watched, "__watchers", {}).values():
        watching[:] = [(node, callback) for node, callback in watching if node.is_attached]


def page_with_room_only(listing: OptionList) -> None:
    """Let nobody page through a list while there is no room to show it.

    Textual lays out the lines of a list that has room, and looks for that of the highlighted option
    in any: the command palette on a small terminal, or before its list is there, fails by it.
    """
    move: Callable[[Any], None] = listing._move_page

    def move_page(direction: Any) -> None:
        if listing.scrollable_content_region:
            move(direction)

    listing._move_page = move_page  # type: ignore[method-assign]
