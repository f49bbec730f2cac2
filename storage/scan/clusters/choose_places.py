"""Which spans of one document are the same place of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

Stretch = tuple[int, int]
"""Begin and end in a document."""

INSIDE = 0.9
"""The part of a span that lies in a longer one of the same place. passim has this (`src-overlap`):
what a paper took of a release belongs to the release."""


def choose_places(spans: Iterable[Stretch]) -> dict[Stretch, Stretch]:
    """Return to each span the place that it is, itself one of the spans.

    The longest is a place, and so is each that does not lie in one that is (leader clustering,
    Hartigan 1975); of several it is the one that has most of it, then the first. The result does
    not hang on the order of the spans, and takes no longer for many that are alike.
    """
    places: list[Stretch] = []
    chosen: dict[Stretch, Stretch] = {}
    longest = 0
    for span in sorted(set(spans), key=lambda one: (one[0] - one[1], one)):
        begin, end = span
        longest = max(longest, end - begin)
        first = bisect_left(places, (begin - longest, 0))
        near = places[first : bisect_right(places, (end, end))]
        best = max(near, key=lambda one: (_overlap(one, span), -one[0]), default=span)
        if _overlap(best, span) < INSIDE * (end - begin) or best == span:
            insort(places, span)
            best = span
        chosen[span] = best
    return chosen


def _overlap(one: Stretch, other: Stretch) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def merge_stretches(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return, in order, the stretches of which those that overlap are one."""
    merged: list[Stretch] = []
    for begin, end in sorted(stretches):
        if merged and begin < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((begin, end))
    return merged
