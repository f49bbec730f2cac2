"""Opposite words: what stands in the place of a word in an edited passage, or a paraphrase."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.passages.alignment import Run, find_common_runs
from textreuse.passages.passages import REWORDED, Passage
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.function_words import list_function_words

_BEYOND, _LEAST_AT_EDGE = 3, 3
"""Words beyond an end of a passage that stand in the place of one another, where a sentence goes on
on both sides, and words of that sentence that are the same right at that end: a passage ends before
what was changed if little follows."""
_LEAST_AROUND = 3
"""Words around a gap of a paraphrase that are the same, on either side and together."""
_LONGEST = 200
"""Words of a paraphrase that are laid one over the other: longer ones are endless sentences."""

Gap = tuple[int, int]
"""Which passage, and behind which of its runs."""


class AlignedPassage(NamedTuple):
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

    def count_around(self, corpus: Corpus, behind: int) -> tuple[int, int]:
        """Count the same words right before and right behind a gap, in the sentence it is in.

        Nothing of a gap that is empty on both sides, or in which a sentence ends.
        """
        runs, gaps = self.runs, self.measure_gap(behind)
        before = runs[behind][2] if behind >= 0 else 0
        after = runs[behind + 1][2] if behind + 1 < len(runs) else 0
        for first, last in gaps:
            at = first if first < last else Position(first - 1)
            start, end = corpus.sentence(at)
            if last > end:
                return 0, 0
            before, after = min(before, first - start), min(after, end - last)
        return before, after


class OppositeWords:
    """The gaps between what two articles have word for word, one over the other.

    Sides are counted as in `pair`, whichever of its articles is the first of all.
    """

    def __init__(self, comparison: Comparison, pair: tuple[int, int]) -> None:
        is_turned = pair[0] > pair[1]
        in_order = tuple(sorted(pair))
        self.corpus = comparison.corpus
        self._forms = comparison.sentence_similarity.units.forms
        asked = [
            passage
            for passage in comparison.passages_of(pair[0])
            if passage.pair == in_order and not passage.weak
        ]
        self.passages = [
            _read(comparison.corpus, passage, is_turned=is_turned)
            for passage in asked
            if passage.kind not in REWORDED
        ]
        reworded = (
            _find_sides(comparison.corpus, passage, is_turned=is_turned)
            for passage in asked
            if passage.kind in REWORDED
        )
        self.paraphrases = [
            sides for sides in reworded if max(last - first for first, last in sides) <= _LONGEST
        ]
        """The sides of those that say the same in other words."""

    @cached_property
    def reworded(self) -> list[AlignedPassage]:
        """The paraphrases, with what is the same in them, in that order, but for its endings."""
        return [AlignedPassage(sides, self._align(*sides)) for sides in self.paraphrases]

    def _align(self, ours: Stretch, theirs: Stretch) -> tuple[Run, ...]:
        forms = self._forms
        runs = find_common_runs(forms[slice(*ours)], forms[slice(*theirs)])
        return tuple(
            (Position(ours[0] + left), Position(theirs[0] + right), size)
            for left, right, size in runs
        )

    @cached_property
    def _aligned(self) -> list[AlignedPassage]:
        """The passages, and behind them the paraphrases."""
        return [*self.passages, *self.reworded]

    def _is_framed(self, passage: AlignedPassage, behind: int) -> bool:
        """Tell whether the words around a gap say by themselves that it is of one statement.

        As many words as it takes are the same on both sides of it, some of which say something.
        """
        around = passage.count_around(self.corpus, behind)
        if not all(around) or sum(around) < _LEAST_AROUND:
            return False
        (first, _), (_, last) = passage.runs[behind][:2], passage.measure_gap(behind)[0]
        start = Position(first + passage.runs[behind][2] - around[0])
        return self._count_telling(start, Position(last + around[1])) > self._count_telling(
            *passage.measure_gap(behind)[0]
        )

    def is_reworded(self, gap: Gap) -> bool:
        """Tell whether a gap is of a paraphrase."""
        return gap[0] >= len(self.passages)

    def find_gaps(self, side: int, stretch: Stretch) -> set[Gap]:
        """Return the gaps in which words of `stretch`, on that side, stand."""
        known = self._gaps[side]
        return {gap for position in range(*stretch) for gap in known.get(position, ())}

    @cached_property
    def _gaps(self) -> tuple[dict[int, list[Gap]], dict[int, list[Gap]]]:
        """The gaps of either side by the positions of their words."""
        found: tuple[dict[int, list[Gap]], dict[int, list[Gap]]] = ({}, {})
        for number, passage in enumerate(self._aligned):
            for behind in range(-1, len(passage.runs)):
                if number >= len(self.passages) and not self._is_framed(passage, behind):
                    continue
                for known, gap in zip(found, passage.measure_gap(behind), strict=True):
                    for position in range(*gap):
                        known.setdefault(position, []).append((number, behind))
        return found

    def measure_gap(self, gap: Gap) -> tuple[Stretch, Stretch]:
        """Return the words of a gap on both sides; either may be empty."""
        number, behind = gap
        return self._aligned[number].measure_gap(behind)

    def are_in_line(self, gap: Gap, ours: Stretch, theirs: Stretch) -> bool:
        """Tell whether two stretches of a gap lie as far from what is the same, if one side is.

        By words that say something: "on Friday" stands where "Friday" does.
        """
        number, behind = gap
        here, there = self.measure_gap(gap)
        if behind < 0:
            return self._count_telling(ours[1], here[1]) == self._count_telling(theirs[1], there[1])
        is_last = behind + 1 == len(self._aligned[number].runs)
        return not is_last or (
            self._count_telling(here[0], ours[0]) == self._count_telling(there[0], theirs[0])
        )

    def _count_telling(self, first: Position, last: Position) -> int:
        """Count the words between two places that are no function words."""
        if first >= last:
            return 0
        corpus, article = self.corpus, self.corpus.article(first)
        base, known = corpus.first[article], list_function_words(corpus.languages[article])
        return sum(
            key not in known for key in corpus.words[article].keys[first - base : last - base]
        )


def _read(corpus: Corpus, passage: Passage, *, is_turned: bool) -> AlignedPassage:
    sides = _find_sides(corpus, passage, is_turned=is_turned)
    runs = passage.runs_of_words
    if is_turned:
        runs = tuple((right, left, size) for left, right, size in runs)
    return AlignedPassage(_widen(corpus, sides, runs) if runs else sides, runs)


def _widen(
    corpus: Corpus, sides: tuple[Stretch, Stretch], runs: tuple[Run, ...]
) -> tuple[Stretch, Stretch]:
    """Return the sides with what stands over one another beyond their ends, in their sentences."""
    low, high = runs[0], runs[-1]
    before, behind = [], []
    for side, (first, last) in enumerate(sides):
        opens, ends = corpus.sentence(first)
        starts, closes = corpus.sentence(Position(last - 1))
        if low[side] != first or min(low[2], ends - first) < _LEAST_AT_EDGE:
            opens = first
        if high[side] + high[2] != last or min(high[2], last - starts) < _LEAST_AT_EDGE:
            closes = last
        before.append(min(_BEYOND, first - opens))
        behind.append(min(_BEYOND, closes - last))
    before = before if all(before) else [0, 0]
    behind = behind if all(behind) else [0, 0]
    left, right = (
        (Position(first - before[side]), Position(last + behind[side]))
        for side, (first, last) in enumerate(sides)
    )
    return left, right


def _find_sides(corpus: Corpus, passage: Passage, *, is_turned: bool) -> tuple[Stretch, Stretch]:
    left, right = map(corpus.positions, (passage.left, passage.right))
    ours, theirs = (left.start, left.stop), (right.start, right.stop)
    return (theirs, ours) if is_turned else (ours, theirs)
