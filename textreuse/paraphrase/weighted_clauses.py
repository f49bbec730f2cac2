"""Weighted clauses: an article as clauses, each a bag of terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import fsum, log

from textreuse.paraphrase.clauses import Clause, ClauseIndex, split_clauses
from textreuse.paraphrase.name_terms import find_name_terms
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Bag, Vectors
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

WeighedTerm = tuple[int, int, float]
"""A term, how often it occurs, and what one of it weighs."""


class Rarity:
    """What terms weigh in a statement, from 0 (in every sentence) to 1 (in one sentence only).

    The same whether there are ten sentences or ten thousand. Framing words weigh nothing.
    """

    def __init__(self, vectors: Vectors) -> None:
        most = log(max(2, len(vectors.units)))
        self.of = [rarity / most for rarity in vectors.rarity]
        for term in vectors.terms.framing:
            if term < len(self.of):
                self.of[term] = 0.0
        self._vectors = vectors

    @cached_property
    def _names(self) -> set[int]:
        return find_name_terms(self._vectors)

    def weigh_content(self, bag: Bag) -> float:
        """Return what the terms of `bag` weigh that are no names."""
        of, named = self.of, self._names
        return fsum([count * of[term] for term, count in bag.items() if term not in named])

    def count_content_terms(self, bag: Bag) -> int:
        """Count the different terms of `bag` that are no names and weigh anything."""
        return sum(1 for term in bag if self.of[term] and term not in self._names)


class WeightedClauses:
    """The clauses of one article, their bags made when first asked for."""

    def __init__(self, vectors: Vectors, rarity: Rarity, article: int) -> None:
        self._vectors, self._rarity, self._article = vectors, rarity, article
        self._weighed: dict[ClauseIndex, tuple[list[WeighedTerm], float]] = {}

    @cached_property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return split_clauses(self._vectors.corpus, self._article)

    @cached_property
    def _starts(self) -> list[Position]:
        return [clause.first for clause in self.clauses]

    def weigh(self, clause: ClauseIndex) -> tuple[list[WeighedTerm], float]:
        """Return the terms of a clause that weigh anything, and what they weigh together."""
        if clause not in self._weighed:
            first, last, _ = self.clauses[clause]
            counts = Counter(self._vectors.terms.at[first:last])
            del counts[NO_TERM]
            rarity = self._rarity.of
            terms = [(term, count, rarity[term]) for term, count in counts.items() if rarity[term]]
            self._weighed[clause] = terms, fsum([count * weight for _, count, weight in terms])
        return self._weighed[clause]

    def tokens(self, clause: ClauseIndex) -> Sequence[int]:
        """Return the numbers of a clause's words, in their order."""
        first, last, _ = self.clauses[clause]
        return self._vectors.corpus.tokens[first:last]

    def find_overlaps(self, unit: Stretch) -> Range[ClauseIndex]:
        """Return the clauses of which at least one word stands in `unit`, not empty."""
        first = bisect_right(self._starts, unit[0]) - 1
        return Range(first, bisect_left(self._starts, unit[1], first))
