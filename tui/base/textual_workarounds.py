"""Faults of Textual's own, each kept from what it would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandPalette
from textual.dom import DOMNode
from textual.message import Message
from textual.widgets import OptionList

_CHOOSING = (OptionList.OptionSelected, CommandInput.Submitted)
"""What the command palette hears when something in it is chosen."""


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


def end_once(palette: CommandPalette) -> None:
    """Let a command palette end once, whatever comes after that.

    Keys that arrive in one burst find it still there: Textual takes away the screen below at each
    of them, and runs the command again.
    """
    dismiss, hear = palette.dismiss, palette._on_message
    has_ended = False

    def dismiss_once(result: None = None) -> AwaitComplete:
        nonlocal has_ended
        if has_ended:
            return AwaitComplete()
        has_ended = True
        return dismiss(result)

    async def hear_until_then(message: Message) -> None:
        if not (has_ended and isinstance(message, _CHOOSING)):
            await hear(message)

    palette.dismiss = dismiss_once  # type: ignore[method-assign]
    palette._on_message = hear_until_then  # type: ignore[method-assign]
