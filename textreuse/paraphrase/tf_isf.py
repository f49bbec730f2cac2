"""Vectors: units as bags of terms, weighed by how rare each term is among those of two articles.

The weight is tf·isf, term frequency by inverse sentence frequency: tf·idf (Salton, Buckley 1988)
with sentences for documents, as in Sanchez-Perez, Gelbukh, Sidorov (PAN 2014). What is rare hangs
on the two articles that are held against each other and on no third one, so that they share in a
story what they share alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log, sqrt

from textreuse.paraphrase.name_terms import NameCounts
from textreuse.paraphrase.sentence_units import UnitIndex, split_units
from textreuse.paraphrase.stems import NO_TERM, Terms, stem_words
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.spans import Span

Bag = dict[int, int]
"""How often each term occurs, by its number."""

Postings = dict[int, list[UnitIndex]]
"""By term the units of one article that have it, ascending."""


@dataclass(frozen=True)
class Units:
    """The units of all articles, in one row, as bags over one vocabulary of terms."""

    corpus: Corpus
    terms: Terms
    units: list[Stretch]
    articles: list[Range[UnitIndex]]
    """The indices of each article's units."""
    bags: list[Bag]
    """Of each unit how often each term occurs."""
    postings: list[Postings]
    """Those of each article."""

    @cached_property
    def telling(self) -> list[Postings]:
        """The postings of each article without those of its language's function words."""
        function = map(self.terms.function.__getitem__, self.corpus.languages)
        return [
            {term: units for term, units in postings.items() if term not in left_out}
            for postings, left_out in zip(self.postings, function, strict=True)
        ]

    @cached_property
    def term_sets(self) -> list[frozenset[int]]:
        """The terms of each unit."""
        return list(map(frozenset, self.bags))

    @cached_property
    def forms(self) -> list[int]:
        """Of each word of the corpus its term, or what stands for the word where it has none."""
        # Below every term are the words without.
        return [
            term if term != NO_TERM else NO_TERM - 1 - token
            for term, token in zip(self.terms.at, self.corpus.tokens, strict=True)
        ]

    @cached_property
    def sentences(self) -> list[Stretch]:
        """Of each unit all of the sentences that it has a part of."""
        sentence = self.corpus.sentence
        return [(sentence(first)[0], sentence(Position(last - 1))[1]) for first, last in self.units]

    @cached_property
    def names(self) -> NameCounts:
        """What tells in each article which terms are names."""
        return NameCounts(self.corpus, self.terms)

    def stretch(self, first: UnitIndex, last: UnitIndex) -> Stretch:
        """Return the positions of the units `first` to `last`, inclusive."""
        return self.units[first][0], self.units[last][1]

    def span(self, first: UnitIndex, last: UnitIndex) -> Span:
        """Return the place of the units `first` to `last`, inclusive, of one article."""
        return self.corpus.span(*self.stretch(first, last))


class Rarities(dict[int, float]):
    """By term ln(units / units with the term), of two articles; made when first asked for.

    0 where every unit has it; a term that stands in neither has none.
    """

    def __init__(self, units: Units, pair: tuple[int, int]) -> None:
        super().__init__()
        self.units = sum(len(units.articles[article]) for article in pair)
        """How many units the two articles have."""
        self._ours, self._theirs = (units.postings[article] for article in pair)
        self._most = log(self.units) if self.units else 0.0

    def __missing__(self, term: int) -> float:
        ours, theirs = self._ours.get(term), self._theirs.get(term)
        count = (len(ours) if ours else 0) + (len(theirs) if theirs else 0)
        rarity = self[term] = self._most - log(count)
        return rarity


class _Squares(dict[int, float]):
    """By term the square of its rarity; made when first asked for."""

    def __init__(self, rarity: Rarities) -> None:
        super().__init__()
        self._rarity = rarity

    def __missing__(self, term: int) -> float:
        square = self[term] = self._rarity[term] ** 2
        return square


