"""Places in texts: the one type that every layer speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """The text of `article` from `start` up to, not including, `end`, in Unicode code points."""

    article: int
    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points the span covers."""
        return self.end - self.start

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover; 0 in different articles."""
        if self.article != other.article:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Unite spans that overlap or touch; the result is sorted and disjoint."""
    merged: list[Span] = []
    for span in sorted(spans):
        last = merged[-1] if merged else None
        if last is not None and last.article == span.article and span.start <= last.end:
            merged[-1] = last._replace(end=max(last.end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
