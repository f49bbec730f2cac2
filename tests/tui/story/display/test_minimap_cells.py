from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.story.display.highlighted_rows import HighlightedRows, Stretch
from tui.story.display.layout import Layout
from tui.story.display.minimap_cells import PASSAGES, SIGNPOSTS, Cell, Scale, fill_cells
from tui.story.display.styles import Highlight
from tui.story.page import Page

SCALES = st.builds(Scale, st.integers(1, 400), st.integers(1, 60))
STYLES = [*PASSAGES, *SIGNPOSTS]
STRETCHES = st.lists(
    st.builds(
        lambda first, length, style: Stretch(first, first + length, style),
        st.integers(0, 399),
        st.integers(0, 50),
        st.sampled_from(STYLES),
    ),
    max_size=30,
)


@given(rows=st.integers(1, 400), height=st.integers(1, 60))
def test_the_cells_stand_for_all_rows_in_order_without_a_gap(rows: int, height: int) -> None:
    scale = Scale(rows, height)
    assert scale.cells <= height
    stood_for = [row for cell in range(height) for row in scale.rows_of(cell)]
    assert stood_for == list(range(rows))
    for cell in range(scale.cells):
        assert scale.rows_of(cell)
        assert {scale.cell_of(row) for row in scale.rows_of(cell)} == {cell}


@given(scale=SCALES, stretches=STRETCHES)
def test_every_mark_is_on_the_map_unless_a_higher_one_lies_over_it(
    scale: Scale, stretches: list[Stretch]
) -> None:
    cells = fill_cells(scale, stretches)
    assert len(cells) == scale.cells
    for stretch in stretches:
        for row in (stretch.first, stretch.last):
            cell = cells[scale.cell_of(row)]
            shown = cell.passage if stretch.style in PASSAGES else cell.signpost
            assert STYLES.index(shown) >= STYLES.index(stretch.style)


@given(scale=SCALES, stretches=STRETCHES)
def test_the_map_does_not_depend_on_the_order_of_the_marks(
    scale: Scale, stretches: list[Stretch]
) -> None:
    assert fill_cells(scale, stretches) == fill_cells(scale, sorted(stretches))


@given(rows=st.integers(1, 400), height=st.integers(1, 60), top=st.integers(0, 400))
def test_the_window_begins_and_ends_with_the_rows_in_sight(
    rows: int, height: int, top: int
) -> None:
    scale = Scale(rows, height)
    window = scale.cells_of(top, height)
    assert 0 <= window.start < window.stop <= scale.cells
    assert scale.cells_of(0, height).start == 0
    assert scale.cells_of(max(0, rows - height), height).stop == scale.cells
    following = scale.cells_of(top + 1, height)
    assert window.start <= following.start <= window.stop
    assert window.stop <= following.stop


def test_a_note_stands_beside_the_passage_that_it_is_on() -> None:
    highlights = [
        Highlight(0, 4, "edited"),
        Highlight(6, 10, "verbatim"),
        Highlight(6, 8, "annotation"),
    ]
    layout = Layout(Page("aaaa\n\nbbbb\n\ncccc"), 10)
    cells = fill_cells(Scale(len(layout.rows), 3), HighlightedRows(layout, highlights).stretches)
    assert cells == [Cell("edited"), Cell("verbatim", "annotation"), Cell()]
