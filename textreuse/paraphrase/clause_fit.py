"""Clause fit: two stretches of clauses, grown and cut until they have most in common.

The score of a pair of stretches is what corresponds, less a share of all that stands there. The
best is a maximal scoring segment pair (Karlin, Altschul 1990), with bags of terms in the place of
sequences; it is climbed to one clause at a time.
"""

from __future__ import annotations

from collections.abc import Container

from textreuse.paraphrase.clauses import ClauseIndex
from textreuse.paraphrase.reaches import MOST_MOVES
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Bag
from textreuse.paraphrase.weighted_clauses import WeightedClauses
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

_NOISE = 1e-9


_WeighedTerm = tuple[int, int, float]
"""A term, how often it occurs, and what one of it weighs."""

_Told = dict[ClauseIndex, list[_WeighedTerm]]
"""By clause the terms of it that may correspond."""

_Move = tuple[float, int, bool, ClauseIndex, bool]
"""What is gained by adding a clause (True) or leaving it off, at the end of a side (True) or where
it begins: gain, side, whether at the end, clause, whether added."""


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
        self._articles, self._closed = articles, closed
        reaches = articles[0].reach(left), articles[1].reach(right)
        self._reaches = reaches[0].clauses, reaches[1].clauses
        common = reaches[0].different_forms & reaches[1].different_forms
        rarity = articles[0].rarity
        # Nothing else may ever correspond, whatever is added.
        self._weights = {
            form: weight for form in common if form > NO_TERM and (weight := rarity[form])
        }
        self._told: tuple[_Told, _Told] = {}, {}
        self._bags: tuple[Bag, Bag] = {}, {}
        for side, stretch in enumerate(stretches):
            bag = self._bags[side]
            for clause in stretch:
                for term, count, _ in self._tell(side, clause):
                    bag[term] = bag.get(term, 0) + count

    def _tell(self, side: int, clause: ClauseIndex) -> list[_WeighedTerm]:
        """Return the terms of a clause that may correspond."""
        weights = self._weights
        told = self._told[side][clause] = [
            (term, count, weights[term])
            for term, count in self._articles[side].count(clause).items()
            if term in weights
        ]
        return told

    @property
    def shared(self) -> Bag:
        """The terms that stand on both sides."""
        ours, theirs = self._bags
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
        listed = [self._list_moves(0), self._list_moves(1)]
        for _ in range(MOST_MOVES):
            moves = listed[0] + listed[1]
            if not moves:
                return
            move = moves[0]
            if len(moves) > 1:
                # Of equals the one whose words come first, so that neither side is favoured.
                move = max(moves)
                equals = [other for other in moves if other[0] > move[0] - _NOISE]
                if len(equals) > 1:
                    move = min(equals, key=self._words)
            _, side, _, clause, _ = move
            self._apply(move)
            listed[side] = self._list_moves(side)
            if self._told[side][clause]:
                listed[1 - side] = self._list_moves(1 - side)

    def _list_moves(self, side: int) -> list[_Move]:
        """Return what is better left out, at an edge of a side, and worth having beside it."""
        moves: list[_Move] = []
        article, told = self._articles[side], self._told[side]
        weights, first, last = article.weights, self.first[side], self.last[side]
        ours, theirs = self._bags[side], self._bags[1 - side]
        if last > first:
            for at_end, clause in ((False, first), (True, last)):
                gain = _PRICE * weights[clause] - 2 * _measure_loss(told[clause], ours, theirs)
                if gain > -_NOISE:
                    moves.append((gain, side, at_end, clause, False))
        for at_end, clause in ((False, _before(first)), (True, _after(last))):
            if clause not in self._reaches[side] or clause in self._closed[side]:
                continue
            terms = told[clause] if clause in told else self._tell(side, clause)
            if not terms:
                continue
            clauses = article.clauses
            opening, closing = clauses[first].sentence, clauses[last].sentence
            sentence = clauses[clause].sentence
            if closing - sentence < _SENTENCES and sentence - opening < _SENTENCES:
                price = _PRICE * weights[clause]
                if not opening <= sentence <= closing:
                    price += _OTHER_SENTENCE
                gain = 2 * _measure_gain(terms, ours, theirs) - price
                if gain > _NOISE:
                    moves.append((gain, side, at_end, clause, True))
        return moves

    def _words(self, move: _Move) -> list[int]:
        _, side, _, clause, _ = move
        return list(self._articles[side].tokens(clause))

    def _apply(self, move: _Move) -> None:
        _, side, at_end, clause, is_added = move
        ours = self._bags[side]
        for term, count, _ in self._told[side][clause]:
            ours[term] = ours.get(term, 0) + (count if is_added else -count)
        edge = self.last if at_end else self.first
        edge[side] = clause if is_added else _before(clause) if at_end else _after(clause)


def _before(clause: ClauseIndex) -> ClauseIndex:
    return ClauseIndex(clause - 1)


def _after(clause: ClauseIndex) -> ClauseIndex:
    return ClauseIndex(clause + 1)


def _measure_gain(terms: list[_WeighedTerm], ours: Bag, theirs: Bag) -> float:
    """Return what more corresponds if `terms` are added to `ours`."""
    gain = 0.0
    for term, count, weight in terms:
        if term in theirs:
            have, other = ours.get(term, 0), theirs[term]
            if have < other:
                gain += weight * min(count, other - have)
    return gain


def _measure_loss(terms: list[_WeighedTerm], ours: Bag, theirs: Bag) -> float:
    """Return what no longer corresponds if `terms` are dropped from `ours`."""
    loss = 0.0
    for term, count, weight in terms:
        if term in theirs:
            # Of what stands here, so many more than there may go for nothing.
            more = ours[term] - theirs[term]
            if more < count:
                loss += weight * (count - max(0, more))
    return loss
