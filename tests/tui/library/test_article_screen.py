from __future__ import annotations

from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from storage.tables.article_details import write_details
from tests.storage.desk import MILL, OWL
from tests.tui.driver import at_the_screen
from tui.compare.screen import CompareScreen
from tui.library.article_screen import ArticleScreen
from tui.library.screen import LibraryScreen


async def test_what_is_known_is_shown_and_changed(library: Library) -> None:
    details = write_details({"section": "World", "urgency": "4"})
    new = NewArticle(OWL, title="Owl", path="/news/owl.txt", citation_key="harker2026")
    article, _ = library.articles.add(new._replace(details=details))
    async with at_the_screen(library, None) as reader:
        await reader.press("i")
        for sign in (
            *("title    Owl", "file     /news/owl.txt", "text     14 words, 0 notes"),
            *("citekey  harker2026", "section  World", "urgency  4"),
        ):
            reader.sees(sign)
        await reader.press("j", "enter")
        reader.sees("Change the outlet")
        await reader.type("Gazette")
        await reader.press("enter")
        reader.sees("outlet   Gazette")
        assert library.articles.get(article.id).outlet == "Gazette"
        await reader.press("u")
        assert library.articles.get(article.id).outlet == ""


async def test_a_date_that_is_none_is_refused_and_can_be_mended(library: Library) -> None:
    article, _ = library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "j", "j", "j", "enter")
        await reader.type("yesterday")
        await reader.press("enter")
        assert isinstance(reader.app.screen_stack[-2], ArticleScreen)
        await reader.press(*["backspace"] * 9)
        await reader.type("2026-03-05")
        await reader.press("enter")
        assert library.articles.get(article.id).published == "2026-03-05"


async def test_tags_of_the_article(library: Library) -> None:
    article, _ = library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "t")
        await reader.type("bird")
        await reader.press("enter")
        reader.sees("tags     #bird")
        assert library.tags.find_on_articles([article.id]) == {article.id: ("bird",)}


async def test_what_is_a_fact_is_not_changed(library: Library) -> None:
    library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "G", "enter")
        reader.is_told("This cannot be changed.")


async def test_its_stories_and_its_text_are_opened(library: Library) -> None:
    story = add_sample(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "i", "G", "enter")
        assert reader.compare.story.id == story.id
        await reader.press("q", "i", "o")
        assert isinstance(reader.app.screen, CompareScreen)


async def test_versions_are_read_side_by_side(library: Library) -> None:
    url = "https://example.org/owl"
    first, _ = library.articles.add(NewArticle(OWL, title="Owl", url=url))
    second, _ = library.articles.add(NewArticle(f"{OWL} {MILL}", title="Owl", url=url))
    async with at_the_screen(library, None) as reader:
        reader.sees("Owl (2 versions)")
        reader.sees("Articles · 1")
        await reader.press("i")
        reader.sees("version  1 of 2, of")
        reader.sees("version  2 of 2, this one")
        await reader.press("v")
        assert [one.id for one in reader.compare.reading.articles] == [first.id, second.id]
        await reader.press("q", "i", "G", "k", "enter")
        assert [one.id for one in reader.compare.reading.articles] == [first.id, second.id]


async def test_versions_are_told_by_when_they_stood_there(library: Library) -> None:
    url = "https://example.org/owl"
    library.articles.add(NewArticle(MILL, title="Owl", url=url, modified="2026-03-03T10:00:00Z"))
    captured = "2026-03-02T18:00:00Z"
    library.articles.add(NewArticle(OWL, title="Owl", url=url, captured=captured))
    async with at_the_screen(library, None) as reader:
        await reader.press("i")
        reader.sees("modified  2026-03-03 10:00 UTC")
        reader.sees("version   1 of 2, of 2026-03-02")
        reader.sees("version   2 of 2, this one")


async def test_one_version_alone_is_told(library: Library) -> None:
    library.articles.add(NewArticle(OWL, title="Owl"))
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "v")
        reader.is_told("Only one version.")
        await reader.press("escape")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_nothing_in_it_is_obeyed(library: Library) -> None:
    library.articles.add(
        NewArticle(OWL, title="[red]Owl[/] \x1b[31m", author="[link='x']me[/link]")
    )
    async with at_the_screen(library, None) as reader:
        await reader.press("i")
        reader.sees("[red]Owl[/] [31m")
        reader.sees("[link='x']me[/link]")
