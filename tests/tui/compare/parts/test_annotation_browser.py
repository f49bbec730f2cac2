from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Story
from tests.storage.desk import kept_story, target
from tests.tui.driver import at_the_screen, reading_sample
from tui.compare.widgets.copy_strip import CopyStrip
from tui.story.display.annotation_rows import filter_notes, group_by_annotation
from tui.story.placed_annotations import place_annotations


@pytest.fixture
def story(library: Library) -> Story:
    drafts = [
        NewArticle("One is here. Two is there.", title="First", outlet="The Harbour Herald"),
        NewArticle("Three is “old”. Four is new.", title="Second", outlet="Agency"),
    ]
    first, second = (article for article, _ in add_articles(library, drafts))
    create = library.annotations.create
    create([target(first, "One")], "Who says so?", ["claim/disputed", "quote"])
    create([target(first, "Two"), target(second, "Four")], "Both", ["claim"])
    create([target(second, "“old”")])
    return kept_story(library, [first, second])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", 3),
        ("WHO says", 1),
        ("#claim", 2),
        ("#CLAIM/dis", 1),
        ("#quo both", 0),
        ("@A", 2),
        ("@b", 2),
        ("@herald", 2),
        ("@ann", 0),
        ("@agency #claim", 1),
        ('"old"', 1),
        ("disputed", 1),
        ("# @", 0),
        ("(*[", 0),
    ],
)
def test_every_word_of_the_filter_is_met(
    library: Library, story: Story, query: str, found: int
) -> None:
    articles = library.articles.get_all(story.articles)
    notes = group_by_annotation(
        place_annotations(library.annotations.find_on(story.articles), articles)
    )

    assert len(notes) == 3
    assert len(filter_notes(notes, query, articles, ["A", "B"])) == found


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_the_list_is_filtered_and_a_note_gone_to(
    library: Library, story: Story, size: tuple[int, int]
) -> None:
    async with at_the_screen(library, story, size) as reader:
        await reader.press("A")
        reader.sees("3 annotations")
        await reader.press("slash")
        await reader.type("#claim both")
        reader.sees("1 of 3 annotations")
        await reader.press("enter", "enter")
        assert reader.text_at_cursor(3) == "Two"
        await reader.press("A", "A")
        reader.sees("1 of 3 annotations")
        await reader.press("escape")
        reader.sees("3 annotations")
        await reader.press("escape")
        reader.does_not_see("3 annotations")


async def test_a_filter_that_leaves_nothing_says_so(library: Library, story: Story) -> None:
    async with at_the_screen(library, story) as reader:
        await reader.press("A", "slash")
        await reader.type("xyzzy")
        reader.sees("No annotation matches.")
        await reader.press("enter", "enter", "d")
        assert len(library.annotations.list_all()) == 3


async def test_digits_and_letters_are_written_into_the_filter(
    library: Library, story: Story
) -> None:
    async with at_the_screen(library, story) as reader:
        await reader.press("A", "slash")
        await reader.type("q1?t")
        assert reader.app.screen is reader.compare
        reader.sees("q1?t")


async def test_the_list_leaves_two_panes_at_120_columns(library: Library, story: Story) -> None:
    async with at_the_screen(library, story) as reader:
        assert reader.panes == "AB"
        await reader.press("A")
        assert reader.panes == "AB"


async def test_a_rule_stands_between_notes_and_the_quote_is_told_from_the_note(
    library: Library, story: Story
) -> None:
    async with at_the_screen(library, story) as reader:
        await reader.press("A")
        left = reader.screen[2].index("│text")
        rows = [row[left:].strip(" │") for row in reader.screen]
        first = rows.index("“One”")
        assert rows[first + 1] == "✎ Who says so?"
        assert set(rows[first + 2]) == {"─"}
        assert rows[first + 3] == "AB note #claim"
        await reader.press("j", "enter")
        assert reader.text_at_cursor(3) == "Two"


async def test_the_list_opens_no_empty_strip(library: Library) -> None:
    async with reading_sample(library, (80, 24)) as reader:
        strip = reader.compare.query_one(CopyStrip)
        await reader.press("A")
        assert not strip.display
        await reader.press("A", "J", "A")
        assert strip.display
