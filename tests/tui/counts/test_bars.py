from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui.counts.bars import draw_bar


@pytest.mark.parametrize(
    ("count", "greatest", "bar"),
    [(0, 8, ""), (8, 8, "████"), (4, 8, "██"), (1, 8, "▌"), (1, 1000, "▏"), (9, 8, "████")],
)
def test_a_bar_is_as_long_as_the_count_is_of_the_greatest(
    count: int, greatest: int, bar: str
) -> None:
    assert draw_bar(count, greatest, 4) == bar
    assert cell_len(bar) <= 4


def test_without_room_or_counts_nothing_is_drawn() -> None:
    assert draw_bar(3, 3, 0) == draw_bar(0, 0, 4) == ""
