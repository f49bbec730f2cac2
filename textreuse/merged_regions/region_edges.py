"""Region edges: where a region begins and ends, once it is known that there is one.

Its score is what both sides have in common, less a share of all that stands there, as in a maximal
scoring segment pair (Karlin, Altschul 1990). It is climbed to unit by unit, then word by word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textreuse.merged_regions.clusters import Area
from textreuse.merged_regions.region_pairs import RegionPair
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import PairVectors
from textreuse.paraphrase.weighted_clauses import Rarity
from textreuse.text.corpus import Position
from textreuse.text.spans import Span

_PRICE = 0.33
"""Weight that must correspond for each weight of a unit."""
_ADDED = 0.7
"""What a unit that is added must be worth beyond that, in terms that stand only once."""
_FARTHEST = 3
"""Units by which an edge moves outwards at most: what is doubtful makes the next more so."""
_MOST_MOVES = 64
"""Units that are added and dropped in all: the edges of a text that repeats itself would wander."""

_WORD_PRICE = 0.3
"""As `_PRICE`, for each word of the outermost unit."""
_FEWEST_DROPPED = 7
"""Words that are worth dropping: fewer are mostly those that were put in the place of others."""


class _Move(NamedTuple):
    """A unit that is added (1) or dropped (-1) at the first or the last edge of a side."""

    gain: float
    side: int
    at_end: bool
    unit: UnitIndex
    sign: int


def climb_to_edges(vectors: PairVectors, rarity: Rarity, core: Area) -> Area:
    """Return the area with units added to and dropped from the edges of `core` while it gains."""
    climb = _Climb(vectors, rarity, core)
    for _ in range(_MOST_MOVES):
        gaining = [move for move in climb.list_moves() if move.gain > 0]
        if not gaining:
            break
        best = max(move.gain for move in gaining)
        climb.apply(min((move for move in gaining if move.gain == best), key=climb.words))
    return climb.area


class _Climb:
    """An area whose edges move, and the terms of both its sides."""

    def __init__(self, vectors: PairVectors, rarity: Rarity, core: Area) -> None:
        self._vectors, self._rarity, self._core = vectors, rarity, core
        self._first, self._last = [core.left, core.right], [core.left_last, core.right_last]
        self._bags: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        for side, bag in enumerate(self._bags):
            for unit in range(self._first[side], self._last[side] + 1):
                bag.update(vectors.bags[unit])

    @property
    def area(self) -> Area:
        """Where the edges are now."""
        return Area(self._first[0], self._last[0], self._first[1], self._last[1])

    def list_moves(self) -> Iterator[_Move]:
        """Yield what may be added or dropped next."""
        for side in (0, 1):
            article = self._vectors.of_all.articles[self._vectors.pair[side]]
            core_first, core_last = self._core.units(side)
            first, last = self._first[side], self._last[side]
            before, after = UnitIndex(first - 1), UnitIndex(last + 1)
            if last > first:
                yield self._weigh(side, first, -1, at_end=False)
                yield self._weigh(side, last, -1, at_end=True)
            if before >= max(article.start, core_first - _FARTHEST):
                yield self._weigh(side, before, 1, at_end=False)
            if after <= min(article.stop - 1, core_last + _FARTHEST):
                yield self._weigh(side, after, 1, at_end=True)

    def words(self, move: _Move) -> list[int]:
        """Return the words of a unit: they decide among equals, so that no side is favoured."""
        return self._vectors.corpus.tokens[slice(*self._vectors.units[move.unit])]

    def apply(self, move: _Move) -> None:
        """Add or drop a unit."""
        outwards = move.sign if move.at_end else -move.sign
        edges = self._last if move.at_end else self._first
        edges[move.side] = UnitIndex(edges[move.side] + outwards)
        bag = self._bags[move.side]
        for term, count in self._vectors.bags[move.unit].items():
            bag[term] += move.sign * count

    def _weigh(self, side: int, unit: UnitIndex, sign: int, *, at_end: bool) -> _Move:
        ours, theirs = self._bags[side], self._bags[1 - side]
        gain = -_ADDED if sign > 0 else 0.0
        for term, count in self._vectors.bags[unit].items():
            have, other = ours[term], theirs[term]
            common = min(have + sign * count, other) - min(have, other)
            gain += self._rarity[term] * (2 * common - sign * _PRICE * count)
        # Rounding must not decide between equals.
        return _Move(round(gain, 9), side, at_end, unit, sign)


def trim_to_words(vectors: PairVectors, rarity: Rarity, place: Area) -> RegionPair:
    """Return the sides of an area without the outer words that are not worth their price."""
    return _trim_side(vectors, rarity, place, 0), _trim_side(vectors, rarity, place, 1)


def _trim_side(vectors: PairVectors, rarity: Rarity, place: Area, side: int) -> Span:
    at, units = vectors.of_all.terms.at, vectors.of_all
    first, last = units.stretch(*place.units(side))
    theirs = set(at[slice(*units.stretch(*place.units(1 - side)))])
    opening, closing = (vectors.units[unit] for unit in place.units(side))
    before = _count_unpaid(rarity, at[slice(*opening)], theirs)
    after = _count_unpaid(rarity, at[slice(*closing)][::-1], theirs)
    if before + after >= last - first:
        before = after = 0
    return vectors.corpus.span(Position(first + before), Position(last - after))


def _count_unpaid(rarity: Rarity, terms: Sequence[int], theirs: set[int]) -> int:
    """Count the words, from the first on, that are better left out; 0 where all would be."""
    best, count, saved = 0.0, 0, 0.0
    for number, term in enumerate(terms, 1):
        if term != NO_TERM:
            saved += rarity[term] * (_WORD_PRICE - (term in theirs))
        if saved > 0 and saved >= best:
            best, count = saved, number
    return count if _FEWEST_DROPPED <= count < len(terms) else 0
