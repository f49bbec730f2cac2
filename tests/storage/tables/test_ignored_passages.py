from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_articles
from storage.errors import LibraryError
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from storage.tables.ignored_passages import MOSTLY
from tests.budget import examples
from tests.storage.desk import (
    BRIDGE,
    HONEY,
    MILL,
    OWL,
    PARADE,
    VAN,
    add,
    annotate,
    asked,
    done,
)
from tests.textreuse.stories import stories
from textreuse import Comparison, Group, Passage, Settings, Span

Story = tuple[list[Article], Comparison]


def compared(*articles: Article, sensitivity: int = 3) -> Story:
    return list(articles), compare_articles(
        articles, settings=Settings(sensitivity=sensitivity, boilerplate=False)
    )


@pytest.fixture
def news(library: Library) -> Story:
    """Compare three articles that all have the owl, and two of them the mill."""
    return compared(
        add(library, f"{OWL}\n\n{PARADE}\n\n{MILL}"),
        add(library, f"{MILL}\n\n{BRIDGE}\n\n{OWL}"),
        add(library, f"{HONEY}\n\n{OWL}"),
    )


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """Open the same library a second time, as a second window does."""
    with open_library(library.path) as other:
        yield other


def group_of(story: Story, words: str) -> Group:
    """Return the passage that has these words."""
    articles, comparison = story
    for group in comparison.groups:
        first = group.spans[0]
        if words in articles[first.article].text[first.start : first.end]:
            return group
    raise AssertionError(f"no passage has: {words}")


def ignore(library: Library, story: Story, words: str) -> tuple[Passage, ...]:
    group = group_of(story, words)
    library.ignored_passages.ignore(story[0], group.passages)
    return group.passages


def ignored(library: Library, story: Story) -> tuple[Passage, ...]:
    return library.ignored_passages.find_ignored(*story)


def shifted(span: Span, start: int, end: int) -> Span:
    return span._replace(start=span.start + start, end=span.end + end)


def with_passages(story: Story, *passages: Passage) -> Story:
    """Return the story as if the engine had found these passages."""
    articles, comparison = story
    return articles, replace(comparison, passages=passages)


def test_nothing_is_ignored_at_first(library: Library, news: Story) -> None:
    assert ignored(library, news) == ()


def test_a_passage_is_ignored_in_all_its_places_and_no_other_is(
    library: Library, news: Story
) -> None:
    owl = ignore(library, news, OWL)

    assert len({side for passage in owl for side in (passage.left, passage.right)}) == 3
    assert set(ignored(library, news)) == set(owl)
    assert set(news[1].passages) > set(owl)


def test_they_come_in_the_order_of_the_comparison(library: Library, news: Story) -> None:
    ignore(library, news, MILL)
    ignore(library, news, OWL)

    assert ignored(library, news) == news[1].passages


def test_a_passage_is_restored(library: Library, news: Story) -> None:
    owl = ignore(library, news, OWL)
    mill = ignore(library, news, MILL)

    library.ignored_passages.restore(news[0], owl)

    assert ignored(library, news) == mill


def test_what_was_ignored_together_is_restored_together(library: Library, news: Story) -> None:
    owl = ignore(library, news, OWL)

    library.ignored_passages.restore(news[0], owl[:1])

    assert ignored(library, news) == ()
    assert asked(library.path, "SELECT * FROM ignored") == []
    assert asked(library.path, "SELECT * FROM ignored_place") == []


def test_a_passage_is_ignored_once(library: Library, news: Story) -> None:
    for _ in range(2):
        ignore(library, news, OWL)

    assert library.undo_log.undo() == "ignored passage"
    assert ignored(library, news) == ()
    assert library.undo_log.undo() is None


def test_restoring_what_is_not_ignored_changes_nothing(library: Library, news: Story) -> None:
    owl = ignore(library, news, OWL)

    library.ignored_passages.restore(news[0], group_of(news, MILL).passages)

    assert set(ignored(library, news)) == set(owl)
    assert library.undo_log.undo() == "ignored passage"


