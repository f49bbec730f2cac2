from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.discovery.clustering import find_clusters
from tests.storage.desk import thoroughly

_NAMES = "abcdefgh"
likenesses = st.dictionaries(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_NAMES)).filter(lambda two: two[0] < two[1]),
    st.floats(0, 1),
)


def test_what_is_alike_comes_together() -> None:
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.7, ("d", "e"): 0.5}

    assert find_clusters(likeness, 0.5, 0.7) == [frozenset("abc"), frozenset("de")]


def test_one_likeness_does_not_chain_two_groups() -> None:
    likeness = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.6}

    assert find_clusters(likeness, 0.5, 0.7) == [frozenset("ab"), frozenset("cd")]


def test_what_does_not_belong_together_stays_apart() -> None:
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.8}

    found = find_clusters(likeness, 0.5, 0.7, lambda cluster: len(cluster) < 3)

    assert found == [frozenset("ab")]


def test_nothing_alike_makes_nothing() -> None:
    assert find_clusters({}, 0.5, 0.7) == []


@thoroughly
@given(likenesses, st.floats(0.1, 1))
def test_nothing_is_in_two_clusters_and_each_holds_together(
    likeness: dict[tuple[str, str], float], least: float
) -> None:
    found = find_clusters(likeness, least, 1.0)

    members = [one for cluster in found for one in cluster]
    assert len(members) == len(set(members))
    for cluster in found:
        assert len(cluster) > 1
        assert any(alike >= least and set(pair) <= cluster for pair, alike in likeness.items())


@thoroughly
@given(likenesses, st.randoms())
def test_the_order_of_the_pairs_makes_no_difference(
    likeness: dict[tuple[str, str], float], chance: object
) -> None:
    shuffled = list(likeness.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert find_clusters(dict(shuffled), 0.3, 0.7) == find_clusters(likeness, 0.3, 0.7)
