"""A comparison is no story until somebody keeps it, or works on it."""

from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.discovery.story_names import propose_story
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, MILL, OWL, draft
from tests.tui.driver import at_the_screen


@pytest.fixture
def proposed(library: Library) -> Story:
    """Propose a story of two articles, of which the second is the one that shares more."""
    drafts = [draft(f"{OWL} {HONEY}", "Owls"), draft(f"{OWL} {MILL}", "Mills")]
    return propose_story(library, [article.id for article, _ in add_articles(library, drafts)])


def names(library: Library) -> list[str]:
    return [story.name for story in library.stories.list_all()]


async def test_looking_makes_no_story(library: Library, proposed: Story) -> None:
    async with at_the_screen(library, proposed) as reader:
        assert reader.messages == ["Not kept as a story. ctrl+s: keep"]
        await reader.press("J", "enter", "x", "o", "q", "tab", "T", "q", "slash", "escape", "f")
    assert names(library) == []


@pytest.mark.usefixtures("proposed")
async def test_what_is_marked_in_the_library_is_compared_and_not_kept(library: Library) -> None:
    async with at_the_screen(library, None) as reader:
        await reader.press("space", "j", "space", "c")
        assert len(reader.compare.reading.articles) == 2
        await reader.press("q")
    assert names(library) == []


async def test_it_is_kept_by_a_key_under_the_name_that_is_offered(
    library: Library, proposed: Story
) -> None:
    async with at_the_screen(library, proposed, (200, 50)) as reader:
        await reader.press("J")
        reader.sees("ctrl+s keep story")
        await reader.press("ctrl+s", "enter")
        assert reader.messages[-1] == "Kept as “Owls”."
        await reader.press("J")
        reader.does_not_see("keep story")
        await reader.press("ctrl+s")
        assert reader.messages[-1] == "Already kept as “Owls”."
    [story] = library.stories.list_all()
    assert (story.id, story.articles) == (proposed.id, proposed.articles)
    assert library.view_states.load(proposed.id) is not None


async def test_or_under_another_name_but_not_without_one(library: Library, proposed: Story) -> None:
    async with at_the_screen(library, proposed) as reader:
        await reader.press("ctrl+s", "ctrl+u", "enter")
        assert names(library) == []
        await reader.type("The belfry")
        await reader.press("enter")
    assert names(library) == ["The belfry"]


@pytest.mark.parametrize("keys", [("m",), ("t", *"owl", "enter"), ("alt+1", *"owl", "enter")])
async def test_the_first_annotation_keeps_it(
    library: Library, proposed: Story, keys: tuple[str, ...]
) -> None:
    async with at_the_screen(library, proposed) as reader:
        await reader.press("J", *keys)
    assert names(library) == ["Owls"]
    assert len(library.annotations.find_on(proposed.articles)) == 1


async def test_a_note_that_is_being_written_keeps_it_for_its_draft(
    library: Library, proposed: Story
) -> None:
    async with at_the_screen(library, proposed) as reader:
        await reader.press("J", "a")
        assert names(library) == []
        await reader.type("half a")
        await reader.press("ctrl+j")
    assert names(library) == ["Owls"]


async def test_what_is_exported_is_kept(
    library: Library, proposed: Story, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    async with at_the_screen(library, proposed) as reader:
        await reader.press("e", "escape")
        assert names(library) == []
        await reader.press("e", "enter")
    assert names(library) == ["Owls"]