class _Anchors(dict[int, float]):
    """By term how much it tells that both of two articles have it; made when first asked for."""

    def __init__(self, units: Units, pair: tuple[int, int]) -> None:
        super().__init__()
        self._ours, self._theirs = (units.telling[article] for article in pair)

    def __missing__(self, term: int) -> float:
        ours, theirs = self._ours.get(term), self._theirs.get(term)
        value = self[term] = 1 / (len(ours) * len(theirs)) if ours and theirs else 0.0
        return value


class PairVectors:
    """The units of two articles as vectors: each term weighs how often by how rare it is."""

    def __init__(self, of_all: Units, pair: tuple[int, int]) -> None:
        self.of_all = of_all
        self.corpus, self.units, self.bags = of_all.corpus, of_all.units, of_all.bags
        self.pair = pair
        self.rarity = Rarities(of_all, pair)
        self._squares = _Squares(self.rarity)
        self._anchors = _Anchors(of_all, pair)
        self._norms: dict[UnitIndex, float] = {}

    def cosine(self, left: Stretch, right: Stretch) -> float:
        """Return the cosine, 0..1, between any two stretches of positions."""
        ours, theirs = self._bag(left), self._bag(right)
        norms = self._measure_norm(ours) * self._measure_norm(theirs)
        # Rounding may carry the cosine of equal stretches beyond 1.
        return min(1.0, self.multiply(ours, theirs) / norms) if norms else 0.0

    def measure_cosine(self, left: UnitIndex, right: UnitIndex) -> float:
        """Return the cosine, 0..1, between two units; 0 where either has nothing rare."""
        norms = self.norm(left) * self.norm(right)
        return min(1.0, self.multiply(self.bags[left], self.bags[right]) / norms) if norms else 0.0

    def count_anchors(self, terms: Iterable[int]) -> float:
        """Count the telling `terms`, which both have, each by the pairs of units that have it.

        A term that only one unit of either article has counts 1, one that stands in two units of
        the one and three of the other a sixth; function words count nothing.
        """
        return fsum(map(self._anchors.__getitem__, terms))

    def multiply(self, ours: Bag, theirs: Bag) -> float:
        """Return the product of the vectors of two bags."""
        squares = self._squares
        common = ours.keys() & theirs.keys()
        return fsum([ours[term] * theirs[term] * squares[term] for term in common])

    def norm(self, unit: UnitIndex) -> float:
        """Return the length (Euclid) of a unit's vector; 0 where nothing in it is rare."""
        norm = self._norms.get(unit)
        if norm is None:
            norm = self._norms[unit] = self._measure_norm(self.bags[unit])
        return norm

    def _measure_norm(self, bag: Bag) -> float:
        squares = self._squares
        if sum(bag.values()) == len(bag):  # each once, as in most
            return sqrt(fsum(map(squares.__getitem__, bag)))
        return sqrt(fsum([count * count * squares[term] for term, count in bag.items()]))

    def _bag(self, stretch: Stretch) -> Bag:
        counts = Counter(self.of_all.terms.at[stretch[0] : stretch[1]])
        del counts[NO_TERM]
        return counts


def count_terms(corpus: Corpus) -> Units:
    """Cut the articles of `corpus` into units and count their terms."""
    found = stem_words(corpus)
    cut: list[Stretch] = []
    articles: list[Range[UnitIndex]] = []
    bags: list[Bag] = []
    postings: list[Postings] = []
    for article in range(len(corpus.texts)):
        here = split_units(corpus, article)
        first = len(cut)
        articles.append(Range(first, first + len(here)))
        cut.extend(here)
        of_article: Postings = {}
        for unit, (start, end) in enumerate(here, first):
            bag = count_bag(found.at[start:end])
            bags.append(bag)
            for term in bag:
                of_article.setdefault(term, []).append(UnitIndex(unit))
        postings.append(of_article)
    return Units(corpus, found, cut, articles, bags, postings)


def count_bag(terms: Iterable[int]) -> Bag:
    """Count how often each of `terms` occurs, `NO_TERM` left out."""
    # A sentence is too short for a Counter to be worth making.
    bag: Bag = {}
    for term in terms:
        bag[term] = bag.get(term, 0) + 1
    bag.pop(NO_TERM, None)
    return bag
