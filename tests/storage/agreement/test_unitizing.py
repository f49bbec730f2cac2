"""Measures on spans, held against the examples of their papers."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.agreement.unitizing import (
    Disagreement,
    Unit,
    calculate_alpha_u,
    join_overlapping,
    match_spans,
    measure_disagreement,
)
from tests.storage.desk import quickly


def _units(*lengths: tuple[int, int]) -> list[Unit]:
    return [(start, start + length) for start, length in lengths]


BOOK = {
    "c": (_units((75, 70), (220, 30)), _units((70, 80), (205, 20), (250, 20))),
    "k": (_units((30, 60), (150, 50)), _units((30, 60), (150, 50))),
}
"""Krippendorff 2004, figure 11.8: two observers, a continuum of 300, its beginning at 0."""
PAIRS = {
    "A": (_units((2, 8), (14, 6)), _units((4, 4), (15, 2)), 0.03125, 0.553),
    "B": (
        _units((0, 18)),
        _units((0, 2), (2, 1), (3, 1), (4, 1), (5, 1), (6, 3), (9, 1)),
        2.26736,
        -0.926,
    ),
    "C": (
        _units((2, 6), (10, 2), (14, 4), (20, 2)),
        _units((0, 2), (4, 4), (10, 4), (16, 2), (20, 2)),
        0.02777,
        0.679,
    ),
    "D": (
        _units((0, 2), (2, 8), (10, 4), (14, 6), (20, 4)),
        _units((0, 4), (4, 4), (8, 7), (15, 2), (17, 7)),
        0.38715,
        0.066,
    ),
}
"""Krippendorff 1995, table 1: four pairs of observers on a continuum of 24, how they differ, and
alpha_U where the continuum is cut into ever smaller parts."""


def test_alpha_u_is_that_of_the_book() -> None:
    found = {tag: measure_disagreement(units, 300) for tag, units in BOOK.items()}

    assert [f"{found[tag].observed:.4f}" for tag in "ck"] == ["0.0144", "0.0000"]
    assert [f"{found[tag].expected:.4f}" for tag in "ck"] == ["0.0532", "0.0490"]
    assert [f"{found[tag].alpha:.4f}" for tag in "ck"] == ["0.7286", "1.0000"]
    # The book goes on with the four digits that it prints.
    printed = [
        Disagreement(round(one.observed, 4), round(one.expected, 4)) for one in found.values()
    ]
    assert f"{calculate_alpha_u(printed):.4f}" == "0.8591"


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_observed_is_that_of_the_paper(pair: str) -> None:
    one, other, differing, alpha = PAIRS[pair]

    assert measure_disagreement([one, other], 24).observed == pytest.approx(differing, abs=1e-5)
    fine = [[(begin * 50_000, end * 50_000) for begin, end in units] for units in (one, other)]
    found = measure_disagreement(fine, 24 * 50_000)
    assert found.observed == pytest.approx(differing, abs=1e-5)
    # What is expected was corrected since: the paper's differs in the second digit.
    assert found.alpha == pytest.approx(alpha, abs=0.02)


def test_without_spans_or_choice_there_is_no_alpha() -> None:
    assert measure_disagreement([[], []], 100).alpha is None
    assert measure_disagreement([[], []], 0).alpha is None
    assert measure_disagreement([[(0, 5)], [(0, 5)]], 5).observed == 0


def test_spans_match_by_extent_or_by_overlap() -> None:
    matches = match_spans([[(0, 5), (10, 20), (30, 40)], [(0, 5), (15, 25)]])

    assert matches.exact_f1 == 2 * 1 / 5
    assert matches.overlap_f1 == 4 / 5
    assert match_spans([[], []]).exact_f1 is None
    # Two that touch do not overlap; one may meet several.
    assert match_spans([[(0, 5)], [(5, 9)]]).overlapping == 0
    assert match_spans([[(0, 9)], [(0, 2), (4, 6), (7, 12)]]).overlapping == 4


spans = st.lists(
    st.tuples(st.integers(0, 80), st.integers(1, 20)).map(lambda one: (one[0], sum(one))),
    max_size=6,
)


@quickly
@given(spans, spans)
def test_who_is_named_first_makes_no_difference(one: list[Unit], other: list[Unit]) -> None:
    ahead, back = measure_disagreement([one, other], 100), measure_disagreement([other, one], 100)

    assert ahead == back
    assert match_spans([one, other]) == match_spans([other, one])
    same = measure_disagreement([one, one], 100)
    assert same.observed == 0
    if one:
        assert match_spans([one, one])[1:] == (2 * len(set(one)),) * 2
    joined = join_overlapping(one)
    assert all(first[1] <= second[0] for first, second in pairwise(joined))


def _segments(units: list[Unit], length: int) -> list[tuple[int, int, bool]]:
    """Return what a coder cut the continuum into: units, and the gaps between them."""
    found, at = [], 0
    for start, end in join_overlapping(units):
        found += [(at, start, False), (start, end, True)]
        at = end
    return [one for one in (*found, (at, length, False)) if one[0] < one[1]]


def _differ_by_definition(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> int:
    """Return by how much two segments differ: of Krippendorff's four cases the one that holds."""
    if min(one[1], other[1]) <= max(one[0], other[0]):
        return 0
    if one[2] and other[2]:
        return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2
    unit, gap = (one, other) if one[2] else (other, one)
    is_inside = unit[2] and gap[0] <= unit[0] and unit[1] <= gap[1]
    return (unit[1] - unit[0]) ** 2 if is_inside else 0


@quickly
@given(st.lists(spans, min_size=2, max_size=3))
def test_alpha_u_is_what_its_definition_says(coders: list[list[Unit]]) -> None:
    length = 100
    cut = [_segments(units, length) for units in coders]
    pairs = [
        _differ_by_definition(one, other)
        for first, second in permutations(cut, 2)
        for one in first
        for other in second
    ]
    units = [end - start for one in cut for start, end, is_unit in one if is_unit]
    gaps = [end - start for one in cut for start, end, is_unit in one if not is_unit]
    # By chance a unit stands at each distance from another at which they begin to overlap, and at
    # each place in a gap that it has room in.
    by_chance = sum(
        (len(units) - 1) * sum(away * away for away in range(1 - unit, unit))
        + sum(unit * unit for gap in gaps for _ in range(gap - unit + 1))
        for unit in units
    )
    places = len(cut) * length
    possible = places * (places - 1) - sum(unit * (unit - 1) for unit in units)

    found = measure_disagreement(coders, length)

    assert found.observed == pytest.approx(
        sum(pairs) / (len(cut) * (len(cut) - 1) * length**2), rel=1e-12
    )
    assert found.expected == pytest.approx(2 / length * by_chance / possible, rel=1e-12)