@examples(40)
@given(texts=stories(), number=st.integers(0, 5))
def test_any_passage_can_be_ignored_and_restored(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], number: int
) -> None:
    with open_library(tmp_path_factory.mktemp("any") / "library.db") as library:
        story = compared(*dict.fromkeys(add(library, text) for text in texts))
        for group in story[1].groups[number:]:
            library.ignored_passages.ignore(story[0], group.passages)
            assert set(group.passages) <= set(ignored(library, story))
            library.ignored_passages.restore(story[0], group.passages)
            assert ignored(library, story) == ()


class TestEdges:
    """The engine may draw the edges of a passage elsewhere another time."""

    @pytest.mark.parametrize("start", [-2, 0, 2])
    @pytest.mark.parametrize("end", [-5, 0, 6])
    def test_a_word_more_or_less_is_the_same_passage(
        self, library: Library, news: Story, start: int, end: int
    ) -> None:
        (mill,) = ignore(library, news, MILL)
        moved = replace(mill, left=shifted(mill.left, start, end))

        assert ignored(library, with_passages(news, moved)) == (moved,)

    def test_what_is_longer_by_more_is_another_passage(self, library: Library, news: Story) -> None:
        (mill,) = ignore(library, news, MILL)
        most = int(mill.left.length / MOSTLY) - mill.left.length

        for more in (most, most + 1):
            longer = replace(mill, left=shifted(mill.left, 0, more))
            assert bool(ignored(library, with_passages(news, longer))) == (more == most)

    def test_a_part_of_it_is_ignored_with_it(self, library: Library, news: Story) -> None:
        (mill,) = ignore(library, news, MILL)
        part = replace(mill, left=shifted(mill.left, 0, -30), right=shifted(mill.right, 30, 0))

        assert ignored(library, with_passages(news, part)) == (part,)

    def test_both_sides_must_be_in_its_places(self, library: Library, news: Story) -> None:
        (mill,) = ignore(library, news, MILL)
        elsewhere = replace(mill, right=group_of(news, OWL).spans[2])

        assert ignored(library, with_passages(news, elsewhere)) == ()

    def test_it_is_ignored_at_every_sensitivity(self, library: Library) -> None:
        first = add(library, f"{OWL} {PARADE}")
        second = add(library, f"{HONEY} {OWL.replace('has moved', 'moved')} {VAN}")
        edited = compared(first, second, sensitivity=2)
        (passage,) = ignore(library, edited, "belfry")
        strict = compared(first, second, sensitivity=1)

        assert passage.kind == "edited"
        assert [one.kind for one in strict[1].passages] == ["verbatim"]
        assert ignored(library, strict) == strict[1].passages


