from __future__ import annotations

from typing import get_args

import pytest

from storage.library import Library
from storage.sample_story import add_sample
from tests.tui.driver import Reader, at_the_screen, reading_sample
from tui.base.help_screen import HelpScreen
from tui.keys.foot import list_foot_keys
from tui.keys.foot_words import FOOT, Mode
from tui.keys.keymap import DEFAULT_KEYMAP
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


@pytest.mark.parametrize("width", [30, 40, 80, 120, 200])
async def test_as_many_keys_as_fit_are_shown_help_and_quit_among_them(
    library: Library, width: int
) -> None:
    async with reading_sample(library, (width, 24)) as reader:
        words = [key.word for key in foot(reader).keys]
        assert words[0] == "next"
        assert words[-2:] == ["help", "quit"]
        row = reader.screen[-1]
        assert "? help" in row
        assert row.rstrip().endswith("q quit")
        assert len(row.rstrip()) < width
        assert len(words) >= {30: 3, 40: 4, 80: 8, 120: 12, 200: 18}[width]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("v", "a note  t tag  m mark  y copy  s sentence  p paragraph  o other end  Esc close"),
        ("v escape", "J next  Enter card"),
        ("m E", "Enter keep  o other end"),
        ("m A", "Enter go  a note  t tags  d delete  / filter"),
        ("m A escape", "J next  Enter card"),
        ("m A slash", "Enter to the list  Esc back"),
        ("J enter enter", "j scroll  x copy  Esc close"),
        ("a", "ctrl+j save"),
    ],
)
async def test_the_keys_are_those_of_what_is_being_done(
    library: Library, keys: str, shown: str
) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press(*keys.split())
        assert shown in "  ".join(f"{key.shown} {key.word}" for key in foot(reader).keys)


async def test_in_the_library_they_follow_filter_and_marks(library: Library) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("tab", "space")
        assert reader.screen[-1].startswith(" c compare  Space mark")
        await reader.press("escape", "slash")
        assert reader.screen[-1].startswith(" Enter to the list  Esc clear filter")
        await reader.press("escape")
        assert reader.screen[-1].startswith(" Enter read")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_said_hides_neither_text_nor_status(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        before = reader.screen
        await reader.press("c")
        assert reader.screen[-1].startswith(" No passage or annotation")
        assert reader.screen[:-1] == before[:-1]


async def test_what_is_long_is_wrapped_and_the_text_gives_way(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        status = reader.screen[-2]
        reader.compare.tell("long words " * 20)
        await reader.press()
        assert [row.strip().startswith("long words") for row in reader.screen[-4:]] == [
            *(False, True, True, True),
        ]
        assert reader.screen[-4] == status


async def test_what_is_said_goes_with_its_screen(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("c")
        reader.is_told("No passage or annotation")
        await reader.press("o")
        reader.does_not_see("No passage or annotation")
        await reader.press("u")
        reader.is_told("Undo works in the texts")
        await reader.press("escape")
        reader.does_not_see("Undo works in the texts")
        reader.does_not_see("No passage or annotation")


async def test_what_the_app_says_over_a_prompt_stands_above(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        await reader.press("slash")
        reader.app.notify("[b]Something[/] failed.", severity="error", markup=False)
        await reader.press()
        assert any("[b]Something[/] failed." in row for row in reader.screen[:3])


async def test_failures_told_one_after_the_other_are_all_read(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        for number in (1, 2):
            reader.app.notify(f"Failure {number}.", severity="error", markup=False)
        await reader.press()
        assert reader.messages == ["Failure 1.", "Failure 2."]


def test_each_key_at_the_foot_is_one_of_its_place() -> None:
    for where, words in FOOT.items():
        assert [key.action for key in list_foot_keys(DEFAULT_KEYMAP, where)][: len(words)] == [
            *words
        ]
        for mode in get_args(Mode):
            assert all(key.name for key in list_foot_keys(DEFAULT_KEYMAP, where, mode))


async def test_the_keys_are_those_of_the_screen_on_top(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        keys = foot(reader).keys
        await reader.press("question_mark")
        await reader.press("escape")
        assert foot(reader).keys == keys
        assert [key.word for key in keys][-1] == "quit"
