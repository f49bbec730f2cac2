from __future__ import annotations

import pytest

from storage.library import Library
from storage.models import Story
from storage.sample_story import add_sample
from tests.tui.driver import at_the_screen
from tui.compare.screen import CompareScreen
from tui.library.screen import LibraryScreen
from tui.library.story_screen import StoryScreen


@pytest.fixture
def story(library: Library) -> Story:
    return add_sample(library)


async def test_the_articles_of_a_story_are_shown_in_its_order(
    library: Library, story: Story
) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i")
        assert isinstance(reader.app.screen, StoryScreen)
        reader.sees(f"{story.name} · 4 articles")
        titles = [library.articles.get(one).title[:20] for one in story.articles]
        rows = [row for row in reader.screen if any(title in row for title in titles)]
        assert [title in row for title, row in zip(titles, rows, strict=True)] == [True] * 4


async def test_an_article_is_moved_and_undo_moves_it_back(library: Library, story: Story) -> None:
    a, b, c, d = story.articles
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "J", "J")
        assert library.stories.get(story.id).articles == (b, c, a, d)
        await reader.press("K")
        assert library.stories.get(story.id).articles == (b, a, c, d)
        await reader.press("u", "u", "u")
        assert library.stories.get(story.id).articles == (a, b, c, d)


async def test_the_ends_of_the_order_hold(library: Library, story: Story) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "K", "G", "J")
        assert library.stories.get(story.id).articles == story.articles


@pytest.mark.usefixtures("story")
async def test_an_article_leaves_the_story(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "j", "d")
        reader.is_told("Removed from the story, not the library. u: undo")
        reader.sees("· 3 articles")
        assert len(library.articles.list_all()) == 4
        await reader.press("d", "d", "d", "d")
        reader.sees("· 0 articles · in the library, m: add the marked ones")
        await reader.press("enter", "J")
        assert isinstance(reader.app.screen, StoryScreen)


async def test_a_story_is_renamed(library: Library, story: Story) -> None:
    library.stories.create("Taken", [])
    async with at_the_screen(library, None) as reader:
        await reader.press("tab", "tab", "j", "i", "r", *["backspace"] * len(story.name))
        await reader.type("taken")
        await reader.press("enter")
        reader.sees("There is already a story “Taken”; merge the two instead.")
        await reader.type("ide")
        await reader.press("enter")
        reader.sees("takenide · 4 articles")
        await reader.press("u")
        reader.sees(f"{story.name} · 4 articles")


@pytest.mark.usefixtures("story")
async def test_enter_reads_the_story(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "enter")
        assert isinstance(reader.app.screen, CompareScreen)
        await reader.press("q")
        assert isinstance(reader.app.screen, LibraryScreen)


async def test_a_merged_story_closes(library: Library, story: Story) -> None:
    other = library.stories.create("Other", [])
    async with at_the_screen(library, None) as reader:
        await reader.press("j", "i", "m")
        reader.sees("Merge “")
        await reader.type("nothing such")
        await reader.press("enter")
        reader.sees("No story “nothing such”")
        await reader.press(*["backspace"] * 12)
        await reader.type("oth")
        await reader.press("tab", "enter")
        assert isinstance(reader.app.screen, LibraryScreen)
        assert library.stories.get(other.id).articles == story.articles


async def test_the_article_is_edited_from_the_story(library: Library, story: Story) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("i", "i")
        reader.sees(library.articles.get(story.articles[0]).title)
        await reader.press("q")
        assert isinstance(reader.app.screen, StoryScreen)
