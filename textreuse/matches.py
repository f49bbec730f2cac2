"""Matches: pairs of units, of two articles, that have much of their rare terms in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import fsum
from typing import NamedTuple

from textreuse.vectors import Vector, Vectors

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

    left: int
    right: int
    cosine: float
    """Of the weighted terms, 0..1."""
    dice: float
    """Share of distinct terms in common: 2 · common / (terms left + terms right), 0..1."""

    def unit(self, side: int) -> int:
        """Return the unit on the left (0) or on the right (1)."""
        return self.right if side else self.left


def matches(vectors: Vectors) -> dict[tuple[int, int], list[Match]]:
    """Return the matches of each pair of articles (left < right), sorted."""
    found: dict[tuple[int, int], list[Match]] = {}
    # The units of all earlier articles by term, so that each pair is met once, from the right.
    postings: dict[int, list[tuple[int, float]]] = {}
    proposing = _proposing(vectors)
    owner = [article for article, units in enumerate(vectors.articles) for _ in units]
    for article, units in enumerate(vectors.articles):
        for right in units:
            for left in _promising(proposing[right], postings):
                match = _measured(vectors, left, right)
                if match.cosine >= _LEAST_COSINE and match.dice >= _LEAST_DICE:
                    found.setdefault((owner[left], article), []).append(match)
        for unit in units:
            for term, weight in proposing[unit].items():
                postings.setdefault(term, []).append((unit, weight))
    return {pair: sorted(of_pair) for pair, of_pair in found.items()}


def _proposing(vectors: Vectors) -> list[Vector]:
    """Return of each unit the terms, weighed, that stand in others too and yet are rare."""
    most = min(max(_FEW_UNITS, _COMMON_SHARE * len(vectors.rows)), _MANY_UNITS)
    rare = [1 < frequency <= most for frequency in vectors.frequency]
    return [{term: weight for term, weight in row.items() if rare[term]} for row in vectors.rows]


def _promising(row: Vector, postings: Mapping[int, Sequence[tuple[int, float]]]) -> list[int]:
    """Return the units on the left that come near enough to `row` by proposing terms alone."""
    cosines: dict[int, float] = {}
    for term, weight in row.items():
        if term in postings:
            for left, other in postings[term]:
                cosines[left] = cosines.get(left, 0.0) + weight * other
    return [left for left, cosine in cosines.items() if cosine >= _PROMISING]


def _measured(vectors: Vectors, left: int, right: int) -> Match:
    ours, theirs = vectors.rows[left], vectors.rows[right]
    common = ours.keys() & theirs.keys()
    cosine = fsum([ours[term] * theirs[term] for term in common])
    return Match(left, right, cosine, 2 * len(common) / (len(ours) + len(theirs)))
