from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.story.display.note_edges import find_overlaps

EXTENTS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1]))
)


@given(EXTENTS)
def test_they_are_where_an_even_number_of_extents_lie(extents: list[tuple[int, int]]) -> None:
    found = find_overlaps(extents)
    for at in range(30):
        depth = sum(start <= at < end for start, end in extents)
        assert any(start <= at < end for start, end in found) == (depth > 0 and depth % 2 == 0)


def test_what_only_meets_does_not_overlap() -> None:
    assert find_overlaps([(0, 4), (4, 8)]) == []
    assert find_overlaps([(0, 8), (4, 6)]) == [(4, 6)]
    assert find_overlaps([(0, 6), (4, 8)]) == [(4, 6)]
