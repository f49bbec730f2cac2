"""What covers a place: spans looked up by an offset."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from textreuse import Span
from textreuse.intervals import Intervals

T = TypeVar("T")

_BLOCK = 256
"""Characters that are looked up together."""


class Covering(Generic[T]):
    """Things with their spans; a thing may have several. Those without length cover nothing."""

    def __init__(self, spans: Iterable[tuple[Span, T]]) -> None:
        self._spans = list(spans)
        self._of: dict[int, Intervals] = {}
        for number, (span, _) in enumerate(self._spans):
            self._of.setdefault(span.article, Intervals(_BLOCK)).add(number, span.start, span.end)

    def at(self, article: int, offset: int) -> list[tuple[Span, T]]:
        """Return what covers the character at `offset`, in the order in which it was given."""
        intervals = self._of.get(article)
        if intervals is None:
            return []
        near = (self._spans[number] for number in sorted(intervals.near(offset, offset)))
        return [(span, thing) for span, thing in near if span.start <= offset < span.end]
