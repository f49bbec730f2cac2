"""Evidence: what tells of the words of one article that they come from another.

A telling word that stands in a pair (`term_pairs`) which another article has too is *paired* with
that article. There is enough evidence for a word where enough of those around it are paired.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, compress, pairwise, repeat
from math import exp
from operator import add, mul, sub
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.structures.flags import find_stretches
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

_NEAR, _WIDE = 2.5, 15.0
"""Telling words over which what stands around a word loses 63 % of its weight: a clause, and a
few sentences."""

_WIDE_WEIGHT = 1 / 3
"""Weight of the wide surroundings, the near ones having the rest: the same clause says more in a
paragraph that is mostly taken."""

_LEAST_EVIDENCE = 0.38
"""Share of the telling words around, weighted, that must be paired."""

_TOLERANCE = 1e-9

_COPIED = 4
"""Words in a row of a passage, a CJK or Thai character being half a word, that are taken whatever
stands around them: on METER nine in ten letters of such runs were. Shorter runs of an edited
passage may be there by chance."""


class Evidence:
    """What tells of the words of `article` that they come from another."""

    def __init__(self, comparison: Comparison, article: int) -> None:
        self._comparison = comparison
        self._copied: dict[int, list[Range[Position]]] = {}
        self._collect_copied(article)
        self._pairs = comparison.sentence_similarity.term_pairs[article]
        self._positions = self._pairs.positions
        self._sentences = list(self._list_sentences(article))
        self._near = _Surroundings(len(self._positions), _NEAR, 1 - _WIDE_WEIGHT)
        self._wide = _Surroundings(len(self._positions), _WIDE, _WIDE_WEIGHT)

    def list_copied(self, other: int) -> Sequence[Range[Position]]:
        """Return the positions of each longer run that passages have in common with `other`."""
        return self._copied.get(other, ())

    def _collect_copied(self, article: int) -> None:
        corpus = self._comparison.corpus
        for passage in self._comparison.passages_of(article):
            ends = passage.pair
            if ends[0] != ends[1]:
                side = ends.index(article)
                for run in passage.runs_of_words:
                    first = run[0] if side == 0 else run[1]
                    last = Position(first + run[2])
                    if run[2] >= _COPIED and corpus.size(first, last) >= _COPIED:
                        self._copied.setdefault(ends[1 - side], []).append(Range(first, last))

    def _list_sentences(self, article: int) -> Iterator[tuple[int, int]]:
        """Yield for each telling word the `first:last` of those in its sentence."""
        units, positions = self._comparison.sentence_similarity.units, self._positions
        of_article = units.articles[article]
        first = 0
        for _, end in units.units[of_article.start : of_article.stop]:
            last = bisect_left(positions, end, first)
            yield from repeat((first, last), last - first)
            first = last

    def start(self) -> bytearray:
        """Return a flag for each telling word, none of them set."""
        return bytearray(len(self._positions))

    def list_rewritten(self, enough: bytearray) -> Iterator[Stretch]:
        """Yield `first:last` of positions that together are all with enough evidence.

        The words between two telling ones are too common to be judged by themselves.
        """
        corpus = self._comparison.corpus
        for first, last in find_stretches(enough):
            one = self._positions[first]
            end = Position(self._positions[last - 1] + 1)
            if not corpus.is_unbroken(one, end):
                for before, following in pairwise(self._positions[first:last]):
                    if not corpus.is_unbroken(before, following):
                        yield one, Position(before + 1)
                        one = following
            yield one, end

    def sort_by_carrier(self) -> list[bytearray]:
        """Return for each article, this one aside, a flag for each telling word paired with it."""
        carriers = self._comparison.sentence_similarity.pair_carriers
        found = [self.start() for _ in self._comparison.texts]
        for reach, row in enumerate(self._pairs.rows, 1):
            for index, having in enumerate(map(carriers.get, row)):
                if having is not None:
                    for other in having:
                        paired = found[other]
                        paired[index] = paired[index + reach] = 1
        return found

    def flag_paired(self, paired: bytearray, enough: bytearray) -> None:
        """Flag the telling words with enough evidence where those flagged in `paired` are paired.

        A sentence without one that is paired is only next to one that was taken.
        """
        places = list(compress(range(len(paired)), paired))
        if not places:
            return
        near, wide = self._near.sum_up(places), self._wide.sum_up(places)
        evidence = list(map(add, near.shares, wide.shares))
        for place, share in zip(places, evidence[1:], strict=False):
            if share >= _LEAST_EVIDENCE:
                enough[place] = 1
        # Between two paired words both sums are convex, and what they are divided by is concave:
        # each share is largest at one of them, or at an end of the text.
        most = map(add, map(max, pairwise(near.shares)), map(max, pairwise(wide.shares)))
        borders = pairwise((-1, *places, len(paired)))
        for number, ((before, after), bound) in enumerate(zip(borders, most, strict=True)):
            if bound >= _LEAST_EVIDENCE - _TOLERANCE and after - before > 1:
                asked = self._list_asked(before, after)
                shares = map(
                    add,
                    self._near.list_shares(asked, near, number, before, after),
                    self._wide.list_shares(asked, wide, number, before, after),
                )
                for place, share in zip(asked, shares, strict=True):
                    if share >= _LEAST_EVIDENCE:
                        enough[place] = 1

    def _list_asked(self, before: int, after: int) -> Sequence[int]:
        """Return which telling words between two paired ones, or an end, share a sentence with one.

        `before` is -1, and `after` the number of all telling words, at the ends.
        """
        sentences = self._sentences
        stop = min(after, sentences[before][1]) if before >= 0 else 0
        start = max(before + 1, sentences[after][0]) if after < len(sentences) else after
        if stop >= start:
            return range(before + 1, after)
        return [*range(before + 1, stop), *range(start, after)]


class _Surroundings:
    """How many of the places around each of a row are paired, by share.

    Weights fall by e over `reach` places, and all together have `weight`.
    """

    def __init__(self, length: int, reach: float, weight: float) -> None:
        self._length = length
        self._powers = list(accumulate(repeat(exp(-1 / reach), length), mul, initial=1.0))
        sums = list(accumulate(self._powers[:length], initial=0.0))[1:]
        # A place itself is in both sums.
        self._scale = [
            weight / (one + other - 1) for one, other in zip(sums, sums[::-1], strict=True)
        ]

    def sum_up(self, paired: Sequence[int]) -> _Sums:
        """Sum up what is around the places in `paired`, ascending, at least one."""
        gaps = list(map(sub, paired[1:], paired))
        before = self._decay(gaps)
        behind = self._decay(reversed(gaps))[::-1]
        scale = self._scale
        shares = [
            (one + other - 1) * scale[place]
            for one, other, place in zip(before, behind, paired, strict=True)
        ]
        first = behind[0] * self._powers[paired[0]] * scale[0]
        last = before[-1] * self._powers[self._length - 1 - paired[-1]] * scale[-1]
        return _Sums([0.0, *before], [*behind, 0.0], [first, *shares, last])

    def list_shares(
        self, places: Iterable[int], sums: _Sums, number: int, before: int, after: int
    ) -> list[float]:
        """Return the shares at places between `before` and `after`, which are paired.

        These are those of `number` in the `sums`, or the places around the row at its ends.
        """
        sum_before, sum_behind = sums.before[number], sums.behind[number]
        powers, scale = self._powers, self._scale
        return [
            (sum_before * powers[place - before] + sum_behind * powers[after - place])
            * scale[place]
            for place in places
        ]

    def _decay(self, gaps: Iterable[int]) -> list[float]:
        """Return for each paired place the sum up to it."""
        total = 1.0
        powers = self._powers
        return [total, *[total := total * powers[gap] + 1 for gap in gaps]]


class _Sums(NamedTuple):
    """Sums and shares at paired places."""

    before: list[float]
    """Up to each, with itself; 0 in front of the first."""
    behind: list[float]
    """From each on; 0 at the end."""
    shares: list[float]
    """That at the first place of the row, at each paired one, at the last place of the row."""
