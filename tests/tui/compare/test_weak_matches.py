"""A weak match looks like its kind, and is told from a sure one, with colour and without."""

from __future__ import annotations

import pytest

from storage.library import Library
from storage.wording.passage_kinds import PASSAGE_STYLES
from tests.storage.desk import WEAKLY, story
from tests.tui.driver import Reader, at_the_screen, reading_texts
from tui.config.configuration import Configuration
from tui.story.display.highlights import list_highlights

SHOWN = Configuration(sensitivity=4)


def drawn_signs(reader: Reader) -> str:
    """Return the signs that the gutter of the first pane has, each once, from the top."""
    view = reader.view("A")
    rows = (view.render_line(row).text for row in range(view.size.height))
    return "".join(dict.fromkeys(row[3:4] for row in rows)).replace(" ", "")


async def test_status_card_list_and_gutter_say_so(library: Library) -> None:
    news = story(library, *WEAKLY)
    async with at_the_screen(library, news, (200, 50), configuration=SHOWN) as reader:
        reader.app.asked_for_dates.add(frozenset(news.articles))
        await reader.press("J")
        assert "weak match" not in reader.status
        assert drawn_signs(reader) == "█?"
        reader.sees("? weak")
        await reader.press("J")
        assert reader.status.startswith("passage 3 of 3")
        assert "also in C · same words, weak match" in reader.status
        await reader.press("enter")
        reader.sees("passage 3 of 3 · A → C · verbatim, weak match · 7 words")
        await reader.press("o")
        rows = [row for row in reader.screen if " verbatim, weak match" in row]
        assert [row.split()[0] for row in rows] == ["3"]


async def test_what_is_sure_lies_over_what_is_weak(library: Library) -> None:
    async with at_the_screen(library, story(library, *WEAKLY), configuration=SHOWN) as reader:
        found = [(one.style, one.label) for one in list_highlights(reader.compare.reading, 0)]

        assert found == [("weak-verbatim", "3"), ("verbatim", "1")]


@pytest.mark.parametrize("theme", ["copydesk-dark", "copydesk-light", "textual-ansi", "nord"])
@pytest.mark.parametrize("coloured", [True, False])
async def test_it_has_the_colour_of_its_kind_and_other_letters(
    library: Library, monkeypatch: pytest.MonkeyPatch, theme: str, coloured: bool
) -> None:
    if not coloured:
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading_texts(library, *WEAKLY) as reader:
        if theme not in reader.app.available_themes:
            pytest.skip(f"this Textual has no theme {theme}")
        reader.app.theme = theme
        await reader.press("j")
        colours = reader.compare.panes.colours
        for style in PASSAGE_STYLES:
            sure, weak = colours.on_text(style), colours.on_text(f"weak-{style}")
            assert (weak.color, weak.bgcolor) == (sure.color, sure.bgcolor)
            assert (weak.italic, weak.dim) != (sure.italic, sure.dim)
            assert bool(weak.dim) is not coloured
            assert colours.on_map(f"weak-{style}").color == colours.on_map(style).color


async def test_the_legend_names_it_where_it_is_shown(library: Library) -> None:
    news = story(library, *WEAKLY)
    async with at_the_screen(library, news, (200, 50)) as reader:
        reader.does_not_see("? weak")
        await reader.press("plus", "f", "f", "f")
        assert "│ repeat  ? weak" in reader.screen[0]
