"""Clause fit: two stretches of clauses, grown and cut until they have most in common.

The score of a pair of stretches is what corresponds, less a share of all that stands there. The
best is a maximal scoring segment pair (Karlin, Altschul 1990), with bags of terms in the place of
sequences; it is climbed to one clause at a time.
"""

from __future__ import annotations

from collections.abc import Container
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
        self._articles, self._closed = articles, closed
        self._reaches = articles[0].reach(left).clauses, articles[1].reach(right).clauses
        for bag, stretch, article in zip(self.bags, stretches, articles, strict=True):
            for clause in stretch:
                for term, count, _ in article.weighed[clause].terms:
                    bag[term] = bag[term] + count if term in bag else count

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

        The score is what corresponds, counted on both sides, less the price of all that stands
        there. A clause that weighs nothing ("He smiled.") is dropped, too.
        """
        for _ in range(_MOST_MOVES):
            moves = self._list_moves()
            if not moves:
                return
            if len(moves) > 1:
                # Of equals the one whose words come first, so that neither side is favoured.
                least = max([move.gain for move in moves]) - _NOISE
                equals = [move for move in moves if move.gain > least]
                moves = [min(equals, key=self._words)] if len(equals) > 1 else equals
            self._apply(moves[0])

    def _list_moves(self) -> list[_Move]:
        """Return what is better left out, at an edge of either side, and worth having beside it."""
        moves = []
        for side, article in enumerate(self._articles):
            clauses, weighed = article.clauses, article.weighed
            first, last = self.first[side], self.last[side]
            ours, theirs = self.bags[side], self.bags[1 - side]
            if last > first:
                for edge, clause in ((self.first, first), (self.last, last)):
                    terms, weight = weighed[clause]
                    gain = _PRICE * weight - 2 * _measure_loss(terms, ours, theirs)
                    if gain > -_NOISE:
                        moves.append(_Move(gain, side, edge, clause, -1))
            opening, closing = clauses[first].sentence, clauses[last].sentence
            reach, closed = self._reaches[side], self._closed[side]
            before, after = ClauseIndex(first - 1), ClauseIndex(last + 1)
            for edge, clause in ((self.first, before), (self.last, after)):
                if clause not in reach or clause in closed:
                    continue
                sentence = clauses[clause].sentence
                if closing - sentence < _SENTENCES and sentence - opening < _SENTENCES:
                    terms, weight = weighed[clause]
                    price = _PRICE * weight
                    if not opening <= sentence <= closing:
                        price += _OTHER_SENTENCE
                    gain = 2 * _measure_gain(terms, ours, theirs) - price
                    if gain > _NOISE:
                        moves.append(_Move(gain, side, edge, clause, 1))
        return moves

    def _words(self, move: _Move) -> list[int]:
        return list(self._articles[move.side].tokens(move.clause))

    def _apply(self, move: _Move) -> None:
        _, side, edge, clause, sign = move
        ours = self.bags[side]
        for term, count, _ in self._articles[side].weighed[clause].terms:
            ours[term] = ours.get(term, 0) + sign * count
        outwards = 1 if edge is self.last else -1
        edge[side] = ClauseIndex(clause if sign > 0 else clause - outwards)


def _measure_gain(terms: list[WeighedTerm], ours: Bag, theirs: Bag) -> float:
    """Return what more corresponds if `terms` are added to `ours`."""
    gain = 0.0
    for term, count, weight in terms:
        if term in theirs:
            have, other = ours.get(term, 0), theirs[term]
            if have < other:
                gain += weight * min(count, other - have)
    return gain


def _measure_loss(terms: list[WeighedTerm], ours: Bag, theirs: Bag) -> float:
    """Return what no longer corresponds if `terms` are dropped from `ours`."""
    loss = 0.0
    for term, count, weight in terms:
        if term in theirs:
            # Of what stands here, so many more than there may go for nothing.
            more = ours[term] - theirs[term]
            if more < count:
                loss += weight * (count - max(0, more))
    return loss
