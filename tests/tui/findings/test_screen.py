"""The findings as a reader meets them."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, reading_sample, sees, until


async def open_findings(reader: Reader) -> None:
    await reader.press("O")
    await until(reader, sees(reader, "Findings to review"))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_flagged_findings_stand_there_with_the_words_of_the_first(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await open_findings(reader)
        reader.sees("4 articles")
        reader.sees("quotation cut")
        reader.sees("C leaves out what follows in A")
        reader.sees("A ¶11")
        await reader.press("G")
        reader.sees("date, conflict")


async def test_enter_opens_both_articles_at_the_words(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        await reader.press("j", "enter")
        assert (reader.focus, reader.panes) == ("A", "AC")
        assert reader.text_at_cursor(14) == "We cannot rule"


async def test_an_article_tells_what_it_leaves_out(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        await reader.press("tab", "tab", "G")
        reader.sees("D leaves out")
        reader.sees("at least half of the others carry:")


async def test_a_note_is_written_with_the_evidence_in_it(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await until(reader, lambda: reader.compare.reading.stated is not None)
        await open_findings(reader)
        await reader.press("j", "a")
        reader.sees("A quotes “We cannot rule out” where C quotes “We can confirm”.")
        await reader.press("ctrl+j")
        [annotation] = library.annotations.find_on(
            [article.id for article in reader.compare.reading.articles]
        )
        assert len(annotation.targets) == 2
        assert annotation.note.splitlines()[0].startswith("A quotes “We cannot rule out”")


@pytest.mark.parametrize("leave", ["ctrl+j", "escape"])
async def test_after_a_note_the_list_goes_on_where_it_was_left(
    library: Library, leave: str
) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await until(reader, lambda: reader.compare.reading.stated is not None)
        await open_findings(reader)
        await reader.press("j", "a", leave)
        await until(reader, sees(reader, "Findings to review"))
        await until(reader, sees(reader, "A quotes “We cannot rule out” where C quotes"))
        await reader.press("i")
        reader.does_not_see("quotation altered")


async def test_the_overview_leads_to_the_findings(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await reader.press("o", "O")
        await until(reader, sees(reader, "Findings to review"))


async def test_the_list_empties_as_findings_are_dismissed_or_confirmed(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        reader.sees("quotation cut")
        await reader.press("i")
        reader.is_told("Dismissed.")
        reader.does_not_see("quotation cut")
        await reader.press("!")
        reader.is_told("Confirmed.")
        reader.does_not_see("quotation altered")

        await reader.press("f")
        reader.sees("✗  quotation cut")
        reader.sees("✓  quotation altered")
        await reader.press("f")
        reader.sees("Findings decided on · 2")


async def test_undo_takes_a_decision_back(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        await reader.press("i")
        reader.does_not_see("quotation cut")
        await reader.press("u")
        reader.sees("quotation cut")


async def test_a_decision_is_taken_back_by_the_key_that_made_it(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        await reader.press("i", "f", "f")
        reader.sees("Findings decided on · 1")
        await reader.press("i")
        reader.is_told("Open again.")
        reader.sees("Nothing was confirmed or dismissed yet.")


async def test_where_all_is_decided_the_list_says_so(library: Library) -> None:
    async with reading_sample(library, (120, 40)) as reader:
        await open_findings(reader)
        for _ in range(20):
            await reader.press("i")
        reader.sees("Nothing to review.")
        reader.is_told("No finding here.")
