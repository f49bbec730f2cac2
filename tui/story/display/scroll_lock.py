"""Scrolling several texts together, by the passages that they share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from textreuse import Group, Span
from tui.story.display.layout import Layout

_PAIRINGS = 16
"""Ways of pairing the places of one passage in two articles that are tried; beyond, the first
place here belongs to the first there."""


class CopyPlaces(NamedTuple):
    """A passage's place in the leading text, and one of it in the following text."""

    leader: Span
    follower: Span


class Point(NamedTuple):
    """Where both texts stand: a row of the leader, the row of the follower beside it."""

    leader: int
    follower: int
    weight: int = 0
    """How much is lost if the two do not meet."""


class ScrollLock:
    """Says which row of a following text stands beside a row of the leading one.

    Rows here are those at the top of the screen, from 0 on. At every point the follower's row is
    exactly that of the point, between two points in proportion, before the first and beyond the
    last point likewise to the ends of both. The leader's going down never moves the follower up.
    """

    def __init__(self, points: Iterable[Point], start: Point, end: Point) -> None:
        """Hold on to the heaviest of `points` that both texts pass in the same order.

        `start` and `end` are kept whatever the points are; the points that count lie between.
        """
        inside = (
            point
            for point in points
            if start.leader < point.leader < end.leader
            and start.follower <= point.follower <= end.follower
        )
        self.points = [start, *find_heaviest_chain(inside)]
        if start.leader < end.leader:
            self.points.append(end)
        self._leaders = [point.leader for point in self.points]

    def row_beside(self, row: int) -> int:
        """Return the follower's row beside that row of the leader."""
        after = bisect_right(self._leaders, row)
        if after in (0, len(self.points)):
            return self.points[after and -1].follower
        one, other = self.points[after - 1], self.points[after]
        way = (row - one.leader) * (other.follower - one.follower)
        return one.follower + way // (other.leader - one.leader)


def pair_places(groups: Iterable[Group], leader: int, follower: int) -> Iterator[CopyPlaces]:
    """Yield which places of two articles carry the same passage."""
    for group in groups:
        here = [span for span in group.spans if span.article == leader]
        there = [span for span in group.spans if span.article == follower]
        few = len(here) * len(there) <= _PAIRINGS
        yield from map(
            CopyPlaces._make, product(here, there) if few else zip(here, there, strict=False)
        )


def lock_layouts(
    pairs: Iterable[CopyPlaces], leader: Layout, follower: Layout, height: int
) -> ScrollLock:
    """Lock two layouts that are seen through windows of `height` rows.

    Both ends line up: at the start the first rows are on top, at the end the last ones at the
    bottom. Between, what is shared stands side by side when it is in the upper third.
    """
    eye = height // 3
    rows = len(leader.rows)
    # A text that fits on the screen is only ever scrolled beyond its end.
    end = rows - height if rows > height else rows - 1
    points = []
    for pair in pairs:
        weight = min(pair.leader.length, pair.follower.length)
        first = leader.row_of(pair.leader.start), follower.row_of(pair.follower.start)
        last = leader.row_of(pair.leader.end - 1), follower.row_of(pair.follower.end - 1)
        points += [Point(here - eye, there - eye, weight) for here, there in (first, last)]
    return ScrollLock(points, Point(0, 0), Point(end, max(0, len(follower.rows) - height)))


class ScrollLocks:
    """The locks between the articles of a story, made when first asked for and kept."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = tuple(groups)
        self._locks: dict[tuple[int, int], tuple[Layout, Layout, int, ScrollLock]] = {}

    def lock_between(
        self, leader: int, its_rows: Layout, follower: int, other_rows: Layout, height: int
    ) -> ScrollLock:
        """Return the lock of two articles as they are laid out now."""
        known = self._locks.get((leader, follower))
        if known is None or known[:3] != (its_rows, other_rows, height):
            made = lock_layouts(
                pair_places(self._groups, leader, follower), its_rows, other_rows, height
            )
            known = self._locks[leader, follower] = (its_rows, other_rows, height, made)
        return known[3]


def find_heaviest_chain(points: Iterable[Point]) -> list[Point]:
    """Return the points of the greatest weight together of which each follows the one before.

    That is: on a later row of the leader, and on no earlier row of the follower. After the
    algorithm for the heaviest increasing subsequence with a tree of prefix maxima (Fenwick 1994).
    """
    weights: dict[tuple[int, int], int] = {}
    for here, there, weight in points:
        weights[here, there] = weights.get((here, there), 0) + weight
    # Of those on one row of the leader only one can stay: later rows of the follower come first.
    ordered = [
        Point(*place, weights[place]) for place in sorted(weights, key=lambda at: (at[0], -at[1]))
    ]
    ranks = sorted({point.follower for point in ordered})
    best = _PrefixMaxima(len(ranks))
    before: list[int] = []
    totals: list[int] = []
    for index, point in enumerate(ordered):
        rank = bisect_left(ranks, point.follower)
        total, last = best.up_to(rank)
        before.append(last)
        totals.append(total + point.weight)
        best.put(rank, totals[-1], index)
    chain = []
    at = best.up_to(len(ranks) - 1)[1] if ordered else -1
    while at >= 0:
        chain.append(ordered[at])
        at = before[at]
    return chain[::-1]


class _PrefixMaxima:
    """The greatest of the values put so far at or below a rank; the first of equal ones."""

    def __init__(self, ranks: int) -> None:
        self._tree: list[tuple[int, int]] = [(0, -1)] * (ranks + 1)

    def put(self, rank: int, total: int, index: int) -> None:
        at = rank + 1
        while at < len(self._tree):
            if total > self._tree[at][0]:
                self._tree[at] = (total, index)
            at += at & -at

    def up_to(self, rank: int) -> tuple[int, int]:
        at = rank + 1
        found = (0, -1)
        while at:
            if self._tree[at][0] > found[0]:
                found = self._tree[at]
            at -= at & -at
        return found
