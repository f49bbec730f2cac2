"""Sides: pairs of stretches, one of each article, kept apart and put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textreuse.structures.interval_index import IntervalIndex
from textreuse.structures.union_find import UnionFind
from textreuse.text.spans import Span

RegionPair = tuple[Span, Span]
"""A stretch on the left and the one on the right that it corresponds to."""

_OVERLAP = 0.5
"""Share of the shorter of two stretches that two regions may have in common on one side."""

_BLOCK = 512
"""Characters that are looked up together for the regions that overlap a stretch."""

_SIDE_BY_SIDE = 160
"""Most characters between two regions, on both sides, that are one: a sentence that was added."""


def join_neighbours(found: Sequence[RegionPair]) -> list[RegionPair]:
    """Unite what stands side by side on the left and on the right, in whatever order."""
    parts = UnionFind(len(found))
    lefts: dict[tuple[int, int], IntervalIndex] = {}
    for number, (left, right) in enumerate(found):
        places = lefts.setdefault((left.article, right.article), IntervalIndex(_BLOCK))
        for other in places.near(left.start - _SIDE_BY_SIDE, left.end + _SIDE_BY_SIDE):
            if all(map(_are_close, (left, right), found[other])):
                parts.union(number, other)
        places.add(number, left.start, left.end)
    united: dict[int, RegionPair] = {}
    for number, (left, right) in enumerate(found):
        others = united.setdefault(parts.find(number), (left, right))
        united[parts.find(number)] = _unite(left, others[0]), _unite(right, others[1])
    return list(united.values())


def _are_close(side: Span, other: Span) -> bool:
    return max(side.start, other.start) - min(side.end, other.end) <= _SIDE_BY_SIDE


def _unite(one: Span, other: Span) -> Span:
    return Span(one.article, min(one.start, other.start), max(one.end, other.end))


class KeptRegions:
    """The regions of one pair of articles, the best first."""

    def __init__(self, sides: Iterable[RegionPair] = ()) -> None:
        self.sides: list[RegionPair] = []
        self._intervals = IntervalIndex(_BLOCK), IntervalIndex(_BLOCK)
        for each in sides:
            self._enter(each)

    def offer(self, sides: RegionPair) -> None:
        """Add a region unless it overlaps one that was kept before it too much."""
        near = (
            intervals.near(side.start, side.end)
            for intervals, side in zip(self._intervals, sides, strict=True)
        )
        for number in set().union(*near):
            overlaps = [
                side.overlap(other) / min(side.length, other.length)
                for side, other in zip(sides, self.sides[number], strict=True)
            ]
            if min(overlaps) > 0 or max(overlaps) > _OVERLAP:
                return
        self._enter(sides)

    def _enter(self, sides: RegionPair) -> None:
        for intervals, side in zip(self._intervals, sides, strict=True):
            intervals.add(len(self.sides), side.start, side.end)
        self.sides.append(sides)
