"""Clause fit: two stretches of clauses, grown and cut until they have most in common.

The score of a pair of stretches is what corresponds, less a share of all that stands there. The
best is a maximal scoring segment pair (Karlin, Altschul 1990), with bags of terms in the place of
sequences; it is climbed to one clause at a time.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.tf_isf import Bag
from textreuse.paraphrase.weighted_clauses import WeighedTerm, WeightedClauses
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Stretch

_PRICE = 0.3
"""Weight that must correspond for each weight of text: a clause is worth having where more than
this share of it stands on the other side too."""

_OTHER_SENTENCE = 2.5
"""What a clause of one more sentence must be worth beyond that, in terms that stand only once.
With less the edge swallows the sentence that follows."""

_SENTENCES = 2
"""Most sentences that either side may have."""

_MOST_MOVES = 32
"""Clauses that are added or dropped in all. News and essays need five; in a sentence of a thousand
clauses that agree the edge would run to both its ends, from every match in it."""

_NOISE = 1e-9


class _Move(NamedTuple):
    """A clause that is added at (1) or dropped from (-1) the first or last edge of a side."""

    gain: float
    side: int
    edge: list[ClauseIndex]
    clause: ClauseIndex
    sign: int


class Fit:
    """Two stretches of clauses, from `first` to `last`, inclusive; each has a left and a right."""

    def __init__(
        self,
        articles: tuple[WeightedClauses, WeightedClauses],
        left: Range[ClauseIndex],
        right: Range[ClauseIndex],
        closed: tuple[Container[ClauseIndex], Container[ClauseIndex]],
    ) -> None:
        """Begin with the clauses `left` and `right`; those `closed` on either are not added."""
        stretches = left, right
        self.first = [stretch.start for stretch in stretches]
        self.last = [ClauseIndex(stretch.stop - 1) for stretch in stretches]
        self.bags: tuple[Bag, Bag] = ({}, {})
        self.common = 0.0
        """Weight of what stands on both sides, 0 or more."""
        self.weights = [0.0, 0.0]
        """Weight of all that stands on either side."""
        self._articles, self._closed = articles, closed
        rarity: dict[int, float] = {}
        for side, (stretch, article) in enumerate(zip(stretches, articles, strict=True)):
            bag = self.bags[side]
            for clause in stretch:
                terms, weight = article.weigh(clause)
                self.weights[side] += weight
                for term, count, weight_of_one in terms:
                    bag[term] = bag[term] + count if term in bag else count
                    rarity[term] = weight_of_one
        for term, count in self.shared.items():
            self.common += count * rarity[term]

    @property
    def score(self) -> float:
        """What corresponds, counted on both sides, less the price of all that stands there."""
        return 2 * self.common - _PRICE * sum(self.weights)

    @property
    def shared(self) -> Bag:
        """The terms that stand on both sides."""
        ours, theirs = self.bags
        common = {term: min(count, theirs[term]) for term, count in ours.items() if term in theirs}
        # What was dropped is still known, none times.
        return {term: count for term, count in common.items() if count}

    def place(self, side: int) -> Stretch:
        """Return the positions that the stretch on the left (0) or right (1) covers."""
        clauses = self._articles[side].clauses
        return clauses[self.first[side]].first, clauses[self.last[side]].last

    def climb(self) -> None:
        """Add and drop clauses at the edges, the best first, while the score rises.

        A clause that weighs nothing ("He smiled.") is dropped, too.
        """
        for _ in range(_MOST_MOVES):
            moves = [move for move in self._list_moves() if move.gain > _NOISE * move.sign]
            best = max((move.gain for move in moves), default=None)
            if best is None:
                return
            # Of equals the one whose words come first, so that neither side is favoured.
            equals = [move for move in moves if move.gain > best - _NOISE]
            move = min(equals, key=self._words) if len(equals) > 1 else equals[0]
            self._apply(move.side, move.clause, move.sign)
            outwards = 1 if move.edge is self.last else -1
            move.edge[move.side] = ClauseIndex(move.edge[move.side] + move.sign * outwards)

    def _list_moves(self) -> Iterator[_Move]:
        for side, article in enumerate(self._articles):
            clauses = article.clauses
            first, last = self.first[side], self.last[side]
            if last > first:
                yield _Move(self._measure_gain(side, first, -1), side, self.first, first, -1)
                yield _Move(self._measure_gain(side, last, -1), side, self.last, last, -1)
            opening, closing = clauses[first].sentence, clauses[last].sentence
            before, after = ClauseIndex(first - 1), ClauseIndex(last + 1)
            for edge, clause in ((self.first, before), (self.last, after)):
                if not self._is_open(side, min(edge[side], clause), clause):
                    continue
                sentence = clauses[clause].sentence
                if closing - sentence < _SENTENCES and sentence - opening < _SENTENCES:
                    price = 0.0 if opening <= sentence <= closing else _OTHER_SENTENCE
                    yield _Move(self._measure_gain(side, clause, 1) - price, side, edge, clause, 1)

    def _is_open(self, side: int, before: ClauseIndex, clause: ClauseIndex) -> bool:
        """Tell whether a clause may be added, the one at `before` or the next being an edge."""
        clauses = self._articles[side].clauses
        return (
            0 <= clause < len(clauses)
            and clause not in self._closed[side]
            # A reader takes two paragraphs for two statements.
            and clauses[before].paragraph == clauses[before + 1].paragraph
            # Words that were left out stand between two clauses of which neither has them.
            and clauses[before].last == clauses[before + 1].first
        )

    def _words(self, move: _Move) -> list[int]:
        return list(self._articles[move.side].tokens(move.clause))

    def _measure_gain(self, side: int, clause: ClauseIndex, sign: int) -> float:
        """Return by how much the score changes if a clause is added or dropped."""
        terms, weight = self._articles[side].weigh(clause)
        return 2 * self._measure_common_change(side, terms, sign) - sign * _PRICE * weight

    def _measure_common_change(self, side: int, terms: list[WeighedTerm], sign: int) -> float:
        ours, theirs = self.bags[side], self.bags[1 - side]
        change = 0.0
        for term, count, weight in terms:
            if term in theirs:
                have, other = ours.get(term, 0), theirs[term]
                change += weight * (min(have + sign * count, other) - min(have, other))
        return change

    def _apply(self, side: int, clause: ClauseIndex, sign: int) -> None:
        terms, weight = self._articles[side].weigh(clause)
        self.common += self._measure_common_change(side, terms, sign)
        self.weights[side] += sign * weight
        ours = self.bags[side]
        for term, count, _ in terms:
            ours[term] = ours.get(term, 0) + sign * count
