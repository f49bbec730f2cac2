from __future__ import annotations

from textual import events

from storage.library import Library
from tests.tui.driver import Reader, at_the_screen, reading_sample, until
from tui.base.help_screen import HelpScreen
from tui.widgets.key_line import KeyLine


def foot(reader: Reader) -> KeyLine:
    return reader.app.screen.query_one(KeyLine)


def look_at(reader: Reader, column: int) -> tuple[str, ...]:
    """Return what is told by colour at a column of the last row: background and weight."""
    strip = reader.app.screen._compositor.render_strips()[-1]
    style = next(iter(strip.crop(column, column + 1))).style
    assert style is not None
    return str(style.bgcolor), str(style.bold)


async def test_a_click_on_a_key_or_its_word_presses_it(library: Library) -> None:
    async with reading_sample(library) as reader:
        for sign in ("?", "help"):
            await reader._pilot.click(KeyLine, offset=(reader.screen[-1].index(sign), 0))
            await reader.press()
            assert isinstance(reader.app.screen, HelpScreen)
            await reader.press("escape")


async def test_a_click_behind_the_last_key_presses_none(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader._pilot.click(KeyLine, offset=(118, 0))
        await reader.press()
        assert reader.app.screen is reader.compare


async def test_the_key_under_the_mouse_stands_out(library: Library) -> None:
    async with reading_sample(library) as reader:
        column = reader.screen[-1].index("lens")
        before = look_at(reader, column)
        await reader._pilot.hover(KeyLine, offset=(column, 0))
        assert look_at(reader, column) != before
        assert look_at(reader, column + 20) == before
        await reader._pilot.hover(KeyLine, offset=(118, 0))
        assert look_at(reader, column) == before


async def test_where_they_are_wider_than_the_screen_the_wheel_moves_them(library: Library) -> None:
    async with reading_sample(library, (40, 20)) as reader:
        assert "quit" not in reader.screen[-1]
        line = foot(reader)
        for _ in range(12):
            line.post_message(events.MouseScrollDown(line, 0, 0, 0, 1, 0, False, False, False))
        await until(reader, lambda: reader.screen[-1].endswith("q quit "))
        await reader._pilot.click(KeyLine, offset=(reader.screen[-1].index("help"), 0))
        await reader.press()
        assert isinstance(reader.app.screen, HelpScreen)


async def test_the_keys_are_those_of_the_screen_on_top(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        keys = foot(reader).keys
        await reader.press("question_mark")
        await reader.press("escape")
        assert foot(reader).keys == keys
        assert [key.word for key in keys][-1] == "quit"
