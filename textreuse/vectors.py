"""Vectors: units as bags of terms, weighed by how rare each term is among the units.

The weight is tf·isf, term frequency by inverse sentence frequency: tf·idf (Salton, Buckley 1988)
with sentences for documents, as in Sanchez-Perez, Gelbukh, Sidorov (PAN 2014).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt

from textreuse.corpus import Corpus, Stretch
from textreuse.spans import Span
from textreuse.terms import NO_TERM, Terms, terms
from textreuse.units import units

Vector = dict[int, float]
"""Term number to weight, of length 1 (Euclid); empty where no term is rarer than all."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """The units of all articles, in one row, as vectors over one vocabulary of terms."""

    corpus: Corpus
    terms: Terms
    rarity: list[float]
    """By term number: ln(units / units with the term), 0 where every unit has it."""
    units: list[Stretch]
    articles: list[range]
    """The indices of each article's units."""
    rows: list[Vector]
    frequency: list[int]
    """By term number: in how many units it stands."""

    def cosine(self, left: Stretch, right: Stretch) -> float:
        """Return the cosine, 0..1, between any two stretches of positions."""
        ours, theirs = self._weights(left), self._weights(right)
        product = fsum(weight * theirs[term] for term, weight in ours.items() if term in theirs)
        norms = _square(ours.values()) * _square(theirs.values())
        # Rounding may carry the cosine of equal stretches beyond 1.
        return min(1.0, product / sqrt(norms)) if norms else 0.0

    def stretch(self, first: int, last: int) -> Stretch:
        """Return the positions of the units `first` to `last`, inclusive."""
        return self.units[first][0], self.units[last][1]

    def span(self, first: int, last: int) -> Span:
        """Return the place of the units `first` to `last`, inclusive, of one article."""
        return self.corpus.span(*self.stretch(first, last))

    def _weights(self, stretch: Stretch) -> Vector:
        counts = Counter(self.terms.at[stretch[0] : stretch[1]])
        counts.pop(NO_TERM, None)
        rarity = self.rarity
        return {term: count * rarity[term] for term, count in counts.items()}


def vectors(corpus: Corpus) -> Vectors:
    """Cut the articles of `corpus` into units and weigh their terms."""
    found = terms(corpus)
    at = found.at
    cut: list[Stretch] = []
    articles = []
    for article in range(len(corpus.texts)):
        first = len(cut)
        cut.extend(units(corpus, article))
        articles.append(range(first, len(cut)))
    bags: list[Counter[int]] = []
    frequency = [0] * (max(at, default=-1) + 1)
    for start, end in cut:
        bag = Counter(at[start:end])
        del bag[NO_TERM]
        for term in bag:
            frequency[term] += 1
        bags.append(bag)
    rarity = [log(len(cut) / count) if count else 0.0 for count in frequency]
    rows = [_unit_vector(bag, rarity) for bag in bags]
    return Vectors(corpus, found, rarity, cut, articles, rows, frequency)


def _unit_vector(bag: Counter[int], rarity: Sequence[float]) -> Vector:
    weights = [count * rarity[term] for term, count in bag.items()]
    norm = sqrt(_square(weights))
    return {term: weight / norm for term, weight in zip(bag, weights, strict=True) if weight}


def _square(weights: Iterable[float]) -> float:
    return fsum([weight * weight for weight in weights])
