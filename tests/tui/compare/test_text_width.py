"""A row of text is as long as can be read, in the middle of a wider pane."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import reading_sample


@pytest.mark.parametrize(("keys", "indent"), [("", 0), ("z", 6), ("z z", 56)])
async def test_a_row_of_text_is_no_longer_than_the_eye_follows(
    library: Library, keys: str, indent: int
) -> None:
    async with reading_sample(library, (200, 50)) as reader:
        await reader.press(*keys.split())
        view = reader.view("A")
        rows = [view.page.text[start:end] for start, end in view.layout_rows.rows]
        assert max(map(len, rows)) <= 80
        assert max(map(len, rows)) > (75 if keys else 30)
        assert view.indent == indent
        assert reader.screen[view.region.y].index(rows[0]) == view.text_column


async def test_in_the_middle_of_a_wide_pane_the_mouse_points_at_what_is_there(
    library: Library,
) -> None:
    async with reading_sample(library, (200, 50)) as reader:
        await reader.press("z", "z")
        await reader.click("A", row=2, column=0)
        start, _ = reader.view("A").layout_rows.rows[2]
        assert reader.compare.reading.cursor == start
        await reader.resize(180, 50)
        view = reader.view("A")
        row = reader.screen[view.region.y + reader.cursor_row("A")]
        assert row.index(reader.text_at_cursor(5)) == view.text_column
