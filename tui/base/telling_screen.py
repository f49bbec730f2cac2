"""Screens that say something for a moment, at their foot: nothing that is read lies under it."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeVar

from textual.reactive import var

from tui.base.dismiss_once import DismissOnceScreen

T = TypeVar("T")

Severity = Literal["information", "warning", "error"]


class Notice(NamedTuple):
    """What is said; nothing in it is read as markup."""

    text: str
    severity: Severity = "information"


class TellingScreen(DismissOnceScreen[T]):
    """Has a notice for some seconds; its foot shows it. It goes with the screen."""

    notice: var[Notice | None] = var(None)
    """What is said now."""

    def say(self, notice: Notice, seconds: float) -> None:
        """Say this in place of what is said now."""
        self.notice = notice
        self.set_timer(seconds, lambda: self._end(notice))

    def add(self, notice: Notice, seconds: float) -> None:
        """Say this too, if what is said now was more than a mere word."""
        before = self.notice
        if before is not None and before.severity != "information":
            notice = Notice(f"{before.text}\n{notice.text}", notice.severity)
        self.say(notice, seconds)

    def hush(self) -> None:
        """Say no more what was said: the reader goes on. A warning stays for its time."""
        if self.notice is not None and self.notice.severity == "information":
            self.notice = None

    def on_screen_suspend(self) -> None:
        """Say nothing any more to who comes back."""
        self.notice = None

    def _end(self, notice: Notice) -> None:
        if self.notice is notice:
            self.notice = None
