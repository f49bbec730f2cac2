from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, at_the_screen, reading_sample
from tui.base.help_columns import lay_out
from tui.base.help_screen import HelpScreen
from tui.keys.keymap import DEFAULT_KEYMAP
from tui.keys.tasks import group_by_task


def background_of(reader: Reader, text: str) -> str:
    """Return the colour behind a text in the second row of the screen."""
    strip = reader.app.screen._compositor.render_strips()[1]
    start = reader.screen[1].index(text)
    style = next(iter(strip.crop(start, start + 1))).style
    assert style is not None
    return str(style.bgcolor)


def row_of(reader: Reader, text: str) -> str:
    return next(row for row in reader.screen if text in row)


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_it_takes_as_many_columns_as_it_needs_and_fit(library: Library, width: int) -> None:
    async with reading_sample(library, (width, 50)) as reader:
        await reader.press("question_mark")
        row = row_of(reader, "next item in the lens")
        assert ("search these articles" in row) == (width > 80)
        reader.sees("Passages")


async def test_the_legend_stands_on_top_in_its_colours(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "question_mark")
        kinds = ("verbatim", "edited", "paraphrase", "repeat", "annotation")
        assert all(kind in reader.screen[1] for kind in kinds)
        assert len({background_of(reader, kind) for kind in kinds}) == len(kinds)
        for kind in kinds:  # a tint is as faint here as in the text
            behind = reader.compare.panes.colours.on_text(kind).bgcolor
            assert background_of(reader, kind) == str(behind)


def test_what_is_wrapped_is_indented_under_itself() -> None:
    lines = lay_out(group_by_task(DEFAULT_KEYMAP, "compare"), 46, 1000).plain.split("\n")
    at = next(number for number, line in enumerate(lines) if "  find who else carried" in line)
    assert lines[at].index("find") == len(lines[at + 1]) - len(lines[at + 1].lstrip())


@pytest.mark.parametrize("width", range(1, 200, 7))
def test_no_column_is_wider_than_its_room(width: int) -> None:
    groups = group_by_task(DEFAULT_KEYMAP, "compare")
    made = lay_out(groups, width, 20)
    assert max(line.cell_length for line in made.split("\n")) <= max(width, 30)
    shown = " ".join(made.plain.split())
    assert all(key.shown in shown for keys in groups.values() for key in keys)


async def test_it_is_filtered_while_one_types(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("question_mark", "slash")
        await reader.type("quick")
        reader.sees("/ quick")
        reader.sees("add that quick tag")
        reader.does_not_see("write or edit a note")
        await reader.press("backspace", "enter", "j", "escape")
        reader.sees("write or edit a note")
        await reader.press("slash")
        await reader.type("qq")
        reader.sees("No matching key. Esc: show all")
        await reader.press("escape")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.press("escape")
        reader.does_not_see("─ Keys ─")


async def test_a_filter_that_is_kept_is_taken_away_first(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("question_mark", "slash", "u", "n", "d", "o", "enter")
        reader.does_not_see("open the trash")
        await reader.press("escape")
        reader.sees("open the trash")
        await reader.press("q")
        assert not isinstance(reader.app.screen, HelpScreen)
