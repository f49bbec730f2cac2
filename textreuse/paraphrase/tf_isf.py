"""Vectors: units as bags of terms, weighed by how rare each term is among the units.

The weight is tf·isf, term frequency by inverse sentence frequency: tf·idf (Salton, Buckley 1988)
with sentences for documents, as in Sanchez-Perez, Gelbukh, Sidorov (PAN 2014).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, log, sqrt

from textreuse.paraphrase.sentence_units import UnitIndex, split_units
from textreuse.paraphrase.stems import NO_TERM, Terms, stem_words
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Stretch
from textreuse.text.spans import Span

Bag = dict[int, int]
"""How often each term occurs, by its number."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The units of all articles, in one row, as vectors over one vocabulary of terms."""

    corpus: Corpus
    terms: Terms
    rarity: list[float]
    """By term number: ln(units / units with the term), 0 where every unit has it."""
    squares: list[float]
    """By term number: the square of its rarity, which is in every product of two weights."""
    units: list[Stretch]
    articles: list[Range[UnitIndex]]
    """The indices of each article's units."""
    bags: list[Bag]
    """Of each unit how often each term occurs; terms that every unit has are left out."""
    norms: list[float]
    """Of each unit the length (Euclid) of its vector, count by rarity; 0 where nothing is rare."""
    frequency: list[int]
    """By term number: in how many units it stands."""

    def cosine(self, left: Stretch, right: Stretch) -> float:
        """Return the cosine, 0..1, between any two stretches of positions."""
        ours, theirs = self._bag(left), self._bag(right)
        squares = self.squares
        norms = _measure_norm(ours, squares) * _measure_norm(theirs, squares)
        common = ours.keys() & theirs.keys()
        product = fsum([ours[term] * theirs[term] * squares[term] for term in common])
        # Rounding may carry the cosine of equal stretches beyond 1.
        return min(1.0, product / norms) if norms else 0.0

    def stretch(self, first: UnitIndex, last: UnitIndex) -> Stretch:
        """Return the positions of the units `first` to `last`, inclusive."""
        return self.units[first][0], self.units[last][1]

    def span(self, first: UnitIndex, last: UnitIndex) -> Span:
        """Return the place of the units `first` to `last`, inclusive, of one article."""
        return self.corpus.span(*self.stretch(first, last))

    def _bag(self, stretch: Stretch) -> Bag:
        counts = Counter(self.terms.at[stretch[0] : stretch[1]])
        del counts[NO_TERM]
        return counts


def weigh_units(corpus: Corpus) -> Vectors:
    """Cut the articles of `corpus` into units and weigh their terms."""
    found = stem_words(corpus)
    at = found.at
    cut: list[Stretch] = []
    articles: list[Range[UnitIndex]] = []
    for article in range(len(corpus.texts)):
        first = len(cut)
        cut.extend(split_units(corpus, article))
        articles.append(Range(first, len(cut)))
    bags = [_count_terms(at[start:end]) for start, end in cut]
    counts = Counter(chain.from_iterable(bags))
    frequency = [counts[term] for term in range(max(at, default=-1) + 1)]
    rarity = [log(len(cut) / count) if count else 0.0 for count in frequency]
    for term, count in counts.items():
        if count == len(cut):
            for bag in bags:
                del bag[term]
    squares = [weight * weight for weight in rarity]
    norms = [_measure_norm(bag, squares) for bag in bags]
    return Vectors(corpus, found, rarity, squares, cut, articles, bags, norms, frequency)


def _count_terms(terms: Iterable[int]) -> Bag:
    # A sentence is too short for a Counter to be worth making.
    bag: Bag = {}
    for term in terms:
        bag[term] = bag.get(term, 0) + 1
    bag.pop(NO_TERM, None)
    return bag


def _measure_norm(bag: Bag, squares: Sequence[float]) -> float:
    if sum(bag.values()) == len(bag):  # as in most sentences, no term occurs twice
        return sqrt(fsum(map(squares.__getitem__, bag)))
    return sqrt(fsum([count * count * squares[term] for term, count in bag.items()]))
