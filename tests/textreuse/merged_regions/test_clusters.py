from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.places import make_area, make_match
from tests.textreuse.stages import weigh_pair
from tests.textreuse.stories import DAM, FERRY, RAIN, ROAD, thorough
from textreuse import Span
from textreuse.merged_regions.clusters import (
    cluster_matches,
    enclose,
    is_strong,
    locate_sides,
    measure_cosine,
)
from textreuse.paraphrase.sentence_matches import Match

numbers = st.integers(0, 11)
some_matches = st.lists(
    st.builds(
        make_match,
        numbers,
        numbers.map(lambda unit: 100 + unit),
        st.sampled_from([0.2, 0.6]),
        st.just(1),
    ),
    max_size=14,
    unique_by=lambda match: (match.left, match.right),
).map(sorted)


def strong(left: int, right: int) -> Match:
    return make_match(left, right, 0.6, 0.6)


def weak(left: int, right: int) -> Match:
    return make_match(left, right, 0.2, 0.6)


def turned(matches: list[Match]) -> list[Match]:
    return sorted(Match(right, left, *rest) for left, right, *rest in matches)


def test_an_area_holds_all_its_matches() -> None:
    place = enclose([strong(3, 10), weak(1, 14), strong(2, 12)])

    assert place == make_area(1, 3, 10, 14)
    assert place.units(0) == (1, 3)
    assert place.units(1) == (10, 14)
    assert place.union(make_area(2, 5, 9, 10)) == make_area(1, 5, 9, 14)


def test_what_an_area_covers() -> None:
    texts = [f"{FERRY} {DAM} {RAIN}", f"{ROAD} {DAM} {RAIN}"]
    found = weigh_pair(*texts)
    start = len(FERRY) + 1

    assert locate_sides(found, make_area(1, 2, 4, 5)) == (
        Span(0, start, len(texts[0]) - 1),
        Span(1, len(ROAD) + 1, len(texts[1]) - 1),
    )
    assert measure_cosine(found, make_area(1, 2, 4, 5)) == pytest.approx(1)
    assert measure_cosine(found, make_area(0, 0, 3, 3)) < 0.3


def test_a_match_is_strong_by_cosine_and_dice() -> None:
    assert is_strong(make_match(0, 1, 0.5, 0.5))
    assert not is_strong(make_match(0, 1, 0.2, 0.5))
    assert not is_strong(make_match(0, 1, 0.5, 0.2))


def test_strong_matches_are_joined_over_a_wider_distance() -> None:
    assert cluster_matches([strong(0, 10), strong(4, 14)], 4, 2) == [[strong(0, 10), strong(4, 14)]]
    assert len(cluster_matches([strong(0, 10), strong(5, 14)], 4, 2)) == 2
    assert len(cluster_matches([strong(0, 10), weak(4, 14)], 4, 2)) == 2
    assert len(cluster_matches([strong(0, 10), weak(2, 12)], 4, 2)) == 1


def test_matches_must_be_near_on_both_sides() -> None:
    assert len(cluster_matches([strong(0, 10), strong(1, 19)], 4, 2)) == 2
    assert len(cluster_matches([strong(0, 19), strong(1, 10)], 4, 2)) == 2


def test_matches_that_cross_are_joined_over_fewer_units_of_both_sides_together() -> None:
    assert len(cluster_matches([strong(0, 14), strong(4, 10)], 8, 2)) == 1
    assert len(cluster_matches([strong(0, 15), strong(4, 10)], 8, 2)) == 2
    assert len(cluster_matches([strong(0, 14), strong(5, 10)], 8, 2)) == 2
    # What is on one unit of either side does not cross.
    assert len(cluster_matches([strong(0, 10), strong(0, 18)], 8, 2)) == 1
    assert len(cluster_matches([strong(0, 10), strong(8, 10)], 8, 2)) == 1


def test_two_stretches_that_changed_places_are_two() -> None:
    moved = [strong(at, 6 + at) for at in range(6)] + [strong(6 + at, at) for at in range(6)]
    assert sorted(map(len, cluster_matches(sorted(moved), 8, 2))) == [6, 6]


def test_a_chain_of_near_matches_is_one_cluster() -> None:
    chain = [strong(unit, 10 + unit) for unit in range(0, 12, 3)]

    assert cluster_matches(chain, 3, 2) == [chain]


@thorough
@given(some_matches, st.integers(0, 8), st.integers(0, 8))
def test_clusters_are_the_connected_parts_whichever_side_is_left(
    matches: list[Match], reach: int, weak_reach: int
) -> None:
    weak_reach = min(reach, weak_reach)
    slow = [{match} for match in matches]
    for one in matches:
        for other in matches:
            far = reach if is_strong(one) and is_strong(other) else weak_reach
            left, right = other.left - one.left, other.right - one.right
            crosses = left * right < 0
            if max(abs(left), abs(right)) > far or (crosses and abs(left) + abs(right) > 8):
                continue
            mine = next(part for part in slow if one in part)
            yours = next(part for part in slow if other in part)
            if mine is not yours:
                mine |= yours
                slow.remove(yours)

    found = cluster_matches(matches, reach, weak_reach)
    other_way = cluster_matches(turned(matches), reach, weak_reach)

    assert sorted(map(sorted, found)) == sorted(map(sorted, slow))
    assert sorted(sorted(turned(cluster)) for cluster in other_way) == sorted(map(sorted, found))
