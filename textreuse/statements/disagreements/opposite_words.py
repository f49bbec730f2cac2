"""Opposite words: what stands in the place of a word in an edited passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter

from textreuse.comparison import Comparison
from textreuse.passages.passages import REWORDED, Passage
from textreuse.text.corpus import Position, Stretch

Gap = tuple[int, int]
"""Which passage, and behind which of its runs."""


class OppositeWords:
    """The gaps between what two articles have word for word, one over the other."""

    def __init__(self, comparison: Comparison, pair: tuple[int, int]) -> None:
        corpus = comparison.corpus
        self.passages: list[Passage] = []
        self._sides: tuple[list[tuple[Stretch, int]], list[tuple[Stretch, int]]] = ([], [])
        for passage in comparison.passages_of(pair[0]):
            if passage.pair != pair or passage.weak or passage.kind in REWORDED:
                continue
            number = len(self.passages)
            self.passages.append(passage)
            for side, span in enumerate((passage.left, passage.right)):
                positions = corpus.positions(span)
                self._sides[side].append(((positions.start, positions.stop), number))

    def find_gaps(self, side: int, stretch: Stretch) -> Iterator[Gap]:
        """Yield the gaps in which words of `stretch`, on that side, stand."""
        for (first, last), number in self._sides[side]:
            if first >= stretch[1] or last <= stretch[0]:
                continue
            runs = self.passages[number].runs_of_words
            for position in range(max(first, stretch[0]), min(last, stretch[1])):
                behind = bisect_right(runs, position, key=itemgetter(side)) - 1
                if behind < 0 or position >= runs[behind][side] + runs[behind][2]:
                    yield number, behind

    def measure_gap(self, gap: Gap) -> tuple[Stretch, Stretch]:
        """Return the words of a gap on both sides; either may be empty."""
        number, behind = gap
        runs = self.passages[number].runs_of_words
        before = runs[behind] if behind >= 0 else None
        after = runs[behind + 1] if behind + 1 < len(runs) else None
        sides = []
        for side in (0, 1):
            first, last = next(
                stretch for stretch, passage in self._sides[side] if passage == number
            )
            start = first if before is None else before[side] + before[2]
            end = last if after is None else after[side]
            sides.append((Position(start), Position(end)))
        return sides[0], sides[1]
