"""Exact coverage: what exact passages already tell to stand in both of two articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from operator import attrgetter, itemgetter

from textreuse.passages.passages import Passage
from textreuse.structures.interval_index import IntervalIndex
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position, Stretch

_NEARBY = 30
"""Words between a stretch and a passage, on each side, up to which the passage is taken to lead
from the one to the other: about a sentence."""

_BLOCK = 64
"""Words of the left article that are looked up together: about what is asked for at once."""

_FEW = 8
"""Places that are sooner looked at one by one than looked up."""

_RELATED = 0.25
"""Share of the words of either article, covered by exact passages, from which on the two are
related: one knew the other, or both a third. What looks alike elsewhere in them is then no
chance."""

_start, _stop = attrgetter("start"), itemgetter(1)

Places = tuple["Range[Position]", "Range[Position]"]
"""The positions of an exact passage in the left article and in the right one."""


class ExactCoverage:
    """The places, left and right, of the exact passages between two articles."""

    def __init__(self, places: Iterable[Places] = ()) -> None:
        self._places = list(places)
        self._near_left: dict[Stretch, list[Places]] = {}

    @cached_property
    def _intervals(self) -> IntervalIndex:
        """The places on the left: of many it is asked, of most of all pairs of articles never."""
        intervals = IntervalIndex(_BLOCK)
        for index, (left, _) in enumerate(self._places):
            intervals.add(index, left.start, left.stop)
        return intervals

    @cached_property
    def _covered(self) -> list[list[Stretch]]:
        """What is covered on the left and on the right: sorted, disjoint."""
        return [_unite(place[side] for place in self._places) for side in (0, 1)]

    def words(self, side: int) -> set[Position]:
        """Return a new set of the positions on the left (0) or right (1) that are covered."""
        return {word for stretch in self._covered[side] for word in Range(*stretch)}

    def share(self, side: int, first: Position, last: Position) -> float:
        """Return the share, 0..1, of the words `first:last` that any passage covers."""
        covered = self._covered[side]
        inside = covered[bisect_left(covered, first, key=_stop) : bisect_left(covered, (last,))]
        common = sum(min(stop, last) - max(start, first) for start, stop in inside)
        return common / (last - first)

    def near(self, left: Stretch, right: Stretch) -> list[Places]:
        """Return the places of the passages that lead from around `left` to around `right`."""
        if not self._places:
            return []
        around = self._near_left.get(left)
        if around is None:
            # Kept: one stretch is held against many, and most have none.
            around = self._near_left[left] = self._find_near_left(left)
        return [
            places
            for places in around
            if places[1].stop >= right[0] - _NEARBY and places[1].start <= right[1] + _NEARBY
        ]

    def _find_near_left(self, left: Stretch) -> list[Places]:
        places = self._places
        if len(places) > _FEW:
            around = self._intervals.near(left[0] - _NEARBY, left[1] + _NEARBY)
            places = [places[index] for index in sorted(around)]
        return [
            (ours, theirs)
            for ours, theirs in places
            if ours.stop >= left[0] - _NEARBY and ours.start <= left[1] + _NEARBY
        ]


def _unite(places: Iterable[Range[Position]]) -> list[Stretch]:
    united: list[Stretch] = []
    for place in sorted(places, key=_start):
        if united and place.start <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], place.stop)
        else:
            united.append((place.start, place.stop))
    return united


def are_related(corpus: Corpus, pair: tuple[int, int], between: ExactCoverage) -> bool:
    """Tell whether one of two articles took much of the other as it stood."""
    return any(
        between.share(side, sentences[0][0], sentences[-1][1]) >= _RELATED
        for side, sentences in enumerate(corpus.sentences[article] for article in pair)
        if sentences
    )


def find_coverage(corpus: Corpus, exact: Iterable[Passage]) -> dict[tuple[int, int], ExactCoverage]:
    """Return what `exact` passages cover between each pair of articles, left before right."""
    places: dict[tuple[int, int], list[Places]] = {}
    for passage in exact:
        pair = passage.left.article, passage.right.article
        both = corpus.positions(passage.left), corpus.positions(passage.right)
        places.setdefault(pair, []).append(both)
    return {pair: ExactCoverage(of_pair) for pair, of_pair in places.items()}
