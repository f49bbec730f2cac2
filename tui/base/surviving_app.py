"""An app that goes on after a fault of its own: what is being written is not lost to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.message import Message
from textual.widget import Widget

from tui.messages.crash_log import log_error

_MOST = 10
"""Faults that are put up with in `_WHILE` seconds; a screen that cannot be drawn makes one a frame.
"""
_WHILE = 10.0

Dispatch = Callable[[Message], Awaitable[None]]


class SurvivingApp(App[None]):
    """Tells of an exception, keeps its details in the log, and goes on.

    Textual ends the app at the first, and a widget in whose handler it was hears of nothing more.
    What keeps coming ends the app here too, and so does what comes before the first screen.
    """

    survives: ClassVar[bool] = True
    """Whether it does; tests want to hear of a fault themselves."""

    def __init__(self) -> None:
        super().__init__()
        self._faults: deque[float] = deque(maxlen=_MOST)

    def _handle_exception(self, error: Exception) -> None:
        if not self.survives or not self._can_go_on():
            super()._handle_exception(error)
            return
        told = log_error(error)
        self.notify(
            f"Copydesk hit an internal error ({told}). Everything saved is safe; you can go on.",
            severity="error",
            markup=False,
            timeout=10,
        )

    def _can_go_on(self) -> bool:
        present = monotonic()
        too_many = len(self._faults) == _MOST and present - self._faults[0] < _WHILE
        self._faults.append(present)
        has_begun = self.is_running and any(one.is_mounted for one in self.screen_stack[:1])
        return has_begun and not too_many

    async def _dispatch_message(self, message: Message) -> None:
        await self._guard(self, super()._dispatch_message, message)

    def _register(self, parent: DOMNode, *widgets: Widget, **where: Any) -> list[Widget]:
        # Every screen and widget comes by here once, before it hears of anything.
        for widget in widgets:
            guarded = partial(self._guard, widget, widget._dispatch_message)
            widget._dispatch_message = guarded  # type: ignore[method-assign]
        return super()._register(parent, *widgets, **where)

    async def _guard(self, hearer: DOMNode, dispatch: Dispatch, message: Message) -> None:
        """Let one hear of a message, and of the next one whatever comes of this one."""
        try:
            await dispatch(message)
        except Exception as error:
            if self._exit and isinstance(error, NoMatches):
                return  # what Textual makes no more once the app is to end is not missed
            self._handle_exception(error)
            half_made = isinstance(message, events.Mount) and hearer in self.screen_stack[1:]
            if self.survives and half_made:
                self.call_later(self.pop_screen)  # it will never be whole
