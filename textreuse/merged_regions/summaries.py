"""Summaries: a few sentences of one article that sum up a long stretch of another.

Their matches lie close together on one side only, so that no cluster holds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import fsum

from textreuse.merged_regions.clusters import Area, enclose, locate_sides, measure_cosine
from textreuse.merged_regions.region_pairs import RegionPair
from textreuse.paraphrase.mutual_matches import keep_mutual_matches
from textreuse.paraphrase.sentence_matches import Match
from textreuse.paraphrase.sentence_units import UnitIndex
from textreuse.paraphrase.tf_isf import PairVectors

_MUTUAL = 0.9
"""Share of the best cosine of both its units that a match needs: scattered ones must be surer than
those of a cluster."""
_DICE = 0.3
_COSINE = 0.15

_REACH = 3
"""Units on the short side over which matches belong to one summary."""
_ROWS = 3
"""Units on each side that must match."""

_SHORTEST, _LONGEST = 400, 875
"""Characters of the short side: a paragraph or two."""
_LEAST_RATIO, _MOST_RATIO = 1.5, 15.0
"""How many times as long as the summary that is which it sums up. Beyond the upper limit matches
scattered by chance over a long text are likelier."""
_LEAST_SHARE = 0.2
"""Share of the whole article that is summed up, at least."""

_MASS = 1.25
"""Sum of the best cosine of each unit on the short side, at least."""
_DENSITY = 0.2
"""That sum for each unit from the first to the last, at least."""
_ORDERED = 0.55
"""Share of that sum in matches that go forward on both sides: a summary follows its original."""
_WIDEST_GAP = 0.8
"""Share of the long side that may lie between two neighbouring matches; else one far match alone
makes it long."""

_UNEXPLAINED_MASS = 0.5
_UNEXPLAINED_SHARE = 0.3
"""What of that sum must lie outside the densest region alone; else that region is the answer."""
_DENSE_RATIO = 2.0
"""A region whose long side is longer than this, against its short side, is itself a summary."""

_WHOLE_COSINE = 0.32
"""Cosine of both sides as wholes."""


def find_summaries(
    vectors: PairVectors, matches: Sequence[Match], dense: Sequence[RegionPair]
) -> list[RegionPair]:
    """Return the summaries of one pair of articles that the `dense` regions do not explain.

    They do not overlap on either side; those with the most matching terms win.
    """
    kept: list[RegionPair] = []
    useful = [
        match
        for match in keep_mutual_matches([m for m in matches if m.dice >= _DICE], _MUTUAL)
        if match.cosine >= _COSINE
    ]
    candidates = [
        (-mass, place.left + place.right, locate_sides(vectors, place))
        for axis in (0, 1)
        for mass, place in _find_candidates(vectors, useful, dense, axis)
    ]
    for _, _, sides in sorted(candidates):
        if not any(
            side.overlap(other)
            for others in kept
            for side, other in zip(sides, others, strict=True)
        ):
            kept.append(sides)
    return kept


def _find_candidates(
    vectors: PairVectors, matches: Sequence[Match], dense: Sequence[RegionPair], short: int
) -> Iterator[tuple[float, Area]]:
    """Yield mass and area of what may be a summary on the side `short` (0 left, 1 right)."""
    for row in _cut_rows(matches, short):
        best: dict[UnitIndex, Match] = {}
        for match in row:
            unit = match.unit(short)
            if unit not in best or best[unit].cosine < match.cosine:
                best[unit] = match
        place = enclose(row)
        mass = fsum(match.cosine for match in best.values())
        first, last = place.units(short)
        if (
            min(len(best), len({match.unit(1 - short) for match in row})) >= _ROWS
            and mass >= max(_MASS, _DENSITY * (last - first + 1))
            and _is_long_enough(vectors, place, short)
            and _goes_on(list(best.values()), place, short)
            and measure_cosine(vectors, place) >= _WHOLE_COSINE
        ):
            unexplained = mass - _measure_explained(vectors, best.values(), dense, short)
            if unexplained >= max(_UNEXPLAINED_MASS, _UNEXPLAINED_SHARE * mass):
                yield mass, place


def _is_long_enough(vectors: PairVectors, place: Area, short: int) -> bool:
    sides = locate_sides(vectors, place)
    length, summed = sides[short].length, sides[1 - short].length
    text = vectors.corpus.texts[sides[1 - short].article]
    return (
        _SHORTEST <= length <= _LONGEST
        and _LEAST_RATIO * length <= summed <= _MOST_RATIO * length
        and summed >= _LEAST_SHARE * len(text)
    )


def _goes_on(best: Sequence[Match], place: Area, short: int) -> bool:
    """Tell whether the matches go through the long side in order, without one wide leap."""
    heaviest: list[tuple[UnitIndex, float]] = []
    for match in sorted(best, key=lambda match: match.unit(short)):
        at = match.unit(1 - short)
        before = max((mass for unit, mass in heaviest if unit <= at), default=0.0)
        heaviest.append((at, before + match.cosine))
    ordered = max(mass for _, mass in heaviest)
    first, last = place.units(1 - short)
    units = sorted({match.unit(1 - short) for match in best})
    widest = max((following - unit for unit, following in pairwise(units)), default=last - first)
    return ordered >= _ORDERED * fsum(match.cosine for match in best) and widest <= _WIDEST_GAP * (
        last - first
    )


def _cut_rows(matches: Sequence[Match], short: int) -> Iterator[list[Match]]:
    """Cut matches into rows that lie close together on the side `short`."""
    row: list[Match] = []
    for match in sorted(matches, key=lambda match: match.unit(short)):
        if row and match.unit(short) - row[-1].unit(short) > _REACH:
            yield row
            row = []
        row.append(match)
    if row:
        yield row


def _measure_explained(
    vectors: PairVectors, best: Iterable[Match], dense: Sequence[RegionPair], short: int
) -> float:
    """Return how much of the cosine of `best` lies in the one dense region that has most of it."""
    most = 0.0
    for sides in dense:
        if sides[1 - short].length <= _DENSE_RATIO * sides[short].length:
            inside = fsum(
                match.cosine
                for match in best
                if all(
                    side.overlap(vectors.of_all.span(unit, unit))
                    for side, unit in zip(sides, (match.left, match.right), strict=True)
                )
            )
            most = max(most, inside)
    return most
