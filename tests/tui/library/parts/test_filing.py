from __future__ import annotations

from pathlib import Path

from storage.library import Library
from storage.models import NewArticle
from storage.sample_story import add_sample
from tests.storage.desk import MILL, OWL
from tests.tui.driver import Reader, at_the_screen, until
from tui.library.article_screen import ArticleScreen
from tui.library.suggestions_screen import SuggestionsScreen
from tui.library.trash_screen import TrashScreen


def _two(library: Library) -> list[str]:
    return [
        library.articles.add(NewArticle(text, title=title))[0].id
        for text, title in ((OWL, "Owl"), (MILL, "Mill"))
    ]


async def test_marked_articles_go_into_a_new_story(library: Library) -> None:
    owl, mill = _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("space", "space", "m")
        reader.sees("Add 2 articles to a story")
        await reader.type("Village")
        await reader.press("enter")
        reader.is_told("Made the story “Village”. u: undo")
        (story,) = library.stories.list_all()
        assert (story.name, story.articles) == ("Village", (mill, owl))
        reader.does_not_see("●")
        await reader.press("u")
        assert library.stories.list_all() == []


async def test_two_marked_articles_become_versions_of_one(library: Library) -> None:
    owl, mill = _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("V")
        reader.is_told("Mark the two articles that are versions of one.")
        await reader.press("space", "space", "V")
        reader.is_told("Now 2 versions of one article. u: undo")
        reader.sees("Mill (2 versions)")
        assert library.articles.find_versions(owl) == [owl, mill]
        await reader.press("u")
        assert library.articles.find_versions(owl) == [owl]


async def test_the_article_under_the_cursor_goes_into_a_story_that_is_there(
    library: Library,
) -> None:
    owl, mill = _two(library)
    story = library.stories.create("Village", [owl])
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "m")
        reader.sees("Add the article to a story")
        await reader.press("down", "enter")
        reader.is_told("Added to “Village”. u: undo")
        assert library.stories.get(story.id).articles == (owl, mill)


async def test_half_the_name_of_a_story_is_that_story_and_the_last_row_makes_a_new_one(
    library: Library,
) -> None:
    owl, mill = _two(library)
    story = library.stories.create("Obama, Boehner at odds over budget", [owl])
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "m")
        await reader.type("obama, bo")
        reader.sees("+ new story “obama, bo”")
        await reader.press("enter")
        reader.is_told("Added to “Obama, Boehner at odds over budget”. u: undo")
        assert library.stories.get(story.id).articles == (owl, mill)
        await reader.press("u", "m")
        await reader.type("obama, bo")
        await reader.press("up", "enter")
        reader.is_told("Made the story “obama, bo”")


async def test_no_story_is_merged_into_one_that_is_only_spelled_alike(library: Library) -> None:
    owl, mill = _two(library)
    library.stories.create("Village", [owl])
    library.stories.create("Second", [mill])
    async with at_the_screen(library, None) as reader:
        await reader.press("m")
        await reader.type("vilage")
        await reader.press("enter")
        reader.sees("No story “vilage”. Choose one with ↓.")
        await reader.press("down", "enter")
        reader.is_told("Merged")


async def test_a_story_without_a_name_is_called_after_its_first_article(library: Library) -> None:
    _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("m")
        reader.sees("+ new story “Mill”")
        await reader.press("enter")
        assert [story.name for story in library.stories.list_all()] == ["Mill"]
        await reader.press("m", "enter")
        reader.sees("Type a name, or choose a story with ↓.")


async def test_stories_are_merged(library: Library) -> None:
    owl, mill = _two(library)
    first = library.stories.create("First", [owl])
    library.stories.create("Second", [mill])
    async with at_the_screen(library, None) as reader:
        await reader.press("m")
        reader.sees("Merge “Second” into")
        await reader.press("down", "enter")
        reader.is_told("Merged. u: undo")
        assert library.stories.get(first.id).articles == (owl, mill)


async def test_one_story_alone_is_not_merged(library: Library) -> None:
    library.stories.create("First", _two(library))
    async with at_the_screen(library, None) as reader:
        await reader.press("m")
        reader.is_told("No other story to merge it into.")


async def test_the_bin_gives_back(library: Library) -> None:
    owl, mill = _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("d", "d", "B")
        assert isinstance(reader.app.screen, TrashScreen)
        reader.sees("Trash · 2")
        await reader.press("enter")
        reader.is_told("Restored. u: undo")
        assert [one.id for one in library.articles.list_all()] == [owl]
        await reader.press("enter")
        reader.sees("The trash is empty.")
        await reader.press("enter", "escape")
        assert {one.id for one in library.articles.list_all()} == {owl, mill}


async def test_a_preview_is_shown_and_follows_the_cursor(library: Library) -> None:
    owl, _ = _two(library)
    library.stories.create("Village", [owl])
    async with at_the_screen(library, None, size=(150, 40)) as reader:
        reader.does_not_see("choir awake")
        await reader.press("tab", "p")
        reader.sees("paper mill will reopen")
        await reader.press("j")
        reader.sees("A barn owl has moved")
        reader.sees("in “Village”")
        await reader.press("tab")
        reader.does_not_see("A barn owl has moved")
        await reader.press("p")
        assert not reader.app.screen.query_one("#preview").display


