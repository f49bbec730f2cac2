"""Clusters: matches that lie close together on both sides at once.

Connected components in the plane of left and right units, with hysteresis (Canny 1986): two
strong matches are joined over a wider distance than a pair with a weak one in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.structures.union_find import UnionFind
from textreuse.text.spans import Span

_STRONG_COSINE = 0.33
_STRONG_DICE = 0.3
"""Cosine and Dice coefficient from which on a match convinces by itself."""

_CROSSING = 8
"""Most units, of both sides together, between two matches of which the later one on the left is
the earlier one on the right: beyond that a stretch has moved, and is a region of its own."""


class Area(NamedTuple):
    """The units `left` to `left_last` over the units `right` to `right_last`, all inclusive."""

    left: UnitIndex
    left_last: UnitIndex
    right: UnitIndex
    right_last: UnitIndex

    def units(self, side: int) -> tuple[UnitIndex, UnitIndex]:
        """Return the first and the last unit on the left (0) or on the right (1)."""
        return (self.right, self.right_last) if side else (self.left, self.left_last)

    def union(self, other: Area) -> Area:
        """Return the smallest area that holds both."""
        return Area(
            min(self.left, other.left),
            max(self.left_last, other.left_last),
            min(self.right, other.right),
            max(self.right_last, other.right_last),
        )


def is_strong(match: Match) -> bool:
    """Tell whether the match would convince by itself."""
    return match.cosine >= _STRONG_COSINE and match.dice >= _STRONG_DICE


def enclose(matches: Sequence[Match]) -> Area:
    """Return the smallest area with all `matches` in it."""
    lefts = [match.left for match in matches]
    rights = [match.right for match in matches]
    return Area(min(lefts), max(lefts), min(rights), max(rights))


def cluster_matches(matches: Sequence[Match], reach: int, weak_reach: int) -> list[list[Match]]:
    """Join sorted `matches` at most `reach` units apart on each side, weak ones `weak_reach`.

    Those that cross are joined over `_CROSSING` units of both sides together at most.
    """
    strong = [is_strong(match) for match in matches]
    # The matches of each unit on the left, in the order of their units on the right.
    rows: dict[int, tuple[int, list[int]]] = {}
    for index, match in enumerate(matches):
        rows.setdefault(match.left, (index, []))[1].append(match.right)
    parts = UnionFind(len(matches))
    for one, match in enumerate(matches):
        for distance in range(reach + 1):
            if match.left + distance not in rows:
                continue
            first, rights = rows[match.left + distance]
            start = bisect_left(rights, match.right - reach)
            for other in range(first + start, first + bisect_right(rights, match.right + reach)):
                allowed = reach if strong[one] and strong[other] else weak_reach
                onward = matches[other].right - match.right
                crosses = distance > 0 > onward
                if max(distance, abs(onward)) <= allowed and not (
                    crosses and distance - onward > _CROSSING
                ):
                    parts.union(one, other)
    members: dict[int, list[Match]] = {}
    for index, match in enumerate(matches):
        members.setdefault(parts.find(index), []).append(match)
    return list(members.values())


def locate_sides(vectors: PairVectors, place: Area) -> tuple[Span, Span]:
    """Return what an area covers on the left and on the right."""
    return vectors.of_all.span(*place.units(0)), vectors.of_all.span(*place.units(1))


def measure_cosine(vectors: PairVectors, place: Area) -> float:
    """Return the cosine, 0..1, of all that an area covers on the left with all on the right."""
    stretch = vectors.of_all.stretch
    return vectors.cosine(stretch(*place.units(0)), stretch(*place.units(1)))
