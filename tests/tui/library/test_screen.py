from __future__ import annotations

from pathlib import Path

from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from tests.tui.add.test_screen import back_in_the_library
from tests.tui.driver import at_the_screen, is_told, until, written
from tui.library.screen import LibraryScreen


async def test_an_empty_library_tells_what_to_do_and_offers_the_sample_story(
    library: Library,
) -> None:
    async with at_the_screen(library, None, (80, 24)) as reader:
        reader.sees("Your library is empty.")
        await reader.press("enter")
        assert reader.compare.story.name == "The Vellmouth barrier"
        await reader.press("q")
        reader.sees("The Vellmouth barrier")


async def test_stories_and_articles_are_listed_with_what_is_known_of_them(
    library: Library,
) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (140, 30)) as reader:
        reader.sees("Stories · 1")
        reader.sees("Articles · 4")
        row = next(row for row in reader.screen if "Wendshire Observer" in row)
        assert "On Tannery Street" in row
        assert "2026-03-06" in row
        assert "523" in row


async def test_notes_and_tags_made_while_reading_show_when_one_comes_back(
    library: Library,
) -> None:
    add_sample(library)
    async with at_the_screen(library, None, (140, 30)) as reader:
        await reader.press("enter", "t")
        await reader.type("headline")
        await reader.press("enter", "q")
        assert isinstance(reader.app.screen, LibraryScreen)
        rows = [row for row in reader.screen if "headline" in row]
        assert len(rows) == 2  # the story's and the article's


async def test_an_article_opens_in_a_story_of_its_own(library: Library) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "j", "enter")
        assert len(reader.compare.reading.articles) == 1


async def test_marked_articles_are_compared_in_the_order_of_marking(library: Library) -> None:
    add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "j", "space", "g", "space", "c")
        outlets = [article.outlet for article in reader.compare.reading.articles]
        assert outlets == ["Brisk Daily Brief", "Wendshire Observer"]
        await reader.press("q", "c")
        reader.is_told("Mark articles with Space first.")


async def test_files_are_added_from_the_library(library: Library, tmp_path: Path) -> None:
    written(tmp_path, "one.txt", "A short report about nothing much")
    async with at_the_screen(library, None) as reader:
        await reader.press("a")
        await reader.type("nowhere.txt")
        await reader.press("enter")
        await until(reader, lambda: any("no such file" in row for row in reader.screen))
        await reader.press(*["backspace"] * len("nowhere.txt"))
        await reader.type("one.txt")
        await reader.press("enter")
        await until(reader, back_in_the_library(reader))
        await until(reader, is_told(reader, "1 added"))  # a message comes up a moment later
        reader.sees("A short report about nothing much")


async def test_the_bin_takes_and_undo_gives_back(library: Library) -> None:
    story = add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("d")
        assert library.stories.list_all() == []
        await reader.press("u")
        assert [one.id for one in library.stories.list_all()] == [story.id]
        await reader.press("d")  # among the articles since no story was left
        assert len(library.articles.list_all()) == 3
        await reader.press("u")
        assert len(library.articles.list_all()) == 4


async def test_markup_and_escape_sequences_in_titles_are_shown_not_obeyed(
    library: Library,
) -> None:
    library.articles.add(NewArticle("Text of it.", title="[bold]Loud[/] \x1b[31mred\x1b[0m"))
    async with at_the_screen(library, None) as reader:
        reader.sees("[bold]Loud[/] [31mred [0m")
        assert not any("\x1b" in row for row in reader.screen)


async def test_a_library_without_a_story_starts_among_its_articles(library: Library) -> None:
    library.articles.add(NewArticle("Text of it.", title="Alone"))
    async with at_the_screen(library, None) as reader:
        await reader.press("enter")
        assert reader.compare.reading.articles[0].title == "Alone"


async def test_an_article_that_was_annotated_alone_lists_no_story(library: Library) -> None:
    library.articles.add(NewArticle("Text of it.", title="Alone"))
    async with at_the_screen(library, None) as reader:
        await reader.press("enter", "q")
        assert library.stories.list_all() == []
        await reader.press("enter", "m", "q")
        assert len(library.stories.list_all()) == 1
        assert not reader.app.screen.query_one("#stories").display


async def test_a_story_whose_articles_are_in_the_bin_is_not_opened(library: Library) -> None:
    article, _ = library.articles.add(NewArticle("Text of it.", title="Alone"))
    library.articles.add(NewArticle("Another text.", title="Other"))
    library.stories.create("Of one", [article.id])
    library.articles.delete(article.id)
    async with at_the_screen(library, None) as reader:
        await reader.press("enter")
        reader.is_told("Its articles are in the trash")
