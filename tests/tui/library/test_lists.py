from __future__ import annotations

from collections import Counter

import pytest
from textual.strip import Strip

from storage.library import Library
from storage.models import NewArticle
from tests.storage.desk import OWL
from tests.tui.driver import at_the_screen
from tui.library.screen import LibraryScreen
from tui.widgets.row_list import RowList


def fill(library: Library, count: int) -> None:
    with library.transaction():
        for number in range(count):
            library.articles.add(
                NewArticle(f"Text {'x ' * number}", f"Report {number:03}", f"Outlet {number % 3}")
            )


async def test_a_filter_shows_what_meets_it_while_one_writes(library: Library) -> None:
    fill(library, 40)
    async with at_the_screen(library, None, (100, 30)) as reader:
        await reader.press("/")
        await reader.type("report 017")
        reader.sees("Articles · 1 of 40")
        await reader.press("enter", "enter")
        assert reader.compare.reading.articles[0].title == "Report 017"
        await reader.press("q", "escape")
        reader.does_not_see(" of 40")


async def test_columns_are_sorted_by_key(library: Library) -> None:
    fill(library, 30)
    async with at_the_screen(library, None, (100, 30)) as reader:
        await reader.press("s")
        reader.sees("title ▼")
        assert "Report 000" in next(row for row in reader.screen if "Report" in row)
        await reader.press("I")
        assert "Report 029" in next(row for row in reader.screen if "Report" in row)
        await reader.press("s", "s", "s")
        reader.sees("by words")


async def test_a_column_without_room_is_not_sorted_by(library: Library) -> None:
    fill(library, 3)
    async with at_the_screen(library, None, (70, 24)) as reader:
        for shown in ("by title", "by outlet", "by date"):
            await reader.press("s")
            reader.sees(shown)
        await reader.press("s")
        reader.does_not_see("· by")


async def test_far_rows_come_into_sight(library: Library) -> None:
    fill(library, 300)
    async with at_the_screen(library, None, (100, 30)) as reader:
        screen = reader.app.screen
        assert isinstance(screen, LibraryScreen)
        reader.does_not_see("Report 000")
        await reader.press("G")
        reader.sees("Report 000")
        await reader.press("ctrl+u", "k")
        assert screen.lists.articles.chosen != screen.lists.articles._keys[-1]
        await reader.press("g")
        reader.sees("Report 299")


async def test_all_that_is_shown_is_marked_and_unmarked(library: Library) -> None:
    fill(library, 12)
    async with at_the_screen(library, None, (100, 30)) as reader:
        await reader.press("/")
        await reader.type("outlet:1")
        await reader.press("enter", "*")
        reader.sees("4 marked")
        await reader.press("*")
        reader.does_not_see("marked")


LONG = "The night on which the old harbour gates stood open and nobody in the whole town knew"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_stories_need_no_bar_and_names_that_begin_alike_are_told_apart(
    library: Library, size: tuple[int, int]
) -> None:
    article, _ = library.articles.add(NewArticle(OWL, title="Owl"))
    for end in ("why", "whose fault it was"):
        library.stories.create(f"{LONG} {end}", [article.id])
    library.tags.set_on_article(article.id, ["claim/disputed/again", "harbour", "night"])
    async with at_the_screen(library, None, size) as reader:
        stories = reader.app.screen.query_one("#stories", RowList)
        assert stories.virtual_size.width <= stories.size.width
        assert not stories.show_horizontal_scrollbar
        rows = [row for row in reader.screen if "knew" in row]
        assert ["whose fault it was" in row for row in rows] == [True, False]
        assert "why" in rows[1]
        head = next(row for row in reader.screen if row.startswith(" story"))
        assert "articles" in head
        assert "notes" in head


async def test_articles_that_begin_alike_keep_what_tells_them_apart(library: Library) -> None:
    papers = ("guardian", "independent", "mail", "telegraph")
    for number, paper in enumerate(papers):
        title = f"courts_01.03.00_chemists_and_the_price_of_medicines_{paper}"
        library.articles.add(NewArticle(f"Text {number}.", title=title, outlet="Meter"))
    async with at_the_screen(library, None, (80, 24)) as reader:
        for paper in papers:
            reader.sees(f"_{paper}")


async def test_braces_in_a_filter_a_name_or_a_tag_are_no_keys(library: Library) -> None:
    fill(library, 3)
    async with at_the_screen(library, None, (120, 30)) as reader:
        await reader.press("slash")
        await reader.type("{undo}:{braces} after:{help}")
        reader.sees("Articles · 0 of 3")
        reader.sees("“{help}” is not a date")
        await reader.press("escape", "escape", "m")
        await reader.type("{undo} {braces}")
        await reader.press("enter")
        reader.sees("Made the story “{undo} {braces}”. u: undo")
        await reader.press("enter", "alt+1")
        await reader.type("{tag} {braces}")
        await reader.press("enter", "alt+1")
        reader.sees("Already tagged #{tag} {braces}. t: edit tags")


async def test_at_first_each_row_in_sight_is_drawn_once(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, 60)
    drawn: Counter[int] = Counter()
    draw = RowList.render_line

    def count(rows: RowList, y: int) -> Strip:
        drawn[y] += rows.id == "articles"
        return draw(rows, y)

    monkeypatch.setattr(RowList, "render_line", count)
    async with at_the_screen(library, None, (100, 30)):
        assert len(drawn) > 20
        assert set(drawn.values()) == {1}
