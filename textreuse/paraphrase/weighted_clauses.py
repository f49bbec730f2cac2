"""Weighted clauses: an article as clauses, each a bag of terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, log
from typing import NamedTuple

from textreuse.paraphrase.clauses import Clause, ClauseIndex, split_clauses
from textreuse.paraphrase.reaches import Reach
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
        self._anchors: dict[int, tuple[int, float]] = {}
        self._most = log(max(2, vectors.rarity.units))
        terms = vectors.of_all.terms
        languages = {vectors.corpus.languages[article] for article in vectors.pair}
        self._framing = frozenset[int]().union(*map(terms.framing.__getitem__, languages))
        self._function = frozenset[int]().union(*map(terms.function.__getitem__, languages))

    def __missing__(self, term: int) -> float:
        frames = term in self._framing
        weight = self[term] = 0.0 if frames else self._vectors.rarity[term] / self._most
        return weight

    def count_anchors(self, terms: Iterable[int]) -> Anchors:
        """Count different `terms` that both articles have, each by its pairs of units.

        Function words, and what weighs nothing, are no anchors.
        """
        anchors = [0.0, 0.0, 0.0]
        values = self._anchors
        for term in terms:
            kind, value = values[term] if term in values else self._weigh_anchor(term)
            anchors[kind] += value
        return Anchors(*anchors)

    def _weigh_anchor(self, term: int) -> tuple[int, float]:
        """Return which of the `Anchors` a term is, and how much it counts."""
        ours, theirs = (self._vectors.of_all.postings[article] for article in self._vectors.pair)
        value = 1 / (len(ours[term]) * len(theirs[term])) if self._tells(term) else 0.0
        found = self._anchors[term] = self._choose_kind(term), value
        return found

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
        self._reaches: dict[tuple[ClauseIndex, ClauseIndex], Reach] = {}

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

    def reach(self, opening: Range[ClauseIndex]) -> Reach:
        """Return what a paraphrase begun with the clauses `opening`, not empty, may ever have.

        It goes on into the sentences beside them, in the same paragraph: a reader takes two for two
        statements. Of words that were left out no clause has any, and none goes on beyond them.
        """
        found = self._reaches.get((opening.start, opening.stop))
        if found is None:
            found = self._find_reach(opening)
            self._reaches[opening.start, opening.stop] = found
        return found

    def _find_reach(self, opening: Range[ClauseIndex]) -> Reach:
        clauses = self.clauses
        first, last = opening.start, ClauseIndex(opening.stop - 1)
        earliest, latest = clauses[first].sentence - 1, clauses[last].sentence + 1
        while first > 0 and self._joins(first) and clauses[first - 1].sentence >= earliest:
            first = ClauseIndex(first - 1)
        following = ClauseIndex(last + 1)
        while (
            following < len(clauses)
            and self._joins(following)
            and clauses[following].sentence <= latest
        ):
            following = ClauseIndex(following + 1)
        base = clauses[first].first
        edges = [0, *(clause.last - base for clause in clauses[first:following])]
        forms = self._units.forms[base : base + edges[-1]]
        return Reach(Range(first, following), edges, forms)

    def _joins(self, clause: ClauseIndex) -> bool:
        """Tell whether a clause goes on where the one before it ends."""
        before, after = self.clauses[clause - 1 : clause + 1]
        return before.paragraph == after.paragraph and before.last == after.first

    def tokens(self, clause: ClauseIndex) -> Sequence[int]:
        """Return the numbers of a clause's words, in their order."""
        first, last = self.clauses[clause][:2]
        return self._units.corpus.tokens[first:last]

    def find_overlaps(self, unit: Stretch) -> Range[ClauseIndex]:
        """Return the clauses of which at least one word stands in `unit`, not empty."""
        first = bisect_right(self._starts, unit[0]) - 1
        return Range(first, bisect_left(self._starts, unit[1], first))


class WeighedClause(NamedTuple):
    """What a clause weighs."""

    terms: list[WeighedTerm]
    """Those that weigh anything."""
    weight: float
    """That of all of them together, 0 or more."""


class _WeighedClauses(dict[ClauseIndex, WeighedClause]):
    """The clauses of one article by what they weigh against another, made when first asked for."""

    def __init__(self, article: ArticleClauses, rarity: Rarity) -> None:
        super().__init__()
        self._article, self._rarity = article, rarity

    def __missing__(self, clause: ClauseIndex) -> WeighedClause:
        rarity, counts = self._rarity, self._article.count(clause)
        terms = [
            (term, count, weight) for term, count in counts.items() if (weight := rarity[term])
        ]
        weight = fsum([count * weight for _, count, weight in terms])
        weighed = self[clause] = WeighedClause(terms, weight)
        return weighed


class WeightedClauses:
    """The clauses of one article as they weigh against another."""

    def __init__(self, article: ArticleClauses, rarity: Rarity) -> None:
        self.rarity = rarity
        self.clauses, self.reach = article.clauses, article.reach
        self.tokens, self.find_overlaps = article.tokens, article.find_overlaps
        self.weighed: Mapping[ClauseIndex, WeighedClause] = _WeighedClauses(article, rarity)
        """What each clause weighs."""
