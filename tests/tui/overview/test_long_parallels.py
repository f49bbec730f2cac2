"""Long parallels in the overview: where they stand, and where they lead."""

from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Story
from storage.parallel_regions import ParallelRegions
from storage.sample_story import add_sample
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, kept_story
from tests.tui.at_rest import Hold
from tests.tui.driver import Reader, at_the_screen, reading_sample, sees, until

FERRY = "The ferry to Norderholm sank at {} with forty sheep and nobody else on board."
KEEPER = "The {} lighthouse keeper saw the lanterns vanish and rowed out with his two sons."
DAM = "{} engineers who had warned of the cracked valve were questioned by the harbour court."
WORDS = (("dawn", "great", "Three"), ("noon", "last", "Four"), ("dusk", "only", "Five"))


def told(number: int, *between: str) -> str:
    """Tell the news in the words of that number, with other news before and in it."""
    when, which, count = WORDS[number % len(WORDS)]
    parts = (OWL, FERRY.format(when), *between, KEEPER.format(which), DAM.format(count), HONEY)
    return "\n\n".join(parts)


def story(library: Library, *texts: str) -> Story:
    """Keep a story of these texts, of which each was published a day after the one before."""
    drafts = [
        NewArticle(text, title=f"T{number}", published=f"2026-03-{number:02}")
        for number, text in enumerate(texts, 1)
    ]
    return kept_story(library, [article for article, _ in add_articles(library, drafts)])


def two(library: Library) -> Story:
    return story(library, told(0), f"{MILL}\n\n{PARADE}\n\n{told(1, BRIDGE)}")


def rows_under(reader: Reader, head: str) -> list[str]:
    """Return the rows of the part that this head stands over."""
    at = next(at for at, row in enumerate(reader.screen) if head in row)
    end = next(at for at, row in enumerate(reader.screen) if row.startswith(" Articles"))
    return reader.screen[at + 1 : end]


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_a_long_parallel_stands_under_the_pairs(
    library: Library, size: tuple[int, int]
) -> None:
    async with at_the_screen(library, two(library), size) as reader:
        await reader.press("o")
        [row] = rows_under(reader, "long parallels · 1")
        assert row.startswith(" B ¶3–8 follows A ¶1–5 ")
        assert "T2 │ T1" in row
        reader.sees("Passages · ")


async def test_nothing_stands_there_where_there_are_none(library: Library) -> None:
    async with at_the_screen(library, story(library, OWL, f"{OWL}\n\n{MILL}")) as reader:
        await reader.press("o")
        reader.sees("A shares")
        reader.does_not_see("long parallels")
        await reader.press("tab", "enter")
        assert reader.panes == "AB"


async def test_enter_opens_both_articles_where_the_parallel_begins(library: Library) -> None:
    padding = "\n\n".join(f"House {number} was sold in May." for number in range(60))
    texts = f"{padding}\n\n{told(0)}", f"{PARADE}\n\n{told(1, BRIDGE)}\n\n{padding[:90]}"
    async with at_the_screen(library, story(library, VAN, *texts), (120, 24)) as reader:
        await reader.press("o", "tab")
        reader.sees("C ¶2–7 follows B ¶61–65")
        await reader.press("enter")
        assert (reader.focus, reader.panes) == ("C", "BC")
        assert reader.text_at_cursor(10) == OWL[:10]
        await reader.press("tab")
        assert reader.focus == "B"
        assert reader.text_at_cursor(10) == OWL[:10]
        assert 0 <= reader.cursor_row("B") < 24


async def test_they_give_way_where_the_passages_need_the_room(library: Library) -> None:
    texts = [told(number, *([BRIDGE] * (number % 2))) for number in range(9)]
    async with at_the_screen(library, story(library, *texts), (80, 24)) as reader:
        await reader.press("o")
        reader.does_not_see("long parallels")
        await reader.press("tab", "tab", "enter")
        assert reader.status.startswith("passage ")
        await reader.press("o")
        await reader.resize(120, 50)
        assert len(rows_under(reader, "long parallels · ")) == 5
        await reader.press("g", "shift+tab", "shift+tab")
        assert reader.app.screen.query("#parallels:focus")
        await reader.resize(80, 24)
        reader.does_not_see("long parallels")
        await reader.press("tab", "enter")
        assert reader.app.screen is reader.compare


async def test_the_cursor_of_the_list_is_remembered(library: Library) -> None:
    async with reading_sample(library) as reader:
        await reader.press("o", "tab", "j", "enter", "o")
        assert reader.app.screen.query("#parallels:focus")
        await reader.press("enter")
        assert (reader.focus, reader.panes) == ("C", "BC")


async def test_ignored_passages_take_their_parallel_along(library: Library) -> None:
    async with at_the_screen(library, two(library)) as reader:
        await reader.press("o")
        reader.sees("long parallels")
        await reader.press("escape")
        for _ in range(len(reader.compare.reading.groups)):
            await reader.press("J", "i")
        assert not reader.compare.reading.groups
        await reader.press("o")
        reader.does_not_see("long parallels")


async def test_the_overview_does_not_wait_for_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = Hold()
    find = ParallelRegions.find

    def find_late(regions: ParallelRegions) -> object:
        going_on.wait(10)
        return find(regions)

    monkeypatch.setattr(ParallelRegions, "find", find_late)
    async with at_the_screen(library, add_sample(library)) as reader:
        await reader.press("o")
        reader.sees("Passages · ")
        reader.does_not_see("long parallels")
        await reader.press("tab", "l")  # in the matrix meanwhile
        going_on.set()
        await until(reader, sees(reader, "long parallels"))
        assert reader.app.screen.query("ArticleMatrix:focus")
        await reader.press("escape", "o")
        reader.sees("long parallels")


async def test_a_fault_in_looking_for_them_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: ParallelRegions) -> object:
        raise RecursionError

    monkeypatch.setattr(ParallelRegions, "find", fail)
    async with at_the_screen(library, add_sample(library)) as reader:
        await reader.press("o")
        reader.is_told("Long parallels could not be looked for: RecursionError.")
        reader.sees("Passages · ")
