from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle
from tests.storage.desk import OWL, kept_story
from tests.tui.driver import Reader, at_the_screen, reading_sample, reading_texts
from tui.compare.widgets.copy_strip import CopyStrip
from tui.compare.widgets.passage_card import PassageCard

SIZES = [(80, 24), (200, 50)]
BELL = "The old bell of the harbour rang twice before the third boat came home with no nets"
FILLER = "\n\n".join(
    f"Paragraph {number} tells of something else entirely." for number in range(40)
)


def has_card(reader: Reader) -> bool:
    return reader.compare.query_one(PassageCard).display


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_card_with_the_words_that_were_changed_and_esc_closes_it(
    library: Library, size: tuple[int, int]
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("J", "x", "x", "enter")
        reader.sees("passage 1 of ")
        reader.sees("C → B · edited")
        reader.sees("→ B  Vell Estuary Mercury")
        await reader.press("enter", "j", "j")
        reader.sees("[-repeatedly-]")
        await reader.press("escape")
        assert not has_card(reader)
        reader.does_not_see("C → B")
        assert reader.app.is_running


async def test_the_card_follows_to_the_next_copy_and_the_next_passage(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("J", "J", "J", "J", "J", "enter")
        reader.sees("passage 5 of ")
        reader.sees("A → B")
        await reader.press("x")
        reader.sees("B → C")
        await reader.press("K")
        reader.sees("passage 4 of ")


async def test_panes_that_carry_the_passage_come_in_sight(library: Library) -> None:
    texts = (f"One. {BELL}.", "Two.", "Three.", f"Four. {BELL}.")
    async with reading_texts(library, *texts, size=(160, 30)) as reader:
        await reader.press("J")
        assert (reader.focus, reader.panes) == ("A", "ABD")
        await reader.press("x", "enter")
        assert (reader.focus, reader.panes) == ("D", "ABD")


@pytest.mark.parametrize(("size", "shown"), [((80, 24), True), ((120, 40), False)])
async def test_where_one_pane_fits_a_strip_shows_the_other_copy(
    library: Library, size: tuple[int, int], *, shown: bool
) -> None:
    async with reading_sample(library, size) as reader:
        await reader.press("J")
        strip = reader.compare.query_one(CopyStrip)
        assert strip.display == shown
        if shown:
            reader.sees("B · Vell Estuary Mercury · 2026-03-05 · 99% the same")
            await reader.press("enter")
            assert not strip.display
            await reader.press("escape", "g")
            reader.sees("Not shared with another article. J: next passage")


async def test_locked_panes_follow_by_what_they_share(library: Library) -> None:
    texts = (f"{BELL}.\n\n{FILLER}", f"{FILLER[::-1]}\n\n{BELL}.\n\n{FILLER}")
    async with reading_texts(library, *texts, size=(120, 30)) as reader:
        await reader.press("G")
        assert reader.view("B").top_row == 0
        await reader.press("L")
        reader.is_told("Scrolling locked")
        assert reader.view("B").top_row > 0
        await reader.press("g")
        assert reader.view("B").top_row == 0
        tops = []
        for _ in range(30):
            await reader.press("j")
            tops.append(reader.view("B").top_row)
        assert tops == sorted(tops)
        await reader.press("L", "g")
        assert reader.view("B").top_row == tops[-1]


async def test_a_click_on_the_map_goes_there(library: Library) -> None:
    async with reading_texts(library, FILLER, "Two.", size=(120, 30)) as reader:
        await reader.press("M")
        await reader.click_map("A", 20)
        assert reader.compare.reading.cursor > len(FILLER) // 2
        assert reader.focus == "A"


async def test_dragging_selects_and_a_double_click_opens_the_card(library: Library) -> None:
    async with reading_texts(library, f"{BELL}.", f"{BELL}. Two.") as reader:
        await reader.drag("B", (0, 4), (0, 11))
        assert (reader.focus, reader.status[:18]) == ("B", "selecting, 2 words")
        await reader.press("escape")
        await reader.click("A", 0, 4, times=2)
        assert has_card(reader)
        assert reader.focus == "A"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_names_that_begin_alike_are_told_apart_over_the_panes_and_on_the_card(
    library: Library, size: tuple[int, int]
) -> None:
    papers = ("guardian", "independent", "telegraph")
    drafts = [
        NewArticle(
            f"{OWL} So says the {paper}.",
            f"courts_01.03.00_chemists_and_the_price_of_medicines_in_the_high_street_{paper}",
        )
        for paper in papers
    ]
    story = kept_story(library, [one for one, _ in add_articles(library, drafts)])
    async with at_the_screen(library, story, size) as reader:
        for letter, paper in zip(reader.panes, papers, strict=False):
            assert any(f"{letter} · …" in row and f"_{paper}" in row for row in reader.screen)
        await reader.press("J", "enter", "enter", "G")
        for letter, paper in zip("ABC", papers, strict=True):
            assert any(f"{letter}  …" in row and f"_{paper} " in row for row in reader.screen)
