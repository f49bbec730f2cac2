"""Mutual matches: those that are near the best of both their units."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_units import UnitIndex


def keep_mutual_matches(matches: Sequence[Match], share: float) -> list[Match]:
    """Return the matches that have at least `share` of the best cosine of either of their units."""
    lefts: dict[UnitIndex, float] = {}
    rights: dict[UnitIndex, float] = {}
    for left, right, cosine, _ in matches:
        if cosine > lefts.get(left, 0.0):
            lefts[left] = cosine
        if cosine > rights.get(right, 0.0):
            rights[right] = cosine
    return [
        match
        for match in matches
        if match.cosine >= share * max(lefts[match.left], rights[match.right])
    ]
