"""Agreement: how likely a reader is to agree that two stretches of text say the same.

A logistic regression on the candidates of fifty triples of outlets (BASIL): in twenty of them
readers had marked what says the same, of the other thirty two more judged 148 candidates, which
count four times as much each. Of fifty measures these six tell as much as all together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log1p
from typing import NamedTuple

_CONSTANT, _SIMILARITY, _CONTENT, _NAMES, _FIGURES = -5.0, 6.8, 2.1, 1.2, 2.0
_MARGIN, _NEARBY = 0.9, 2.8
"""The weights, rounded: a word of content that both have tells as much as two names."""

_STEPS = [
    (way * ours, way * theirs)
    for way in (-1, 1)
    for ours, theirs in ((1, 1), (2, 2), (1, 2), (2, 1))
]
"""How many units on, left and right, two others stand near a pair: as many ways before as after."""

_EQUAL = 1e-9
"""Cosines that differ by less are those of the same sentence told twice."""


_Pair = tuple[int, int]
"""A unit of either article."""


class Evidence(NamedTuple):
    """What speaks for two stretches saying the same."""

    similarity: float
    """The share of words that correspond, by their stems and in any order, 0..1."""
    content: float
    """The anchors (see `weighted_clauses.Anchors`) that say something, 0 or more."""
    names: float
    """Those that are names, 0 or more."""
    figures: float
    """Those that are figures, 0 or more."""
    margin: float
    """The cosine of their units less the best that either unit has with another, -1..1."""
    nearby: float
    """The best cosine of units beside theirs: two reports tell one thing after another, 0..1."""

    def need_similarity(self, log_odds: float) -> float:
        """Return the similarity at which the log odds would be so much; it may lie beyond 0..1."""
        return self.similarity + (log_odds - self.log_odds) / _SIMILARITY

    @property
    def log_odds(self) -> float:
        """The odds, as their natural logarithm, that a reader agrees."""
        return (
            _CONSTANT
            + _SIMILARITY * self.similarity
            + _CONTENT * log1p(self.content)
            + _NAMES * log1p(self.names)
            + _FIGURES * log1p(self.figures)
            + _MARGIN * self.margin
            + _NEARBY * self.nearby
        )


def measure_margins(cosines: Mapping[_Pair, float]) -> dict[_Pair, float]:
    """Return by how much each pair of units is nearer than the next best pair of either unit.

    A pair that is exactly as near is the same sentence told again, and no rival.
    """
    lefts = _rank(((left, cosine) for (left, _), cosine in cosines.items()))
    rights = _rank(((right, cosine) for (_, right), cosine in cosines.items()))
    return {
        pair: cosine
        - max(
            _find_rival(lefts.get(pair[0], (0.0, 0.0)), cosine),
            _find_rival(rights.get(pair[1], (0.0, 0.0)), cosine),
        )
        for pair, cosine in cosines.items()
    }


def measure_nearby(cosines: Mapping[_Pair, float], pair: _Pair) -> float:
    """Return the best cosine of two units that stand near those of `pair`, in the same order."""
    left, right = pair
    best = 0.0
    for ours, theirs in _STEPS:
        near = left + ours, right + theirs
        if near in cosines and cosines[near] > best:
            best = cosines[near]
    return best


def _rank(cosines: Iterable[tuple[int, float]]) -> dict[int, tuple[float, float]]:
    """Return the best and the next best, lower one of each unit; 0 where there is none."""
    ranked: dict[int, tuple[float, float]] = {}
    for unit, cosine in cosines:
        best, second = ranked.get(unit, (0.0, 0.0))
        if cosine > best + _EQUAL:
            ranked[unit] = cosine, best
        elif second < cosine < best - _EQUAL:
            ranked[unit] = best, cosine
    return ranked


def _find_rival(ranked: tuple[float, float], cosine: float) -> float:
    best, second = ranked
    return second if cosine > best - _EQUAL else best
