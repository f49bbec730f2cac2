"""The map beside a text, and the heading over it."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, reading_sample, reading_texts
from tui.compare.screen import CompareScreen
from tui.compare.widgets.article_pane import ArticlePane
from tui.compare.widgets.minimap import Minimap


def _map(reader: Reader) -> list[str]:
    """Return the map of the first pane, row by row."""
    widget = reader.compare.query(Minimap).first()
    return [widget.render_line(y).text for y in range(widget.size.height)]


async def _with_map(reader: Reader) -> ArticlePane:
    pane = reader.compare.query(ArticlePane).first()
    pane.show_minimap(True)
    await reader.press("j", "k")
    return pane


async def test_the_map_shows_passages_notes_and_what_is_in_sight(library: Library) -> None:
    async with reading_sample(library, (120, 24)) as reader:
        await _with_map(reader)
        assert any("█" in row for row in _map(reader))
        assert _map(reader)[0].endswith("▐")
        await reader.press("J", "m")
        assert any("✎" in row for row in _map(reader))
        await reader.press("G")
        assert not _map(reader)[0].endswith("▐")


async def test_the_map_follows_the_size_of_the_terminal(library: Library) -> None:
    async with reading_sample(library, (120, 24)) as reader:
        await _with_map(reader)
        await reader.resize(120, 40)
        assert len(_map(reader)) == reader.view("A").size.height


async def test_a_note_in_sight_does_not_interrupt_the_bar_of_the_window(library: Library) -> None:
    async with reading_sample(library, (120, 24)) as reader:
        await _with_map(reader)
        await reader.press("J", "m", "g")
        widget = reader.compare.query(Minimap).first()
        beside = [list(widget.render_line(y))[1] for y in range(widget.size.height)]
        noted = [segment.style for segment in beside if segment.text == "✎"]
        assert any(style is not None and style.reverse for style in noted)


async def test_a_click_on_the_map_tells_which_text_is_there(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[int] = []

    def take(_: CompareScreen, event: Minimap.Chosen) -> None:
        chosen.append(event.offset)

    monkeypatch.setattr(CompareScreen, "on_minimap_chosen", take, raising=False)
    text = "\n\n".join(f"Paragraph number {number}." for number in range(100))
    async with reading_texts(library, text, "Other.", size=(120, 24)) as reader:
        await _with_map(reader)
        await reader.click_map("A", 10)
    assert text[chosen[0] :].startswith("Paragraph number 53.")


async def test_the_heading_counts_the_matches_of_a_search(library: Library) -> None:
    async with reading_sample(library) as reader:
        pane = reader.compare.query(ArticlePane).first()
        pane.show_found(12)
        await reader.press("j")
        reader.sees("12 found · ")
        pane.show_found(None)
        await reader.press("j")
        reader.does_not_see("12 found")
