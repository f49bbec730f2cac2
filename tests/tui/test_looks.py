"""What must hold in every theme, in every script, and for any text."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from storage.library import Library
from tests.tui.driver import at_the_screen, reading_sample, reading_texts
from textreuse import KINDS
from tui.base.help_screen import HelpScreen

SHARED = "the gates stood open in the storm and nobody came to close them"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "textual-ansi", "nord"])
async def test_kinds_differ_in_colour_and_without_it_in_weight_or_underline(
    library: Library, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    for coloured in (True, False):
        if not coloured:
            monkeypatch.setenv("NO_COLOR", "1")
        async with reading_sample(library) as reader:
            if theme not in reader.app.available_themes:
                pytest.skip(f"this Textual has no theme {theme}")
            reader.app.theme = theme
            await reader.press("j")
            looks = [reader.compare.panes.colours.on_text(kind) for kind in KINDS]
            weights = {(one.bold, one.underline, one.italic) for one in looks}
            assert len({(one.bgcolor, one.color) for one in looks}) == len(KINDS)
            assert len(weights) == (1 if coloured else len(KINDS))


async def test_the_cursor_is_seen_on_what_is_reversed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading_sample(library) as reader:
        await reader.press("J")
        view = reader.view("A")
        drawn = list(view.render_line(reader.cursor_row("A")))
        at = next(
            number
            for number, segment in enumerate(drawn)
            if segment.text == reader.text_at_cursor(1)
        )
        cursor, behind = drawn[at].style, drawn[at + 1].style
        assert cursor is not None
        assert behind is not None
        assert behind.reverse
        assert not cursor.reverse


async def test_without_colour_the_marks_are_still_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading_sample(library) as reader:
        await reader.press("J", "m")
        reader.sees("█✎")
        strips = reader.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert any(style.bold for style in styles)
        assert any(style.underline for style in styles)


@pytest.mark.parametrize(
    "text",
    [
        "東京都は夕方、高潮のため水門を閉めたと発表した。" * 12,
        "👩\u200d👩\u200d👧\u200d👦 🇩🇪 ☕️ and e\u0301 plain. " * 40,
        "العاصفة أغلقت الميناء מזג האוויר סוער היום. " * 30,
        "ประตูระบายน้ำถูกปิดในตอนเย็น" * 20,
        "x" * 500,
        "a\tb\x1b[31mred\x1b[0m \x9b31m \x07 \u202eevil\u202c [bold]markup[/] \x00 end. " * 9,
    ],
    ids=["Japanese", "emoji and accents", "right to left", "Thai", "no spaces", "controls"],
)
async def test_no_text_breaks_a_row(library: Library, text: str) -> None:
    async with reading_texts(library, text, f"Other. {text}", size=(121, 20)) as reader:
        for width in (121, 80, 40):
            await reader.resize(width, 20)
            for key in ["g", "J", "enter", "j", "l", "w", "v", "l", "escape", "escape", "x", "G"]:
                await reader.press(key)
                for row in reader.screen:
                    assert cell_len(row) == width
                    assert row.isprintable() or all(
                        sign.isprintable() or sign in "\u200d\u200b\ufe0f" for sign in row
                    )


async def test_markup_in_an_article_is_shown_as_it_stands(library: Library) -> None:
    async with reading_texts(library, "[bold red]Loud[/] and [link=x]clicked[/link].") as reader:
        reader.sees("[bold red]Loud[/] and [link=x]clicked[/link].")
        await reader.press("V", "a")
        reader.sees("[bold red]Loud[/] and [link=x]clicked")
        await reader.type("[blink]note[/]")
        await reader.press("ctrl+j", "A")
        reader.sees("[blink]note[/]")


async def test_help_shows_the_keys_of_the_screen(library: Library) -> None:
    async with reading_sample(library, (80, 40)) as reader:
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, HelpScreen)
        reader.sees("jump to the next copy")
        await reader.press("escape")
        reader.does_not_see("jump to the next copy")


async def test_every_key_is_in_the_command_palette(library: Library) -> None:
    async with reading_sample(library) as reader:
        commands = list(reader.app.get_system_commands(reader.compare))
        assert any("Jump to the next copy" in command.title for command in commands)
        align = next(one for one in commands if one.title.startswith("Line up all copies"))
        await reader.press("J", "J")
        await align.callback()
        await reader.press()
        assert reader.cursor_row("A") == reader.cursor_row("B")


@pytest.mark.parametrize("words", range(8, 28))
async def test_a_message_is_shown_to_its_last_word(library: Library, words: int) -> None:
    async with at_the_screen(library, None, (80, 24)) as reader:
        message = " ".join([*["harbour"] * words, "gate."])
        reader.app.notify(message, markup=False)
        await reader.press()
        reader.sees("gate.")
