from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import reading_texts

TEXTS = "A bell.\n\nNo drum, one bell.", "Nothing.", "The BELL [b]rings[/b]."


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_matches_are_counted_and_gone_through_over_all_panes(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_texts(library, *TEXTS, size=size) as reader:
        await reader.press("slash")
        await reader.type("bell")
        await reader.press("enter")
        assert (reader.focus, reader.text_at_cursor(5)) == ("A", "bell.")
        assert "match 1 of 3" in reader.status
        reader.sees("2 found")
        await reader.press("n", "n")
        assert (reader.focus, reader.text_at_cursor(4)) == ("C", "BELL")
        reader.sees("1 found")
        await reader.press("n")
        assert reader.focus == "A"
        reader.is_told("Wrapped to the first match.")
        await reader.press("N")
        assert reader.focus == "C"
        await reader.press("escape")
        reader.does_not_see("1 found")


async def test_what_is_nowhere_keeps_the_prompt_open(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("slash")
        await reader.type("[b]x")
        await reader.press("enter")
        reader.sees("“[b]x” is in none of these articles.")
        await reader.press("escape", "n")
        assert reader.text_at_cursor(7) == "A bell."


async def test_without_a_search_there_is_no_next_match(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("n")
        reader.is_told("Nothing has been searched for yet")


async def test_markup_in_an_article_is_found_as_text(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("slash")
        await reader.type("[b]rings")
        await reader.press("enter")
        assert reader.text_at_cursor(8) == "[b]rings"
