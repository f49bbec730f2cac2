"""Quotations, disagreements and what is missing, in the compare view."""

from __future__ import annotations

import pytest

from storage.library import Library
from tests.tui.driver import Reader, reading_texts
from tests.tui.story.statement_texts import ONE_FIGURE, PIERS, PIERS_ALTERED, TEXTS
from tui.compare.screen import CompareScreen

SIZES = [(80, 24), (200, 50)]
QUOTATIONS = ("f",) * 4
DISAGREEMENTS = ("f",) * 5


@pytest.mark.parametrize("size", SIZES)
async def test_a_quotation_is_told_with_what_is_found_and_its_card_has_both_versions(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_texts(library, *TEXTS, size=size) as reader:
        await reader.press(*QUOTATIONS)
        assert reader.status.startswith("2 quotations, J: next")
        await reader.press("J")
        assert reader.status.startswith("quotation 1 of 2")
        assert "! altered in B" in reader.status
        assert reader.text_at_cursor(10) == PIERS[:10]
        await reader.press("enter")
        reader.sees("quotation 1 of 2 · A → B")
        reader.sees("[-single-]")
        reader.sees("in quotation marks · Martha Ellison")
        await reader.press("x")
        assert (reader.focus, reader.text_at_cursor(10)) == ("B", PIERS_ALTERED[:10])
        reader.sees("{+single+}")
        await reader.press("escape")
        reader.does_not_see("{+single+}")


async def test_what_is_flagged_has_another_sign_than_what_is_not(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS)
        reader.sees(" 1!  The old harbour will be")
        assert any(' 2"  ' in row for row in reader.screen)


async def test_two_values_that_disagree_are_gone_to_and_told(library: Library) -> None:
    async with reading_texts(library, *ONE_FIGURE) as reader:
        await reader.press(*DISAGREEMENTS, "J")
        assert reader.status.startswith("disagreement 1 of 1")
        assert "! conflict · “4.2 million” in A, “4.7 million” in B" in reader.status
        await reader.press("enter")
        reader.sees("[-4.2 million-]")
        reader.sees("{+4.7 million+}")
        await reader.press("x")
        assert (reader.focus, reader.text_at_cursor(11)) == ("B", "4.7 million")


async def test_a_dismissed_disagreement_is_left_out_and_comes_back(library: Library) -> None:
    async with reading_texts(library, *ONE_FIGURE) as reader:
        await reader.press(*DISAGREEMENTS, "J", "i")
        reader.is_told("Dismissed: conflict. u: undo")
        assert reader.status.startswith("dismissed disagreement, i: restore")
        assert any("╎" in row for row in reader.screen)
        await reader.press("J")
        reader.is_told("No disagreements found")
        await reader.press("u")
        reader.is_told("Undone: finding dismissed.")
        assert reader.status.startswith("disagreement 1 of 1")
        await reader.press("i", "i")
        reader.is_told("Open again: conflict.")
        assert reader.status.startswith("disagreement 1 of 1")


async def test_with_a_dismissed_disagreement_its_card_goes(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*DISAGREEMENTS, "J", "enter", "i")
        assert not reader.compare.copies.is_open
        assert reader.compare.reading.aligned is None
        await reader.press("u", "enter")
        assert reader.compare.copies.is_open


async def test_the_card_says_what_was_decided_while_it_is_open(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "enter", "i")
        reader.sees("altered in B, dismissed  ")
        await reader.press("u")
        reader.sees("! altered in B  ")


async def test_a_finding_is_confirmed_and_that_is_taken_back(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "exclamation_mark")
        reader.is_told("Confirmed: altered in B.")
        assert "! altered in B, confirmed" in reader.status
        await reader.press("exclamation_mark")
        assert "confirmed" not in reader.status


async def test_what_was_dismissed_stays_so(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "i")
        assert "altered in B, dismissed" in reader.status
        assert "!" not in reader.status
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("J")
        assert "altered in B, dismissed" in reader.status


@pytest.mark.parametrize("keys", [("i",), ("exclamation_mark",)])
async def test_where_nothing_was_found_it_says_so(library: Library, keys: tuple[str, ...]) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "J", *keys)
        reader.is_told("Nothing was found here")


async def test_a_note_on_a_finding_has_the_evidence_and_goes_on_both_places(
    library: Library,
) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "a")
        reader.sees("On every copy, 2 places")
        await reader.type("Ask them.")
        await reader.press("ctrl+j")
        [note] = library.annotations.list_all()
        why, ours, theirs, _, said = note.note.splitlines()
        assert "single" in why
        assert (ours, theirs) == (f"A: “{PIERS}”", f"B: “{PIERS_ALTERED}”")
        assert said == "Ask them."
        assert [one.anchor.quote for one in note.targets] == [PIERS, PIERS_ALTERED]


async def test_the_evidence_is_a_note_as_it_is_and_esc_leaves_without_asking(
    library: Library,
) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press(*QUOTATIONS, "J", "a", "escape")
        assert isinstance(reader.app.screen, CompareScreen)
        assert library.annotations.list_all() == []
        await reader.press("a", "ctrl+j")
        assert len(library.annotations.list_all()) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_missing_says_where(library: Library, size: tuple[int, int]) -> None:
    async with reading_texts(library, *TEXTS, size=size) as reader:
        await reader.press("f", "f", "J")
        reader.is_told("Nothing missing here that most others carry")
        await reader.press("3", "J")
        assert reader.status.startswith("missing here 1 of ")
        assert "not in C" in reader.status
        await reader.press("enter")
        reader.sees("Not in C Text 3")


async def test_the_heading_tells_what_of_the_shared_words_is_quoted(library: Library) -> None:
    async with reading_texts(library, *TEXTS, size=(200, 50)) as reader:
        assert any("quoted)" in row or "in quotations" in row for row in reader.screen[:3])


def count_passages(reader: Reader) -> int:
    comparison = reader.compare.reading.comparison
    assert comparison is not None
    return len(comparison.passages)


async def test_quotations_are_left_out_of_passages_and_come_back(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        before = count_passages(reader)
        await reader.press("quotation_mark")
        reader.is_told("Passages that are quotations are left out.")
        reader.sees("no quotations")
        assert count_passages(reader) == before - 2
        await reader.press("quotation_mark")
        assert count_passages(reader) == before


async def test_the_setting_is_remembered(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("quotation_mark")
        left = count_passages(reader)
    async with reading_texts(library, *TEXTS) as reader:
        assert count_passages(reader) == left
        reader.sees("no quotations")


async def test_without_statements_the_lenses_say_so(library: Library) -> None:
    async with reading_texts(library, "One thing.", "Another matter.") as reader:
        await reader.press(*QUOTATIONS)
        assert reader.status.startswith("no quotations")
        await reader.press("f")
        assert reader.status.startswith("no disagreements found")


async def test_a_finding_chosen_in_the_list_is_an_item_of_its_lens(library: Library) -> None:
    async with reading_texts(library, *TEXTS) as reader:
        await reader.press("O", "enter")
        assert reader.compare.reading.lens == "quotations"
        assert reader.status.startswith("quotation 1 of 2")
        await _note(reader)
        assert "single" in library.annotations.list_all()[0].note


async def _note(reader: Reader) -> None:
    await reader.press("a", "ctrl+j")
