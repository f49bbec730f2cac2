"""Opposite words: what stands in the place of a word in an edited passage."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.passages.alignment import Run
from textreuse.passages.passages import REWORDED, Passage
from textreuse.text.corpus import Corpus, Position, Stretch

Gap = tuple[int, int]
"""Which passage, and behind which of its runs."""


class EditedPassage(NamedTuple):
    """Two stretches, and the words that are the same in both."""

    sides: tuple[Stretch, Stretch]
    runs: tuple[Run, ...]

    def measure_gap(self, behind: int) -> tuple[Stretch, Stretch]:
        """Return the words behind a run, -1 for those before all, on both sides."""
        runs = self.runs
        gaps = []
        for side, (first, last) in enumerate(self.sides):
            start = runs[behind][side] + runs[behind][2] if behind >= 0 else first
            end = runs[behind + 1][side] if behind + 1 < len(runs) else last
            gaps.append((Position(start), Position(end)))
        return gaps[0], gaps[1]


class OppositeWords:
    """The gaps between what two articles have word for word, one over the other.

    Sides are counted as in `pair`, whichever of its articles is the first of all.
    """

    def __init__(self, comparison: Comparison, pair: tuple[int, int]) -> None:
        is_turned = pair[0] > pair[1]
        in_order = tuple(sorted(pair))
        self.corpus = comparison.corpus
        self.passages = [
            _read(comparison.corpus, passage, is_turned=is_turned)
            for passage in comparison.passages_of(pair[0])
            if passage.pair == in_order and not passage.weak and passage.kind not in REWORDED
        ]

    def find_gaps(self, side: int, stretch: Stretch) -> Iterator[Gap]:
        """Yield the gaps in which words of `stretch`, on that side, stand."""
        known = self._gaps[side]
        for position in range(*stretch):
            yield from known.get(position, ())

    @cached_property
    def _gaps(self) -> tuple[dict[int, list[Gap]], dict[int, list[Gap]]]:
        """The gaps of either side by the positions of their words."""
        found: tuple[dict[int, list[Gap]], dict[int, list[Gap]]] = ({}, {})
        for number, passage in enumerate(self.passages):
            for behind in range(-1, len(passage.runs)):
                for known, gap in zip(found, passage.measure_gap(behind), strict=True):
                    for position in range(*gap):
                        known.setdefault(position, []).append((number, behind))
        return found

    def measure_gap(self, gap: Gap) -> tuple[Stretch, Stretch]:
        """Return the words of a gap on both sides; either may be empty."""
        number, behind = gap
        return self.passages[number].measure_gap(behind)


def _read(corpus: Corpus, passage: Passage, *, is_turned: bool) -> EditedPassage:
    left, right = map(corpus.positions, (passage.left, passage.right))
    ours, theirs = (left.start, left.stop), (right.start, right.stop)
    if not is_turned:
        return EditedPassage((ours, theirs), passage.runs_of_words)
    turned = tuple((right, left, size) for left, right, size in passage.runs_of_words)
    return EditedPassage((theirs, ours), turned)
