from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import reading_texts

TEXTS = "A bell.\n\nNo drum, one bell.", "Nothing.", "The BELL [b]rings[/b]."


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
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
        reader.sees("“[b]x” not found in these articles · Esc back")
        await reader.press("escape", "n")
        assert reader.text_at_cursor(7) == "A bell."


async def test_without_a_search_there_is_no_next_match(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("n")
        reader.is_told("No search yet")


async def test_markup_in_an_article_is_found_as_text(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("slash")
        await reader.type("[b]rings")
        await reader.press("enter")
        assert reader.text_at_cursor(8) == "[b]rings"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_what_is_searched_for_is_found_while_it_is_written(
    library: Library, size: tuple[int, int]
) -> None:
    filler = "\n\n".join(f"Paragraph {number} says nothing." for number in range(60))
    texts = (f"{filler}\n\nA bell rings.\n\n{filler[::-1]}", f"{filler[::-1]}\n\nA bee hums.")
    async with reading_texts(library, *texts, size=size) as reader:
        await reader.press("right_curly_bracket", "right_curly_bracket")
        place = reader.text_at_cursor(11)
        tops = [reader.view(letter).top_row for letter in "AB"]
        await reader.press("slash")
        reader.sees(place)
        await reader.type("be")
        assert (reader.focus, reader.text_at_cursor(4)) == ("A", "bell")
        reader.sees("A bell rings.")
        reader.sees("/be")
        reader.sees("1 of 2 · ↑↓ choose · Enter go · Esc back")
        assert "match 1 of 2" in reader.status
        await reader.type("e")
        assert (reader.focus, reader.text_at_cursor(3)) == ("B", "bee")
        reader.sees("A bee hums.")
        await reader.press("backspace")
        assert (reader.focus, reader.text_at_cursor(4)) == ("A", "bell")
        await reader.press("down")
        assert reader.focus == "B"
        reader.sees("2 of 2")
        await reader.type("x")
        assert reader.text_at_cursor(11) == place
        reader.sees("“bex” not found in these articles · Esc back")
        await reader.press("escape")
        assert (reader.focus, reader.text_at_cursor(11)) == ("A", place)
        assert [reader.view(letter).top_row for letter in "AB"] == tops
        assert reader.compare.reading.found == ()
        reader.does_not_see("found")


async def test_esc_gives_back_the_passage_the_panes_and_the_search_before(
    library: Library,
) -> None:
    shared = "The gates stood open in the storm and nobody came to close them."
    texts = (f"{shared} Owl.", "A bell.", f"{shared} Bell.")
    async with reading_texts(library, *texts, size=(100, 30)) as reader:
        await reader.press("slash")
        await reader.type("owl")
        await reader.press("enter", "K")
        assert (reader.panes, reader.focus, reader.compare.reading.unit) == ("AC", "A", "passage")
        current = reader.compare.reading.current
        await reader.press("slash")
        await reader.type("a bell")
        assert reader.focus == "B"
        await reader.press("escape")
        assert (reader.panes, reader.focus, reader.compare.reading.unit) == ("AC", "A", "passage")
        assert reader.compare.reading.current == current
        reader.sees("1 found")
        await reader.press("n")
        assert reader.text_at_cursor(3) == "Owl"


async def test_enter_looks_again_for_what_was_searched_for_and_a_letter_for_another(
    library: Library,
) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("slash")
        await reader.type_at_once(*"bell", "enter")
        assert reader.text_at_cursor(5) == "bell."
        await reader.press("slash", "enter")
        assert "match 2 of 3" in reader.status
        await reader.press("slash")
        await reader.type("drum")
        assert reader.text_at_cursor(4) == "drum"
        await reader.press("enter", "slash", "backspace", "enter")
        assert reader.compare.reading.found == ()


async def test_what_is_typed_ahead_of_the_search_is_found(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("slash")
        await reader.type("bell")
        await reader.press("enter")
        await reader.type_at_once("slash", *"drum", "enter")
        assert reader.text_at_cursor(4) == "drum"
        assert reader.app.screen is reader.compare
