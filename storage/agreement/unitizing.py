"""Measures of agreement on spans that coders chose for themselves, and that differ in extent.

A continuum is the text that is coded, `length` code points long; a coder's units are the spans on
it with one tag, as pairs of first and behind the last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations
from typing import NamedTuple

Unit = tuple[int, int]


class Disagreement(NamedTuple):
    """How much coders disagree on the units of one tag, and how much they would by chance."""

    observed: float
    expected: float

    @property
    def alpha(self) -> float | None:
        """alpha_U of the tag, 1 at most; None where nobody has a unit, or units leave no choice."""
        return calculate_alpha_u([self])


def calculate_alpha_u(disagreements: Iterable[Disagreement]) -> float | None:
    """Return Krippendorff's alpha_U of several tags; None where chance brings no disagreement."""
    found = list(disagreements)
    expected = sum(one.expected for one in found)
    return 1 - sum(one.observed for one in found) / expected if expected else None


def measure_disagreement(coders: Sequence[Sequence[Unit]], length: int) -> Disagreement:
    """Return how far the units of two or more coders differ.

    A coder's units that overlap are one. K. Krippendorff, On the Reliability of Unitizing
    Continuous Data, 1995, as corrected in Content Analysis, 2nd edition, 2004, chapter 11.6:
    two units that overlap differ by the squares of the distances of their ends, a unit in a gap
    of the other coder by the square of its length; by chance any could stand anywhere.
    """
    units = [join_overlapping(one) for one in coders]
    pairs = list(combinations(units, 2))
    differing = sum(_measure_difference(one, other) for one, other in pairs)
    observed = differing / (len(pairs) * length * length) if pairs and length else 0.0
    return Disagreement(observed, _find_expected(units, length))


def join_overlapping(units: Iterable[Unit]) -> list[Unit]:
    """Return units in order, those that overlap as one; units that only touch stay two."""
    joined: list[Unit] = []
    for start, end in sorted(units):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        elif start < end:
            joined.append((start, end))
    return joined


def _measure_difference(one: Sequence[Unit], other: Sequence[Unit]) -> int:
    return sum(
        (first[0] - second[0]) ** 2 + (first[1] - second[1]) ** 2
        for first, second in list_overlaps(one, other)
    ) + sum(_sum_in_gaps(*pair) for pair in ((one, other), (other, one)))


def list_overlaps(one: Sequence[Unit], other: Sequence[Unit]) -> list[tuple[Unit, Unit]]:
    """Return each two units that overlap, by place; those of each are in order and disjoint."""
    found = []
    at = 0
    for first in one:
        while at < len(other) and other[at][1] <= first[0]:
            at += 1
        for second in other[at:]:
            if second[0] >= first[1]:
                break
            found.append((first, second))
    return found


def _sum_in_gaps(one: Sequence[Unit], other: Sequence[Unit]) -> int:
    """Return the squared lengths of those units of `one` that overlap none of `other`."""
    met = {first for first, _ in list_overlaps(one, other)}
    return sum((end - start) ** 2 for start, end in one if (start, end) not in met)


def _find_expected(coders: Sequence[Sequence[Unit]], length: int) -> float:
    lengths = [end - start for units in coders for start, end in units]
    places = len(coders) * length
    possible = places * (places - 1) - sum(one * (one - 1) for one in lengths)
    if not lengths or possible <= 0:
        return 0.0
    gaps = sorted(gap for units in coders for gap in _list_gaps(units, length))
    behind = [0, *accumulate(reversed(gaps))]  # sums of the longest 0, 1, 2, … gaps
    total = 0.0
    for one in lengths:
        # A third of a polynomial that three divides.
        with_units = (len(lengths) - 1) * ((2 * one**3 - 3 * one**2 + one) // 3)
        wide = len(gaps) - bisect_left(gaps, one)
        total += with_units + one * one * (behind[wide] - wide * (one - 1))
    return 2 / length * total / possible


def _list_gaps(units: Sequence[Unit], length: int) -> list[int]:
    """Return the lengths of what stands before, between and behind the units, if anything does."""
    edges = [0, *(edge for unit in units for edge in unit), length]
    gaps = (edges[at + 1] - edges[at] for at in range(0, len(edges), 2))
    return [gap for gap in gaps if gap]


class SpanMatches(NamedTuple):
    """How many of the spans of two coders have a counterpart."""

    spans: int
    """Those of both coders together."""
    exact: int
    """Those that the other has with the same extent."""
    overlapping: int
    """Those that overlap a span of the other."""

    @property
    def exact_f1(self) -> float | None:
        """F1, 0..1, where the same extent is a match; None without spans."""
        return self.exact / self.spans if self.spans else None

    @property
    def overlap_f1(self) -> float | None:
        """F1, 0..1, where any overlap is a match; None without spans."""
        return self.overlapping / self.spans if self.spans else None


def match_spans(coders: Sequence[Iterable[Unit]]) -> SpanMatches:
    """Return how many spans match, summed over all pairs of coders; equal ones count once."""
    found = SpanMatches(0, 0, 0)
    for one, other in combinations([sorted(set(units)) for units in coders], 2):
        exact = 2 * len(set(one) & set(other))
        overlapping = sum(_count_met(*pair) for pair in ((one, other), (other, one)))
        spans = len(one) + len(other)
        found = SpanMatches(
            found.spans + spans, found.exact + exact, found.overlapping + overlapping
        )
    return found


def _count_met(one: Sequence[Unit], other: Sequence[Unit]) -> int:
    taken = join_overlapping(other)
    ends = [end for _, end in taken]
    met = 0
    for start, end in one:
        at = bisect_right(ends, start)  # the first that ends behind it
        met += at < len(taken) and taken[at][0] < end
    return met
