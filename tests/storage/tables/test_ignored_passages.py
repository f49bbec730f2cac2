from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.comparing import compare_articles
from storage.library import Library
from storage.models import Article
from storage.open_library import open_library
from tests.budget import examples
from tests.storage.desk import MILL, OWL, add, annotate, asked
from tests.storage.tables.ignoring import Story, compared, group_of, ignore, ignored
from tests.textreuse.stories import stories


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

    assert library.undo_log.undo() == "passage ignored"
    assert ignored(library, news) == ()
    assert library.undo_log.undo() is None


def test_restoring_what_is_not_ignored_changes_nothing(library: Library, news: Story) -> None:
    owl = ignore(library, news, OWL)

    library.ignored_passages.restore(news[0], group_of(news, MILL).passages)

    assert set(ignored(library, news)) == set(owl)
    assert library.undo_log.undo() == "passage ignored"


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


class TestJournal:
    def test_it_is_taken_back_and_done_again(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)

        assert library.undo_log.undo() == "passage ignored"
        assert ignored(library, news) == ()
        assert library.undo_log.redo() == "passage ignored"
        assert set(ignored(library, news)) == set(owl)

    def test_a_passage_restored_is_ignored_again(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        library.ignored_passages.restore(news[0], owl)

        assert library.undo_log.undo() == "passage restored"
        assert set(ignored(library, news)) == set(owl)
        assert library.undo_log.redo() == "passage restored"
        assert ignored(library, news) == ()

    def test_it_is_taken_back_after_a_restart(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        library.ignored_passages.restore(news[0], owl)
        library.close()

        with open_library(library.path) as library:
            assert library.undo_log.undo() == "passage restored"
            assert set(ignored(library, news)) == set(owl)
        with open_library(library.path) as library:
            assert library.undo_log.undo() == "passage ignored"
            assert ignored(library, news) == ()
        with open_library(library.path) as library:
            assert library.undo_log.redo() == "passage ignored"
            assert set(ignored(library, news)) == set(owl)

    def test_steps_of_other_kinds_lie_between(self, library: Library, news: Story) -> None:
        owl = ignore(library, news, OWL)
        annotate(library, news[0][0], "barn owl")

        assert library.undo_log.undo() == "mark added"
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

        assert library.undo_log.undo() == "mark added"
        assert ignored(library, news) == ()


def test_without_articles_nothing_is_ignored(library: Library) -> None:
    nothing: Sequence[Article] = []

    assert library.ignored_passages.find_ignored(nothing, compare_articles(nothing)) == ()
