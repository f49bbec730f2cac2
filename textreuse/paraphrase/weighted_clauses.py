"""Weighted clauses: an article as clauses, each a bag of terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import fsum, log
from typing import NamedTuple

from textreuse.paraphrase.clauses import Clause, ClauseIndex, split_clauses
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Bag, PairVectors, Units
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch

WeighedTerm = tuple[int, int, float]
"""A term, how often it occurs, and what one of it weighs."""


class Anchors(NamedTuple):
    """The terms that two stretches have in common, as far as few other places have them.

    A term that one unit of either article has counts 1, one that stands in two units of the one and
    three of the other a sixth.
    """

    content: float
    names: float
    figures: float


_CONTENT, _NAMES, _FIGURES = range(3)


class Rarity(dict[int, float]):
    """What terms weigh in a statement, from 0 (in every sentence) to 1 (in one sentence only).

    The same whether the two articles have ten sentences or ten thousand. Framing words weigh
    nothing. Each weight is made when first asked for.
    """

    def __init__(self, vectors: PairVectors) -> None:
        super().__init__()
        self._vectors = vectors
        self._most = log(max(2, vectors.rarity.units))
        terms = vectors.of_all.terms
        languages = {vectors.corpus.languages[article] for article in vectors.pair}
        self._framing = frozenset[int]().union(*map(terms.framing.__getitem__, languages))
        self._function = frozenset[int]().union(*map(terms.function.__getitem__, languages))

    def __missing__(self, term: int) -> float:
        frames = term in self._framing
        weight = self[term] = 0.0 if frames else self._vectors.rarity[term] / self._most
        return weight

    def count_anchors(self, bag: Bag) -> Anchors:
        """Count the terms of `bag`, each by the number of pairs of units that have it.

        Function words, and what weighs nothing, are no anchors.
        """
        ours, theirs = (self._vectors.of_all.postings[article] for article in self._vectors.pair)
        anchors = [0.0, 0.0, 0.0]
        for term in bag:
            if self._tells(term):
                places = len(ours[term]) * len(theirs[term])
                anchors[self._choose_kind(term)] += 1 / places
        return Anchors(*anchors)

    def count_words_of_content(self, bag: Bag) -> int:
        """Count the terms of `bag`, each once, that say something and are no names."""
        return sum(
            1
            for term, count in bag.items()
            if count and self._tells(term) and self._choose_kind(term) != _NAMES
        )

    def _tells(self, term: int) -> bool:
        return term not in self._function and self[term] > 0

    def _choose_kind(self, term: int) -> int:
        """Return which of the `Anchors` a term is."""
        units = self._vectors.of_all
        if term in units.terms.figures:
            return _FIGURES
        return _NAMES if units.names.is_name(term, self._vectors.pair) else _CONTENT


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
            first, last = self.clauses[clause][:2]
            counts = self._counts[clause] = Counter(self._units.terms.at[first:last])
            del counts[NO_TERM]
        return self._counts[clause]

    def tokens(self, clause: ClauseIndex) -> Sequence[int]:
        """Return the numbers of a clause's words, in their order."""
        first, last = self.clauses[clause][:2]
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
