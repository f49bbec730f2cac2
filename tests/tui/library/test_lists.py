from __future__ import annotations

from storage.library import Library
from storage.models import NewArticle
from tests.tui.driver import at_the_screen
from tui.library.screen import LibraryScreen


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
