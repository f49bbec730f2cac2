from __future__ import annotations

from storage.library import Library
from tests.tui.driver import Reader, reading_texts

TEXT = "One is here. Two is there.\n\nThree is old. Four is new."


def selected(reader: Reader) -> str:
    reading = reader.compare.reading
    assert reading.selection is not None
    start, end = reading.selection.extent
    return reading.page.text[start:end]


async def test_every_movement_extends_the_selection(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("v", "l")
        assert selected(reader) == "On"
        await reader.press("h", "w")
        assert selected(reader) == "One i"
        await reader.press("right_parenthesis")
        assert selected(reader) == "One is here. T"
        await reader.press("left_parenthesis", "right_curly_bracket")
        assert selected(reader) == "One is here. Two is there.\n\nT"
        await reader.press("G")
        assert selected(reader) == TEXT
        await reader.press("g", "j", "k", "b", "left_curly_bracket")
        assert selected(reader) == "O"


async def test_a_search_extends_the_selection_and_stays_in_its_article(library: Library) -> None:
    async with reading_texts(library, TEXT, "One is elsewhere.") as reader:
        await reader.press("v", "slash")
        await reader.type("is")
        await reader.press("enter")
        assert selected(reader) == "One i"
        await reader.press("n", "n", "n")
        assert selected(reader) == "One is here. Two is there.\n\nThree is old. Four i"
        await reader.press("n")
        assert (reader.focus, selected(reader)) == ("A", "One i")
        await reader.press("N")
        assert selected(reader).endswith("Four i")


async def test_esc_puts_the_cursor_back_where_it_was(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.press("w", "v", "G", "escape")
        assert reader.text_at_cursor(7) == "is here"
        assert reader.compare.reading.selection is None


async def test_either_end_of_the_text_can_be_selected(library: Library) -> None:
    async with reading_texts(library, "A. Z") as reader:
        await reader.press("g", "v", "h", "m", "G", "v", "l", "m")
        quotes = [one.targets[0].anchor.quote for one in library.annotations.list_all()]
        assert quotes == ["A", "Z"]


async def test_the_mouse_selects_what_is_then_annotated(library: Library) -> None:
    async with reading_texts(library, TEXT) as reader:
        await reader.drag("A", (0, 4), (0, 10))
        assert selected(reader) == "is here"
        await reader.press("m")
        assert library.annotations.list_all()[0].targets[0].anchor.quote == "is here"
