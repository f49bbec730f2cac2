"""Carried: what exact passages already tell to stand in both of two articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from textreuse.corpus import Corpus, Stretch
from textreuse.passages import Passage

_NEARBY = 30
"""Words around two stretches within which a passage belongs to both: about a sentence."""


class Carried:
    """The places, left and right, of the exact passages between two articles."""

    def __init__(self, places: Iterable[tuple[range, range]] = ()) -> None:
        self._places = sorted(places, key=lambda place: (place[0].start, place[1].start))
        self._starts = [left.start for left, _ in self._places]
        self._words = [set().union(*(place[side] for place in self._places)) for side in (0, 1)]
        self._longest = max((len(left) for left, _ in self._places), default=0)

    def share(self, side: int, first: int, last: int) -> float:
        """Return the share, 0..1, of the words `first:last` that any passage carries."""
        return len(self._words[side].intersection(range(first, last))) / (last - first)

    def near(self, left: Stretch, right: Stretch) -> Iterator[tuple[range, range]]:
        """Yield the places of the passages that lead from around `left` to around `right`."""
        first = bisect_left(self._starts, left[0] - _NEARBY - self._longest)
        for ours, theirs in self._places[first:]:
            if ours.start > left[1] + _NEARBY:
                break
            if (
                ours.stop >= left[0] - _NEARBY
                and theirs.stop >= right[0] - _NEARBY
                and theirs.start <= right[1] + _NEARBY
            ):
                yield ours, theirs


def carried(corpus: Corpus, exact: Iterable[Passage]) -> dict[tuple[int, int], Carried]:
    """Return what `exact` passages carry between each pair of articles, left before right."""
    places: dict[tuple[int, int], list[tuple[range, range]]] = {}
    for passage in exact:
        pair = passage.left.article, passage.right.article
        both = corpus.positions(passage.left), corpus.positions(passage.right)
        places.setdefault(pair, []).append(both)
    return {pair: Carried(of_pair) for pair, of_pair in places.items()}
