"""Weighted clauses: an article as clauses, each a bag of terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import fsum, log

from textreuse.paraphrase.clauses import Clause, ClauseIndex, split_clauses
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Bag, PairVectors, Units
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

WeighedTerm = tuple[int, int, float]
"""A term, how often it occurs, and what one of it weighs."""


class Rarity(dict[int, float]):
    """What terms weigh in a statement, from 0 (in every sentence) to 1 (in one sentence only).

    The same whether the two articles have ten sentences or ten thousand. Framing words weigh
    nothing. Each weight is made when first asked for.
    """

    def __init__(self, vectors: PairVectors) -> None:
        super().__init__()
        self._vectors = vectors
        self._most = log(max(2, vectors.rarity.units))
        framing = vectors.of_all.terms.framing
        ours, theirs = (vectors.corpus.languages[article] for article in vectors.pair)
        self._framing = framing[ours] if ours == theirs else framing[ours] | framing[theirs]

    def __missing__(self, term: int) -> float:
        frames = term in self._framing
        weight = self[term] = 0.0 if frames else self._vectors.rarity[term] / self._most
        return weight

    def weigh_content(self, bag: Bag) -> float:
        """Return what the terms of `bag` weigh that are no names."""
        return fsum([count * self[term] for term, count in bag.items() if not self._is_name(term)])

    def count_content_terms(self, bag: Bag) -> int:
        """Count the different terms of `bag` that are no names and weigh anything."""
        return sum(1 for term in bag if self[term] and not self._is_name(term))

    def _is_name(self, term: int) -> bool:
        return self._vectors.of_all.names.is_name(term, self._vectors.pair)


class ArticleClauses:
    """The clauses of one article, and their terms, whatever they weigh."""

    def __init__(self, units: Units, article: int) -> None:
        self._units, self._article = units, article
        self._counts: dict[ClauseIndex, Counter[int]] = {}

    @cached_property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return split_clauses(self._units.corpus, self._article)

    @cached_property
    def _starts(self) -> list[Position]:
        return [clause.first for clause in self.clauses]

    def count(self, clause: ClauseIndex) -> Counter[int]:
        """Count the terms of a clause."""
        if clause not in self._counts:
            first, last, _ = self.clauses[clause]
            counts = self._counts[clause] = Counter(self._units.terms.at[first:last])
            del counts[NO_TERM]
        return self._counts[clause]

    def tokens(self, clause: ClauseIndex) -> Sequence[int]:
        """Return the numbers of a clause's words, in their order."""
        first, last, _ = self.clauses[clause]
        return self._units.corpus.tokens[first:last]

    def find_overlaps(self, unit: Stretch) -> Range[ClauseIndex]:
        """Return the clauses of which at least one word stands in `unit`, not empty."""
        first = bisect_right(self._starts, unit[0]) - 1
        return Range(first, bisect_left(self._starts, unit[1], first))


class WeightedClauses:
    """The clauses of one article as they weigh against another, each when first asked for."""

    def __init__(self, article: ArticleClauses, rarity: Rarity) -> None:
        self._article, self._rarity = article, rarity
        self.clauses = article.clauses
        self.tokens, self.find_overlaps = article.tokens, article.find_overlaps
        self._weighed: dict[ClauseIndex, tuple[list[WeighedTerm], float]] = {}

    def weigh(self, clause: ClauseIndex) -> tuple[list[WeighedTerm], float]:
        """Return the terms of a clause that weigh anything, and what they weigh together."""
        if clause not in self._weighed:
            rarity, counts = self._rarity, self._article.count(clause)
            terms = [(term, count, rarity[term]) for term, count in counts.items() if rarity[term]]
            self._weighed[clause] = terms, fsum([count * weight for _, count, weight in terms])
        return self._weighed[clause]
