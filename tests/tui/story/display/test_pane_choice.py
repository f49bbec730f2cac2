from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.desk import quickly
from tui.story.display.pane_choice import choose_panes

FIVE = range(5)


@pytest.mark.parametrize(
    ("focus", "leftmost", "seen"),
    [
        (0, 0, [0, 1]),
        (1, 0, [0, 1]),
        (2, 0, [1, 2]),
        (4, 0, [3, 4]),
        (0, 4, [0, 1]),
        (4, 4, [3, 4]),
    ],
)
def test_without_a_passage_they_stand_in_a_row_that_moves_as_little_as_it_must(
    focus: int, leftmost: int, seen: list[int]
) -> None:
    assert choose_panes(FIVE, focus, 2, leftmost) == seen


@pytest.mark.parametrize(
    ("focus", "columns", "carriers", "seen"),
    [
        (0, 2, [2], [0, 2]),
        (3, 2, [4], [3, 4]),
        (3, 2, [0], [0, 3]),
        (2, 2, [4, 0, 1], [2, 4]),
        (2, 3, [4, 0, 1], [0, 2, 4]),
        (0, 3, [4], [0, 1, 4]),
        (0, 1, [4], [0]),
    ],
)
def test_those_that_carry_the_passage_stand_beside_it_the_strongest_first(
    focus: int, columns: int, carriers: list[int], seen: list[int]
) -> None:
    assert choose_panes(FIVE, focus, columns, 0, carriers) == seen


def test_room_that_is_left_keeps_what_was_seen() -> None:
    assert choose_panes(FIVE, 0, 3, 0, [4], seen=[0, 3]) == [0, 3, 4]


@quickly
@given(st.data())
def test_the_focus_is_seen_with_as_many_as_there_is_room_for(data: st.DataObject) -> None:
    offered = sorted(data.draw(st.sets(st.integers(0, 9), min_size=1)))
    focus = data.draw(st.sampled_from(offered))
    columns = data.draw(st.integers(1, len(offered)))
    carriers = data.draw(st.lists(st.integers(0, 9), unique=True))
    seen = choose_panes(
        offered,
        focus,
        columns,
        data.draw(st.integers(0, 9)),
        carriers,
        data.draw(st.sets(st.integers(0, 9))),
    )

    assert len(seen) == columns
    assert focus in seen
    assert seen == sorted({*seen})
    assert {*seen} <= {*offered}
