"""Matches: pairs of units, of two articles, that have much of their rare terms in common."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import NamedTuple

from textreuse.paraphrase.proposals import UnitPair
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors, Postings, Units

_COMMON_SHARE = 0.12
"""Share of the units of two articles above which a term proposes nothing; it still counts in what
rarer terms propose. Nearly all pairs with a high cosine have a rarer term in common, and "the" or a
story's own name would propose every pair."""
_FEW_UNITS, _MANY_UNITS = 6, 60
"""Units in which a term may always stand and still propose; and may never, however many there are,
so that the work grows with the length of the texts, not with its square."""

_PROMISING = 0.1
"""Cosine that the proposing terms must reach by themselves for a match to be measured."""

_MEETINGS_PER_WORD, _FREE_MEETINGS = 2, 50_000
"""Pairs of units that meet by a rare term, for each word of two articles and in any case. Two books
of 100,000 words have 1.7; of 361 stories of news and essays no pair had 12,000. Sentences of one
word, out of a few thousand, have hundreds."""

_SHORT_UNIT = 8
"""Words in a unit, on an average, below which there may be fewer such pairs, by the square of what
is lacking: one term in common makes nearly each of them a match."""

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
    """Return the matches of each pair of articles (left < right), sorted.

    Of pairs of the same two texts only the first is matched.
    """
    found: dict[tuple[int, int], list[Match]] = {}
    for pair, *_ in units.corpus.group_pairs():
        of_pair = _match_pair(units, pair)
        if of_pair:
            found[pair] = of_pair
    return found


def _match_pair(units: Units, pair: tuple[int, int]) -> list[Match]:
    vectors = PairVectors(units, pair)
    found = (measure_match(vectors, left, right) for left, right in _propose(vectors))
    return sorted(match for match in found if match is not None)


def _propose(vectors: PairVectors) -> Iterator[UnitPair]:
    """Yield the pairs of units whose rare terms in common alone make them a little alike."""
    bags, rarity, terms = vectors.bags, vectors.rarity, vectors.of_all.term_sets
    ours, theirs = (vectors.of_all.postings[article] for article in vectors.pair)
    rare = _choose_rare_terms(vectors, ours, theirs)
    met = set(chain.from_iterable([product(ours[term], theirs[term]) for term in rare]))
    for left, right in met:
        mine, yours = terms[left], terms[right]
        shared = mine & yours
        # Asked first: few have so many in common, and to weigh them takes far longer.
        if 2 * len(shared) >= _LEAST_DICE * (len(mine) + len(yours)):
            least = _PROMISING * vectors.norm(left) * vectors.norm(right)
            products = [
                bags[left][term] * bags[right][term] * rarity[term] ** 2 for term in shared & rare
            ]
            if sum(products) >= least:
                yield left, right


def _choose_rare_terms(vectors: PairVectors, ours: Postings, theirs: Postings) -> set[int]:
    """Return the terms in common that are rare enough to propose, the rarest if too much met."""
    most = min(max(_FEW_UNITS, _COMMON_SHARE * vectors.rarity.units), _MANY_UNITS)
    words = sum(len(vectors.corpus.words[article]) for article in vectors.pair)
    share = min(1.0, words / (_SHORT_UNIT * max(1, vectors.rarity.units)))
    left = max(_FREE_MEETINGS, share**2 * _MEETINGS_PER_WORD * words)
    by_count: dict[int, list[int]] = {}
    for term in ours.keys() & theirs.keys():
        by_count.setdefault(len(ours[term]) + len(theirs[term]), []).append(term)
    rare: set[int] = set()
    for count in sorted(by_count):
        left -= sum(len(ours[term]) * len(theirs[term]) for term in by_count[count])
        if count > most or left < 0:
            break
        rare.update(by_count[count])
    return rare


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
