from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from storage.errors import LibraryError
from storage.library import Library
from storage.open_library import open_library
from storage.tables.ignored_passages import MOSTLY
from tests.storage.desk import BRIDGE, HONEY, MILL, OWL, PARADE, VAN, add, asked, done
from tests.storage.tables.ignoring import Story, compared, group_of, ignore, ignored
from textreuse import Passage, Span


def shifted(span: Span, start: int, end: int) -> Span:
    return span._replace(start=span.start + start, end=span.end + end)


def with_passages(story: Story, *passages: Passage) -> Story:
    """Return the story as if the engine had found these passages."""
    articles, comparison = story
    return articles, replace(comparison, passages=passages)


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
        assert library.undo_log.undo() == "passage restored"
        assert library.undo_log.undo() == "article moved to the trash"
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
