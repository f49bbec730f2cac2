"""Weighted clauses: an article as clauses, each a bag of terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cached_property
from math import fsum, log
from typing import NamedTuple

from textreuse.paraphrase.clauses import Clause, ClauseIndex, split_clauses
from textreuse.paraphrase.reaches import MOST_MOVES, Reach
from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Bag, PairVectors, Units, count_bag
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch
from textreuse.text.words import WordIndex


class Anchors(NamedTuple):
    """The terms that two stretches have in common, as far as few other places have them.

    A term that one unit of either article has counts 1, one that stands in two units of the one and
    three of the other a sixth.
    """

    content: float
    names: float
    figures: float


_CONTENT, _NAMES, _FIGURES = range(3)

_KEPT_PER_WORD = 5
"""Words in all reaches that are kept, for each word of the article: twice what prose has. In one
sentence without an end each reach has hundreds."""


class Rarity(dict[int, float]):
    """What terms weigh in a statement, from 0 (in every sentence) to 1 (in one sentence only).

    The same whether the two articles have ten sentences or ten thousand. Framing words weigh
    nothing. Each weight is made when first asked for.
    """

    def __init__(self, vectors: PairVectors) -> None:
        super().__init__({NO_TERM: 0.0})
        self._vectors = vectors
        self._anchors: dict[int, tuple[int, float]] = {}
        self._most = log(max(2, vectors.rarity.units))
        self._postings = [vectors.of_all.postings[article] for article in vectors.pair]
        terms = vectors.of_all.terms
        languages = {vectors.corpus.languages[article] for article in vectors.pair}
        self._framing = frozenset[int]().union(*map(terms.framing.__getitem__, languages))
        self._function = frozenset[int]().union(*map(terms.function.__getitem__, languages))

    def __missing__(self, term: int) -> float:
        frames = term in self._framing
        weight = self[term] = 0.0 if frames else self._vectors.rarity[term] / self._most
        return weight

    def count_anchors(self, forms: Iterable[int]) -> Anchors:
        """Count different `forms` that both articles have, each by its pairs of units.

        Function words, what weighs nothing, and what is no term (see `Units.forms`) are no anchors.
        """
        anchors = [0.0, 0.0, 0.0]
        values = self._anchors
        for form in forms:
            kind, value = values[form] if form in values else self._weigh_anchor(form)
            if value:
                anchors[kind] += value
        return Anchors(*anchors)

    def _weigh_anchor(self, form: int) -> tuple[int, float]:
        """Return which of the `Anchors` a form is, and how much it counts."""
        if form > NO_TERM and self._tells(form):
            ours, theirs = self._postings
            found = self._choose_kind(form), 1 / (len(ours[form]) * len(theirs[form]))
        else:
            found = _CONTENT, 0.0
        self._anchors[form] = found
        return found

    def count_words_of_content(self, terms: Iterable[int]) -> int:
        """Count different `terms`, as far as they say something and are no names."""
        return sum(1 for term in terms if self._tells(term) and self._choose_kind(term) != _NAMES)

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
        self._units = units
        self._article = article
        self._first, self._row = units.corpus.first[article], units.corpus.words[article]
        self._counts: dict[ClauseIndex, Bag] = {}
        self._rows: dict[Stretch, Range[ClauseIndex]] = {}
        self._reaches: dict[tuple[ClauseIndex, ClauseIndex], Reach] = {}
        self._kept = 0

    @cached_property
    def clauses(self) -> list[Clause]:
        """All clauses, in order."""
        return split_clauses(self._units.corpus, self._article)

    @cached_property
    def _starts(self) -> list[Position]:
        return [clause.first for clause in self.clauses]

    def list_terms(self, clause: ClauseIndex) -> Sequence[int]:
        """Return the terms of a clause's words, in their order; `NO_TERM` for one without."""
        first, last = self.clauses[clause][:2]
        return self._units.terms.at[first:last]

    def count(self, clause: ClauseIndex) -> Bag:
        """Count the terms of a clause."""
        counts = self._counts.get(clause)
        if counts is None:
            counts = self._counts[clause] = count_bag(self.list_terms(clause))
        return counts

    def size(self, place: Stretch) -> float:
        """How much text the positions `place` are, in words."""
        first, last = place
        return self._row.size(WordIndex(first - self._first), WordIndex(last - self._first))

    def reach(self, opening: Range[ClauseIndex]) -> Reach:
        """Return what a paraphrase begun with the clauses `opening`, not empty, may ever have.

        It goes on into the sentences beside them, in the same paragraph: a reader takes two for two
        statements. Of words that were left out no clause has any, and none goes on beyond them.
        """
        found = self._reaches.get((opening.start, opening.stop))
        if found is None:
            found = self._find_reach(opening)
            self._kept += len(found.forms)
            if self._kept > _KEPT_PER_WORD * len(self._row):
                self._reaches.clear()
                self._kept = len(found.forms)
            self._reaches[opening.start, opening.stop] = found
        return found

    def _find_reach(self, opening: Range[ClauseIndex]) -> Reach:
        clauses = self.clauses
        first, last = opening.start, ClauseIndex(opening.stop - 1)
        earliest, latest = clauses[first].sentence - 1, clauses[last].sentence + 1
        start = first
        while (
            start > max(0, first - MOST_MOVES)
            and self._joins(start)
            and clauses[start - 1].sentence >= earliest
        ):
            start = ClauseIndex(start - 1)
        stop = ClauseIndex(last + 1)
        while (
            stop < min(len(clauses), last + 1 + MOST_MOVES)
            and self._joins(stop)
            and clauses[stop].sentence <= latest
        ):
            stop = ClauseIndex(stop + 1)
        base = clauses[start].first
        edges = [0, *(clause.last - base for clause in clauses[start:stop])]
        forms = self._units.forms[base : base + edges[-1]]
        return Reach(Range(start, stop), edges, forms)

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

    def find_row(self, unit: Stretch) -> Range[ClauseIndex]:
        """Return the longest row of clauses, in one paragraph, that have a word in `unit`.

        The first of equals. It is looked for once, whatever article the unit is held against.
        """
        row = self._rows.get(unit)
        if row is None:
            row = self._rows[unit] = find_longest_row(self.clauses, self.find_overlaps(unit), ())
        return row


