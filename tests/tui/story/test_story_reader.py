from __future__ import annotations

import pytest

from storage.article_import.add_articles import add_articles
from storage.comparing import compare_story
from storage.library import Library
from storage.models import NewArticle, Target
from tests.storage.desk import kept_story, lost_target
from textreuse import Span
from tui.story.story_reader import StoryReader

SHARED = "the gates stood open in the storm and nobody came to close them"


@pytest.fixture
def reading(library: Library) -> StoryReader:
    texts = [f"First, {SHARED}. Then it rained.", f"{SHARED}. Again: {SHARED}. Dry.", "Nothing."]
    drafts = [NewArticle(text, title=f"Text {number}") for number, text in enumerate(texts)]
    articles = [article for article, _ in add_articles(library, drafts)]
    made = StoryReader(kept_story(library, articles), articles)
    made.take(compare_story(articles))
    return made


def test_the_next_item_before_any_is_the_first(reading: StoryReader) -> None:
    assert reading.current is None
    found = reading.step(1)
    assert found is not None
    assert found == (reading.items[0], False)


@pytest.mark.parametrize("direction", [1, -1])
def test_stepping_over_all_goes_to_each_once_then_round_and_says_so(
    reading: StoryReader, direction: int
) -> None:
    rounds = [reading.step_over_all(direction) for _ in range(len(reading.items) + 1)]
    assert [found[0] for found in rounds if found][:-1] == list(reading.items)[::direction]
    assert [found[1] for found in rounds if found] == [False] * len(reading.items) + [True]


@pytest.mark.parametrize("direction", [1, -1])
def test_stepping_goes_through_an_article_then_to_the_next(
    reading: StoryReader, direction: int
) -> None:
    count = sum(map(len, reading.places))
    went = []
    for _ in range(count + 1):
        found = reading.step(direction)
        assert found is not None
        went.append((reading.focus, reading.cursor, found[1]))
    assert [wrapped for *_, wrapped in went] == [False] * count + [True]
    places = [(article, start) for article, start, _ in went[:-1]]
    assert places == sorted(places, reverse=direction < 0)
    assert {article for article, _ in places} == {
        article for article, there in enumerate(reading.places) if there
    }


def test_stepping_goes_on_from_the_cursor_in_the_article_that_is_read(reading: StoryReader) -> None:
    for article, there in enumerate(reading.places):
        for place in there:
            reading.current = None
            reading.focus, reading.cursors[article] = article, max(0, place.span.start - 1)
            if any(one.span.start == place.span.start - 1 for one in there):
                continue
            found = reading.step(1)
            assert found is not None
            assert (reading.focus, found[1]) == (article, False)
            assert reading.cursor >= place.span.start


def test_copies_are_visited_in_turn_within_and_between_articles(reading: StoryReader) -> None:
    reading.step(1)
    visited = [(reading.focus, reading.cursor)]
    for _ in range(3):
        reading.go_to_copy()
        visited.append((reading.focus, reading.cursor))
    assert len(set(visited)) == 3
    assert visited[0] == visited[3]


def test_copies_are_one_an_article_and_the_one_at_the_cursor(reading: StoryReader) -> None:
    reading.step(1)
    reading.go_to_copy()
    reading.go_to_copy()
    group = reading.group_here()
    assert group is not None
    copies = reading.copies.choose_beside(group)
    assert sorted(copies) == [0, 1]
    assert copies[1].start == reading.cursor


def test_an_annotation_under_the_cursor_comes_before_the_passage(
    library: Library, reading: StoryReader
) -> None:
    library.annotations.create([reading.make_target(Span(0, 7, 16))], "Which gates?")
    reading.place(library.annotations.list_all())
    reading.step(1)
    placed = reading.placed_here()
    assert placed is not None
    assert placed.annotation.note == "Which gates?"
    assert reading.current is not None
    assert reading.group_here() is reading.current.group


def test_moving_to_another_pane_ends_a_selection(reading: StoryReader) -> None:
    reading.select(by_sentence=True)
    reading.move_to(1, 0)
    assert reading.selection is None


def test_an_orphan_is_listed_but_covers_nothing(library: Library, reading: StoryReader) -> None:
    library.annotations.create([lost_target(reading.articles[0], "words that are gone")])
    reading.place(library.annotations.list_all())
    [placed] = reading.placed
    assert (placed.state, placed.span.length) == ("orphan", 0)
    assert reading.placed_here() is None


@pytest.mark.parametrize("focus", [0, 1])
def test_a_new_place_for_an_orphan_is_looked_for_in_its_article(
    library: Library, reading: StoryReader, focus: int
) -> None:
    library.annotations.create([lost_target(reading.articles[1], "words that are gone")])
    reading.place(library.annotations.list_all())
    [placed] = reading.placed
    reading.move_to(1, 7)
    reading.move_to(focus, 7)
    reading.take_edges(placed)
    assert (reading.focus, reading.cursor, reading.selection) == (1, 7, None)


def test_a_note_on_an_article_of_another_story_is_left_out(
    library: Library, reading: StoryReader
) -> None:
    [(other, _)] = add_articles(library, [NewArticle("Something else.", title="Else")])
    anchor = reading.make_target(Span(2, 0, 7)).anchor
    library.annotations.create([Target(other.id, anchor)], "Elsewhere")
    reading.place(library.annotations.list_all())
    assert reading.placed == []


def test_annotations_that_begin_at_one_place_are_all_reached(
    library: Library, reading: StoryReader
) -> None:
    for end in (9, 20, 30):
        library.annotations.create([reading.make_target(Span(0, 0, end))], f"to {end}")
    reading.place(library.annotations.list_all())
    visited = {
        placed.annotation.note for _ in range(3) if (placed := reading.step_to_annotation(1))
    }
    assert visited == {"to 9", "to 20", "to 30"}


def test_an_annotation_gone_to_is_the_one_that_keys_take(
    library: Library, reading: StoryReader
) -> None:
    for end in (9, 20):
        library.annotations.create([reading.make_target(Span(0, 0, end))], f"to {end}")
    reading.place(library.annotations.list_all())
    longer = reading.placed[-1]
    reading.go_to(longer)
    assert reading.placed_here() == longer
