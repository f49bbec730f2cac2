"""What lies on a place of an article: things looked up by their spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from textreuse.structures.interval_index import IntervalIndex
from textreuse.text.spans import Span

T = TypeVar("T")

_BLOCK = 256
"""Characters that are looked up together."""


class SpanIndex(Generic[T]):
    """Things with their spans; a thing may have several. Those without length cover nothing."""

    def __init__(self, spans: Iterable[tuple[Span, T]]) -> None:
        self._spans = list(spans)
        self._of: dict[int, IntervalIndex] = {}
        for number, (span, _) in enumerate(self._spans):
            self._of.setdefault(span.article, IntervalIndex(_BLOCK)).add(
                number, span.start, span.end
            )

    def at(self, article: int, offset: int) -> list[tuple[Span, T]]:
        """Return what covers the character at `offset`, in the order in which it was given."""
        near = self._near(Span(article, offset, offset))
        return [(span, thing) for span, thing in near if span.start <= offset < span.end]

    def find_overlaps(self, place: Span) -> list[tuple[Span, T]]:
        """Return what shares a character with `place`, in the order in which it was given."""
        return [(span, thing) for span, thing in self._near(place) if span.overlap(place)]

    def _near(self, place: Span) -> Iterator[tuple[Span, T]]:
        intervals = self._of.get(place.article)
        if intervals is not None:
            for number in sorted(intervals.near(place.start, place.end)):
                yield self._spans[number]
