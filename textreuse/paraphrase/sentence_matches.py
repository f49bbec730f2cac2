"""Matches: pairs of units, of two articles, that have much of their rare terms in common."""

from __future__ import annotations

from itertools import combinations, product
from typing import NamedTuple

from textreuse.paraphrase.proposals import limit_proposing_terms
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors, Units

_PROMISING = 0.1
"""Cosine that the proposing terms must reach by themselves for a match to be measured."""

_LEAST_COSINE = 0.13
_LEAST_DICE = 0.26
"""Below these a pair says nothing even beside better ones."""


class Match(NamedTuple):
    """Unit `left` of one article stands over unit `right` of a later one."""

    left: UnitIndex
    right: UnitIndex
    cosine: float
    """Of the weighted terms, 0..1."""
    dice: float
    """Share of distinct terms in common: 2 · common / (terms left + terms right), 0..1."""

    def unit(self, side: int) -> UnitIndex:
        """Return the unit on the left (0) or on the right (1)."""
        return self.right if side else self.left


def match_units(units: Units) -> dict[tuple[int, int], list[Match]]:
    """Return the matches of each pair of articles (left < right), sorted."""
    found: dict[tuple[int, int], list[Match]] = {}
    for pair in combinations(range(len(units.articles)), 2):
        of_pair = _match_pair(units, pair)
        if of_pair:
            found[pair] = of_pair
    return found


def _match_pair(units: Units, pair: tuple[int, int]) -> list[Match]:
    vectors = PairVectors(units, pair)
    found = (
        measure_match(vectors, left, right)
        for (left, right), rare in _propose(vectors).items()
        if rare >= _PROMISING * vectors.norm(left) * vectors.norm(right)
    )
    return sorted(match for match in found if match is not None)


def _propose(vectors: PairVectors) -> dict[tuple[UnitIndex, UnitIndex], float]:
    """Return the pairs of units that have a rare term in common, and the product of all of them."""
    units, pair = vectors.of_all, vectors.pair
    ours, theirs = (units.postings[article] for article in pair)
    most = limit_proposing_terms(vectors.rarity.units)
    products: dict[tuple[UnitIndex, UnitIndex], float] = {}
    for term in ours.keys() & theirs.keys():
        lefts, rights = ours[term], theirs[term]
        if len(lefts) + len(rights) <= most:
            square = vectors.rarity[term] ** 2
            for left, right in product(lefts, rights):
                weight = square * units.bags[left][term] * units.bags[right][term]
                products[left, right] = products.get((left, right), 0.0) + weight
    return products


def measure_match(vectors: PairVectors, left: UnitIndex, right: UnitIndex) -> Match | None:
    """Return the match of two units; None where it says nothing."""
    ours, theirs = vectors.bags[left], vectors.bags[right]
    shared = ours.keys() & theirs.keys()
    # Terms that every unit has say nothing, and are not counted.
    common = sum(1 for term in shared if vectors.rarity[term])
    terms = len(ours) + len(theirs) - 2 * (len(shared) - common)
    if not common or 2 * common < _LEAST_DICE * terms:
        return None
    cosine = vectors.multiply(ours, theirs) / (vectors.norm(left) * vectors.norm(right))
    return Match(left, right, cosine, 2 * common / terms) if cosine >= _LEAST_COSINE else None
