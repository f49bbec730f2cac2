"""Matches: pairs of units, of two articles, that have much of their rare terms in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import Vectors

_COMMON_SHARE = 0.12
"""Share of all units above which a term no longer proposes a match; it still counts in those that
rarer terms propose. Nearly all pairs with a high cosine have a rarer term in common, and
"the" or a story's own name would propose every pair."""

_FEW_UNITS, _MANY_UNITS = 6, 60
"""Units in which a term may always stand and still propose; and may never, however many there are,
so that the work grows with the length of the texts, not with its square."""

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


def match_units(vectors: Vectors) -> dict[tuple[int, int], list[Match]]:
    """Return the matches of each pair of articles (left < right), sorted."""
    found: dict[tuple[int, int], list[Match]] = {}
    # The units of all earlier articles by term, so that each pair is met once, from the right.
    postings: dict[int, list[tuple[UnitIndex, float]]] = {}
    proposing = _find_proposing_terms(vectors)
    owner = [article for article, units in enumerate(vectors.articles) for _ in units]
    for before, units in enumerate(vectors.articles[1:]):
        for unit in vectors.articles[before]:
            bag = vectors.bags[unit]
            for term in bag.keys() & proposing:
                posting = unit, bag[term] * vectors.rarity[term]
                postings.setdefault(term, []).append(posting)
        for right in units:
            for left in _find_promising_units(vectors, right, postings):
                match = _measure(vectors, left, right)
                if match is not None:
                    found.setdefault((owner[left], before + 1), []).append(match)
    return {pair: sorted(of_pair) for pair, of_pair in found.items()}


def _find_proposing_terms(vectors: Vectors) -> set[int]:
    """Return the terms that stand in more than one article and yet are rare."""
    most = min(max(_FEW_UNITS, _COMMON_SHARE * len(vectors.bags)), _MANY_UNITS)
    seen: set[int] = set()
    common: set[int] = set()
    for units in vectors.articles:
        here = set().union(*vectors.bags[units.start : units.stop])
        common |= seen & here
        seen |= here
    return {term for term in common if vectors.frequency[term] <= most}


def _find_promising_units(
    vectors: Vectors,
    right: UnitIndex,
    postings: Mapping[int, Sequence[tuple[UnitIndex, float]]],
) -> list[UnitIndex]:
    """Return the units on the left that come near enough to `right` by proposing terms alone."""
    bag, rarity, norms = vectors.bags[right], vectors.rarity, vectors.norms
    products: dict[UnitIndex, float] = {}
    for term, count in bag.items():
        if term in postings:
            weight = count * rarity[term]
            for left, other in postings[term]:
                products[left] = products.get(left, 0.0) + weight * other
    least = _PROMISING * norms[right]
    return [left for left, product in products.items() if product >= least * norms[left]]


def _measure(vectors: Vectors, left: UnitIndex, right: UnitIndex) -> Match | None:
    """Return the match of two units; None where it says nothing."""
    ours, theirs = vectors.bags[left], vectors.bags[right]
    common = ours.keys() & theirs.keys()
    dice = 2 * len(common) / (len(ours) + len(theirs))
    if dice < _LEAST_DICE:
        return None
    squares = vectors.squares
    product = fsum([ours[term] * theirs[term] * squares[term] for term in common])
    cosine = product / (vectors.norms[left] * vectors.norms[right])
    return Match(left, right, cosine, dice) if cosine >= _LEAST_COSINE else None
