"""Progress: how much of the work is done, told while it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

_STEP = 0.01
"""Share of the work after which progress is told again: no screen shows less."""

_Item = TypeVar("_Item")


class ProgressReport:
    """Tells `progress` which share of `whole` is done, in whatever unit that is.

    0 at once and 1 at the end, between them only what is more by a step; `progress` may raise.
    """

    def __init__(self, progress: Callable[[float], None] | None, whole: float) -> None:
        self._progress = progress
        self._whole = whole
        self._done = 0.0
        self._told = 0.0
        self._tell(0.0)

    def advance(self, part: float) -> None:
        """Count `part` as done."""
        self._done += part
        share = self._done / self._whole
        if self._told + _STEP <= share < 1:
            self._tell(share)

    def track(self, items: Sequence[_Item], part: float) -> Iterator[_Item]:
        """Yield `items`; each is done when the next is asked for, and all of them are `part`."""
        for item in items:
            yield item
            self.advance(part / len(items))

    def finish(self) -> None:
        """Count all as done."""
        self._tell(1.0)

    def _tell(self, share: float) -> None:
        self._told = share
        if self._progress is not None:
            self._progress(share)