async def test_a_preview_obeys_nothing(library: Library) -> None:
    library.articles.add(NewArticle("[bold]Loud[/] \x1b[31mred", title="[blink]x[/]"))
    async with at_the_screen(library, None) as reader:
        await reader.press("p")
        reader.sees("[bold]Loud[/] ␛[31mred")


async def _with_suggestions(reader: Reader) -> None:
    await reader.press("w")
    assert isinstance(reader.app.screen, SuggestionsScreen)
    await until(reader, lambda: not any("Looking for" in row for row in reader.screen))


async def test_a_suggested_story_is_accepted_and_taken_back(library: Library) -> None:
    story = add_sample(library)
    library.stories.delete(story.id)
    async with at_the_screen(library, None) as reader:
        await _with_suggestions(reader)
        reader.sees("Suggested stories · 1")
        reader.sees("These share: ")
        await reader.press("enter")
        reader.is_told("Made the story. u: undo")
        reader.sees("No suggestions left.")
        (made,) = library.stories.list_all()
        assert set(made.articles) == set(story.articles)
        await reader.press("u")
        reader.sees("Suggested stories · 1")
        assert library.stories.list_all() == []


async def test_a_suggestion_is_refused(library: Library) -> None:
    library.stories.delete(add_sample(library).id)
    async with at_the_screen(library, None) as reader:
        await _with_suggestions(reader)
        await reader.press("d")
        reader.sees("No suggestions left.")
        await reader.press("u")
        reader.sees("Suggested stories · 1")
        await reader.press("d", "enter", "escape")
        assert library.stories.list_all() == []


async def test_a_story_that_is_there_is_offered_what_it_lacks(library: Library) -> None:
    story = add_sample(library)
    library.stories.take_out(story.id, story.articles[3])
    async with at_the_screen(library, None) as reader:
        await _with_suggestions(reader)
        reader.sees(f"+1 for {story.name[:20]}")
        await reader.press("enter")
        reader.is_told("Added to the story. u: undo")
        assert set(library.stories.get(story.id).articles) == set(story.articles)


async def test_nothing_to_suggest_is_told(library: Library) -> None:
    _two(library)
    async with at_the_screen(library, None) as reader:
        await _with_suggestions(reader)
        reader.sees("No suggestions. Copydesk")


async def test_marked_articles_go_to_the_trash_and_come_back_in_one_step(
    library: Library,
) -> None:
    _two(library)
    library.articles.add(NewArticle("Some other text.", title="Other"))
    async with at_the_screen(library, None) as reader:
        await reader.press("j", "space", "space", "g", "d")
        reader.is_told("Moved 2 articles to the trash. u: undo")
        assert [one.title for one in library.articles.list_all()] == ["Other"]
        await reader.press("u")
        assert len(library.articles.list_all()) == 3


async def test_what_is_known_of_marked_articles_is_changed_in_one_form(
    library: Library,
) -> None:
    owl, mill = _two(library)
    library.articles.edit(owl, {"outlet": "Gazette", "author": "Nell Harker"})
    library.articles.edit(mill, {"outlet": "Coast", "author": "Nell Harker"})
    async with at_the_screen(library, None, (80, 24)) as reader:
        await reader.press("asterisk", "i")
        reader.sees("Edit 2 articles")
        outlet, author, date = (
            next(row for row in reader.screen if row.strip().startswith(name))
            for name in ("outlet", "author", "date")
        )
        assert "(several)" in outlet
        assert "Nell Harker" in author
        assert "(several)" not in date
        await reader.press("tab", "tab")
        await reader.type("soon")
        await reader.press("enter")
        reader.sees("“soon” is not a date")
        await reader.press(*["backspace"] * 4)
        await reader.type("2026-03-05")
        await reader.press("shift+tab", *["backspace"] * len("Nell Harker"), "enter")
        found = library.articles.get_all([owl, mill])
        assert [(one.outlet, one.author, one.published) for one in found] == [
            ("Gazette", "Nell Harker", "2026-03-05"),
            ("Coast", "Nell Harker", "2026-03-05"),
        ]
        reader.sees("●")
        await reader.press("u")
        assert [one.published for one in library.articles.get_all([owl, mill])] == [None, None]


async def test_one_marked_article_is_edited_wherever_the_cursor_is(library: Library) -> None:
    _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("space", "G", "i")  # marked is the first, the cursor on the last
        assert isinstance(reader.app.screen, ArticleScreen)
        reader.sees("Mill")
        reader.does_not_see("barn owl")


async def test_marked_articles_are_exported_together(library: Library, tmp_path: Path) -> None:
    owl, mill = _two(library)
    async with at_the_screen(library, None) as reader:
        await reader.press("asterisk", "e")
        reader.sees("these 2 articles")
        await reader.press("enter")
        written = (tmp_path / "mill-and-1-more.md").read_text()
        assert "| Owl " in written
        assert "| Mill " in written
        library.stories.create("Village", [owl, mill])
        await reader.press("e")
        reader.sees("the story “Village”")
        await reader.press("l")
        reader.sees("these 2 articles")
