"""Screens that end once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

T = TypeVar("T")


class DismissOnceScreen(Screen[T]):
    """A screen that is dismissed once, whatever comes after that.

    Keys that arrive in one burst, on a slow line or from a script, find it still there; to dismiss
    it again would take away the screen below.
    """

    has_ended = False
    """Whether it was dismissed, and is on its way out."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close, with the answer; nothing if it was closed before."""
        if self.has_ended:
            return AwaitComplete()
        self.has_ended = True
        return super().dismiss(result)
