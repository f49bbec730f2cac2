from __future__ import annotations

import pytest

from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from tests.storage.desk import OWL, add, kept_story
from tests.tui.driver import Reader, at_the_screen
from tui.library.screen import LibraryScreen
from tui.search.screen import SearchScreen
from tui.widgets.list_table import ListTable

WORDS = "Nobody had rung the right telephone on the night that the gates stayed open."


async def test_a_search_shows_what_it_finds_while_one_writes_and_opens_it(
    library: Library,
) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (140, 30)) as reader:
        await reader.press("S")
        await reader.type("bakery")
        reader.sees("1 found")
        await reader.type(" zebra")
        reader.sees("Nothing has all these words. Remove one")
        await reader.press(*["backspace"] * len(" zebra"))
        await reader.press("enter", "enter")
        assert reader.compare.reading.articles[reader.compare.reading.focus].outlet == (
            "Wendshire Observer"
        )
        assert reader.text_at_cursor(6) == "bakery"


async def test_a_filter_at_the_end_is_one_and_what_cannot_be_meant_is_told(
    library: Library,
) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (140, 30)) as reader:
        await reader.press("S")
        await reader.type("telephone outlet:observer")
        reader.sees("1 found")
        await reader.type(" outlt:x")
        reader.sees("There is no filter “outlt:”; did you mean “outlet:”?")
        await reader.press("escape", "tab", "slash")
        await reader.type("after:nothing")
        reader.sees("“nothing” is not a date; write it like 2026-03.")


async def test_a_filter_that_there_is_not_is_told_where_nothing_is_found(library: Library) -> None:
    add(library, OWL)
    async with at_the_screen(library, None, (120, 40)) as reader:
        await reader.press("slash")
        await reader.type("foo:bar")
        reader.sees("There is no filter “foo:”; there are outlet:, tag:, story:")
        await reader.press("escape", "S")
        await reader.type("foo:bar")
        reader.sees("There is no filter “foo:”; there are outlet:, tag:, story:")


async def test_a_search_is_left_as_it_was_entered(library: Library) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("S")
        await reader.type('q" OR [bold]')
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_who_else_carried_an_article_is_listed_and_read_beside_it(library: Library) -> None:
    library.articles.add(NewArticle(f"Before. {WORDS}", "Carrier"))
    library.articles.add(NewArticle(f"{WORDS} Something else follows.", "Asked"))
    async with at_the_screen(library, None, (120, 30)) as reader:
        await reader.press("W")
        reader.sees("“Asked” is carried by 1 other article")
        await reader.press("c")
        assert [one.title for one in reader.compare.reading.articles] == ["Asked", "Carrier"]


async def test_a_selection_is_asked_for_alone(library: Library) -> None:
    library.articles.add(NewArticle(f"Before. {WORDS}", "Carrier"))
    asked, _ = library.articles.add(NewArticle(f"{WORDS}\n\nSomething else follows here.", "Asked"))
    async with at_the_screen(library, kept_story(library, [asked]), (120, 30)) as reader:
        await reader.press("V", "W")
        reader.sees("is carried by 1 other article")
        await reader.press("enter")
        assert reader.compare.reading.articles[0].title == "Carrier"
        assert reader.text_at_cursor(6) == "Nobody"
        await reader.press("q")
        reader.sees("is carried by 1 other article")
        await reader.press("q")
        assert reader.compare.reading.articles[0].title == "Asked"
        await reader.press("escape", "G", "W")
        reader.sees("“Asked” is carried by")


async def test_one_comes_back_from_a_text_to_what_was_found(library: Library) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (140, 30)) as reader:
        await reader.press("S")
        await reader.type("barrier")
        await reader.press("enter", "j", "enter")
        reader.sees("passage")
        await reader.press("q")
        assert isinstance(reader.app.screen, SearchScreen)
        assert reader.app.screen.query_one(ListTable).cursor_row == 1
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_what_nobody_else_carries_is_told_so(library: Library) -> None:
    library.articles.add(NewArticle("Alone in the world.", "Alone"))
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("W")
        reader.sees("“Alone” is carried by no other article in the library")
        await reader.press("enter", "c", "escape")
        assert isinstance(reader.app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_numbers_of_who_carries_it_stand_under_each_other(
    library: Library, size: tuple[int, int]
) -> None:
    lead = "Nobody had rung the right telephone on the night that the gates stood open in the storm"
    more = " ".join(f"and word {number} of what they said" for number in range(30))
    for number, text in enumerate((f"{lead} {more}.", f"{lead}. Nothing else.", f"{lead} {more}!")):
        draft = NewArticle(
            text, f"courts_01.03.00_chemists_and_the_price_of_{'abc'[number]}", "Meter"
        )
        library.articles.add(draft)
    async with at_the_screen(library, None, size) as reader:
        await reader.press("G", "W")
        head, *rows = reader.screen[reader.screen.index(_row_with(reader, "passages")) :][:3]
        for word in ("words", "share", "passages"):
            end = head.index(word) + len(word)
            assert all(row[end - 1].strip() and not row[end].strip() for row in rows), rows
        for letter in "bc":
            reader.sees(f"_{letter}")


def _row_with(reader: Reader, text: str) -> str:
    return next(row for row in reader.screen if text in row)


async def test_at_80_columns_the_words_found_are_seen(library: Library) -> None:
    papers = ("guardian", "independent", "telegraph")
    lead = "It begins with a great many words about all that was known before, and then says"
    for paper in papers:
        title = f"courts_01.03.00_chemists_and_the_price_{paper}"
        text = f"{lead} that the medicines of the {paper} cost less than ever."
        library.articles.add(NewArticle(text, title, f"The Daily {paper} of the country"))
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("S")
        await reader.type("medicines")
        table = reader.app.screen.query_one(ListTable)
        assert table.virtual_size.width <= table.size.width
        rows = [row for row in reader.screen if "medicines of the" in row]
        assert len(rows) == 3
        for paper in papers:
            assert any(f"  …{paper}  " in row for row in rows), rows
        await reader.resize(200, 50)
        reader.sees("and then says that the medicines of the telegraph cost less than ever.")