class TestPlaces:
    def test_it_is_ignored_in_every_story_with_the_same_articles(
        self, library: Library, news: Story
    ) -> None:
        first, second, third = news[0]
        ignore(library, news, OWL)
        another = compared(second, add(library, f"{VAN}\n\n{OWL}"), first)

        found = {
            (passage.left.article, passage.right.article) for passage in ignored(library, another)
        }

        assert found == {(0, 2)}
        assert ignored(library, compared(third, first)) == compared(third, first)[1].passages

    def test_what_is_repeated_inside_a_reprint_is_not_ignored_with_it(
        self, library: Library
    ) -> None:
        text = f"{OWL}\n\n{MILL}\n\n{OWL}\n\n{PARADE}"
        story = compared(add(library, text), add(library, f"{text}\n\n{BRIDGE}"))
        reprint = next(passage for passage in story[1].passages if passage.left.length > len(MILL))
        library.ignored_passages.ignore(story[0], [reprint])

        kept = story[1].without(ignored(library, story))

        assert kept.shared(0) == ()
        assert len(kept.repeats(0)) == 2

    def test_a_repeat_is_ignored(self, library: Library) -> None:
        story = compared(add(library, f"{OWL}\n\n{MILL}\n\n{OWL}"), add(library, PARADE))
        owl = ignore(library, story, OWL)

        assert ignored(library, story) == owl
        assert story[1].without(owl).repeats(0) == ()

    def test_an_article_in_the_bin_keeps_what_is_ignored_in_it(
        self, library: Library, news: Story
    ) -> None:
        first, second, third = news[0]
        owl = ignore(library, news, OWL)
        library.articles.delete(first.id)
        rest = compared(second, third)

        assert set(ignored(library, rest)) == set(rest[1].passages)
        library.ignored_passages.restore(rest[0], rest[1].passages)
        assert library.undo_log.undo() == "restored passage"
        assert library.undo_log.undo() == "article to the trash"
        assert set(ignored(library, news)) == set(owl)

    def test_an_article_that_is_destroyed_takes_its_places_with_it(
        self, library: Library, news: Story
    ) -> None:
        first, second, third = news[0]
        ignore(library, news, OWL)
        done(
            library.path,
            "PRAGMA foreign_keys = ON",
            f"DELETE FROM article WHERE id = '{first.id}'",
        )

        rest = compared(second, third)
        assert ignored(library, rest) == rest[1].passages
        assert ignored(library, compared(first, second)) == ()

    def test_articles_that_the_library_lacks_cannot_be_ignored_in(
        self, tmp_path: Path, news: Story
    ) -> None:
        with open_library(tmp_path / "empty.db") as empty, pytest.raises(LibraryError):
            ignore(empty, news, OWL)

        assert asked(tmp_path / "empty.db", "SELECT * FROM ignored") == []


class TestJournal:
    def test_it_is_taken_back_and_done_again(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)

        assert library.undo_log.undo() == "ignored passage"
        assert ignored(library, news) == ()
        assert library.undo_log.redo() == "ignored passage"
        assert set(ignored(library, news)) == set(owl)

    def test_a_passage_restored_is_ignored_again(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        library.ignored_passages.restore(news[0], owl)

        assert library.undo_log.undo() == "restored passage"
        assert set(ignored(library, news)) == set(owl)
        assert library.undo_log.redo() == "restored passage"
        assert ignored(library, news) == ()

    def test_it_is_taken_back_after_a_restart(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        library.ignored_passages.restore(news[0], owl)
        library.close()

        with open_library(library.path) as library:
            assert library.undo_log.undo() == "restored passage"
            assert set(ignored(library, news)) == set(owl)
        with open_library(library.path) as library:
            assert library.undo_log.undo() == "ignored passage"
            assert ignored(library, news) == ()
        with open_library(library.path) as library:
            assert library.undo_log.redo() == "ignored passage"
            assert set(ignored(library, news)) == set(owl)

    def test_steps_of_other_kinds_lie_between(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        annotate(library, news[0][0], "barn owl")

        assert library.undo_log.undo() == "mark"
        assert set(ignored(library, news)) == set(owl)


class TestTwoWindows:
    def test_what_one_ignores_the_other_ignores(
        self, library: Library, other: Library, news: Story
    ) -> None:
        owl = ignore(library, news, OWL)
        mill = ignore(other, news, MILL)

        assert set(ignored(library, news)) == set(ignored(other, news)) == {*owl, *mill}

    def test_the_same_passage_is_ignored_once(
        self, library: Library, other: Library, news: Story
    ) -> None:
        ignore(library, news, OWL)
        owl = ignore(other, news, OWL)

        other.ignored_passages.restore(news[0], owl)

        assert ignored(library, news) == ()

    def test_what_the_other_has_restored_is_not_taken_back_twice(
        self, library: Library, other: Library, news: Story
    ) -> None:
        annotate(library, news[0][0], "barn owl")
        owl = ignore(library, news, OWL)
        other.ignored_passages.restore(news[0], owl)

        assert library.undo_log.undo() == "mark"
        assert ignored(library, news) == ()


def test_without_articles_nothing_is_ignored(library: Library) -> None:
    nothing: Sequence[Article] = []

    assert library.ignored_passages.find_ignored(nothing, compare_articles(nothing)) == ()
