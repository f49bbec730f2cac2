"""The legend over the panes: always there, in one row, with what is true now."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from storage.library import Library
from tests.storage.desk import WEAKLY, story
from tests.tui.driver import Reader, at_the_screen, reading_sample
from textreuse import KINDS
from tui.compare.widgets.legend_line import LegendLine

SIZES = [(80, 24), (200, 50)]


def chosen(reader: Reader) -> str:
    """Return the lens that the legend marks."""
    line = reader.compare.query_one(LegendLine)
    style = line.get_component_rich_style("legend--chosen")
    return "".join(each.text for each in line.render_line(0) if each.style == style)


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_in_one_row_what_is_seen_and_where_one_is(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("J")
        legend = reader.screen[0]
        assert cell_len(legend) == size[0]
        for said in ("shared", *KINDS, "A ", "¶2"):
            assert said in legend
        assert reader.screen[1].startswith(" A · Fenwold Press Agency")
        assert "A of" not in reader.status


async def test_it_marks_the_lens_and_a_click_on_another_looks_through_that(
    library: Library,
) -> None:
    async with reading_sample(library) as reader:
        assert chosen(reader) == "shared"
        await reader.press("f")
        assert chosen(reader) == "only here"
        column = reader.screen[0].index("repeats")
        await reader.click_legend(column)
        assert chosen(reader) == reader.compare.reading.lens == "repeats"
        assert "│ repeat" in reader.screen[0]
        await reader.click_legend(column + 20)
        assert reader.compare.reading.lens == "repeats"


async def test_its_marks_look_as_they_do_in_the_text(library: Library) -> None:
    async with reading_sample(library) as reader:
        for theme in ("copydesk-light", "nord"):
            reader.app.theme = theme
            await reader.press("j")
            line = reader.compare.query_one(LegendLine)
            for kind in KINDS:
                drawn = next(each for each in line.render_line(0) if kind in each.text)
                on_text = reader.compare.panes.colours.on_text(kind)
                assert drawn.style is not None
                assert (drawn.style.color, drawn.style.bgcolor) == (on_text.color, on_text.bgcolor)


async def test_the_last_step_shows_weak_matches_and_is_remembered(library: Library) -> None:
    news = story(library, *WEAKLY)
    async with at_the_screen(library, news, (200, 50)) as reader:
        assert len(reader.compare.reading.items) == 2
        await reader.press("plus")
        reader.is_told("Passages: all kinds, weak matches too.")
        assert "weak matches too" in reader.screen[0]
        assert [item.number for item in reader.compare.reading.items] == [1, 3, 2]
        await reader.press("plus")
        reader.is_told("Passages: all kinds, weak matches too. That is the last step.")
    async with at_the_screen(library, news, (200, 50)) as reader:
        assert len(reader.compare.reading.items) == 3
        await reader.press("minus")
        assert "all kinds" in reader.screen[0]
        assert len(reader.compare.reading.items) == 2


async def test_it_follows_sensitivity_scrolling_and_cursor(library: Library) -> None:
    async with reading_sample(library, (200, 50)) as reader:
        assert "all kinds" in reader.screen[0]
        await reader.press("minus", "L")
        assert "no paraphrases · locked" in reader.screen[0]
        assert "┊" not in reader.screen[0]
        await reader.press("2", "G")
        assert "B of 4 · ¶14 of 14" in reader.screen[0]
