"""Which spans of a document are one place, and which nodes of a graph are one component."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from storage.scan.clusters.choose_places import INSIDE, choose_places, merge_stretches
from storage.scan.clusters.components import find_components

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda one: (one[0], sum(one))),
    max_size=8,
)


def test_what_lies_in_a_longer_span_is_its_place() -> None:
    release, part, edge, other = (0, 300), (100, 140), (290, 340), (400, 420)
    chosen = choose_places([part, other, release, edge])
    assert chosen == {part: release, release: release, edge: edge, other: other}


def test_of_several_places_it_is_the_one_that_has_most_of_it() -> None:
    longest, shorter, span = (0, 100), (61, 160), (59, 119)
    assert choose_places([longest, shorter, span])[span] == shorter
    assert choose_places([(0, 100), (10, 109), (20, 60)])[20, 60] == (0, 100)


@given(SPANS)
def test_each_span_lies_in_its_place_which_is_one_itself(spans: list[tuple[int, int]]) -> None:
    chosen = choose_places(spans)
    assert set(chosen) == set(spans)
    for span, place in chosen.items():
        assert chosen[place] == place
        shared = min(span[1], place[1]) - max(span[0], place[0])
        assert shared >= INSIDE * (span[1] - span[0])
    assert choose_places(reversed(spans)) == choose_places(sorted(spans)) == chosen


@given(SPANS)
def test_merged_stretches_cover_the_same_and_do_not_overlap(spans: list[tuple[int, int]]) -> None:
    merged = merge_stretches(spans)
    assert {at for one in merged for at in range(*one)} == {
        at for one in spans for at in range(*one)
    }
    assert all(one[1] <= other[0] for one, other in pairwise(merged))


@given(st.integers(1, 12), st.data())
def test_a_component_is_what_can_be_reached(count: int, data: st.DataObject) -> None:
    node = st.integers(0, count - 1)
    edges = data.draw(st.lists(st.tuples(node, node), max_size=12))
    reached = {one: {one} for one in range(count)}
    for _ in range(count):
        for one, other in edges:
            together = reached[one] | reached[other]
            reached.update(dict.fromkeys(together, together))
    assert list(find_components(count, edges)) == [min(reached[one]) for one in range(count)]