def find_longest_row(
    clauses: Sequence[Clause], numbers: Range[ClauseIndex], closed: Container[ClauseIndex]
) -> Range[ClauseIndex]:
    """Return the longest part of `numbers`, in one paragraph, with none that is closed.

    The first of equals.
    """
    rows: list[Range[ClauseIndex]] = [Range(numbers.start, numbers.start)]
    for number in numbers:
        row = rows[-1]
        if number in closed:
            rows.append(Range(number + 1, number + 1))
        elif row and clauses[row.start].paragraph != clauses[number].paragraph:
            rows.append(Range(number, number + 1))
        else:
            rows[-1] = Range(row.start, number + 1)
    return max(rows, key=len)


class _Weights(dict[ClauseIndex, float]):
    """What the terms of each clause of an article weigh together, made when first asked for."""

    def __init__(self, article: ArticleClauses, rarity: Rarity) -> None:
        super().__init__()
        self._article, self._rarity = article, rarity

    def __missing__(self, clause: ClauseIndex) -> float:
        terms = self._article.list_terms(clause)
        weight = self[clause] = fsum(map(self._rarity.__getitem__, terms))
        return weight


class WeightedClauses:
    """The clauses of one article as they weigh against another."""

    def __init__(self, article: ArticleClauses, rarity: Rarity) -> None:
        self.rarity = rarity
        self.clauses, self.reach, self.tokens = article.clauses, article.reach, article.tokens
        self.size, self.find_overlaps, self.find_row = (
            article.size,
            article.find_overlaps,
            article.find_row,
        )
        self.count = article.count
        self.weights: Mapping[ClauseIndex, float] = _Weights(article, rarity)
        """What each clause weighs, 0 or more."""
