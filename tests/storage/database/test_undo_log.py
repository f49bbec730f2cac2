from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database.undo_log import KEPT_STEPS
from storage.errors import ConflictError, CopydeskError, NotFoundError
from storage.library import Library
from storage.models import Article, Target
from storage.open_library import open_library
from storage.tables.tags import LONGEST
from tests.storage.desk import MILL, OWL, add, annotate, asked, done, target


@pytest.fixture
def owl(library: Library) -> Article:
    return add(library, OWL)


@pytest.fixture
def other(library: Library) -> Iterator[Library]:
    """Open the same library a second time, as a second window does."""
    with open_library(library.path) as other:
        yield other


def notes(library: Library) -> list[str]:
    return [annotation.note for annotation in library.annotations.list_all()]


def test_a_new_library_has_nothing_to_take_back(library: Library) -> None:
    assert library.undo_log.undo() is None
    assert library.undo_log.redo() is None


@pytest.mark.parametrize(
    ("note", "tags", "label"),
    [("Why?", [], "note"), ("Why?", ["bird"], "note"), ("", ["bird"], "tag"), ("", [], "mark")],
)
def test_a_new_annotation_is_taken_back_and_made_again(
    library: Library, owl: Article, note: str, tags: list[str], label: str
) -> None:
    annotation = annotate(library, owl, "barn owl", note, *tags)

    assert library.undo_log.undo() == label
    assert library.annotations.list_all() == []
    assert library.tags.list_names() == []

    assert library.undo_log.redo() == label
    assert library.annotations.list_all() == [annotation]


def test_an_edit_is_taken_back_and_made_again(library: Library, owl: Article) -> None:
    first = annotate(library, owl, "barn owl", "First")
    second = library.annotations.set_note(first.id, "Second")

    assert library.undo_log.undo() == "edit of a note"
    assert library.annotations.list_all() == [first]

    assert library.undo_log.redo() == "edit of a note"
    assert library.annotations.list_all() == [second]


def test_tags_are_taken_back_and_set_again(library: Library, owl: Article) -> None:
    before = annotate(library, owl, "barn owl", "Note", "one", "two", "three")
    after = library.annotations.set_tags(before.id, ["three", "four", "one"])

    assert library.undo_log.undo() == "tags"
    assert library.annotations.list_all() == [before]

    assert library.undo_log.redo() == "tags"
    assert library.annotations.list_all() == [after]


def test_a_deletion_is_taken_back_and_done_again(library: Library, owl: Article) -> None:
    annotation = library.annotations.create(
        [target(owl, "choir"), target(owl, "owl")], "Note", ["bird", "song"]
    )
    library.annotations.delete(annotation.id)

    assert library.undo_log.undo() == "deletion"
    assert library.annotations.list_all() == [annotation]

    assert library.undo_log.redo() == "deletion"
    assert library.annotations.list_all() == []


def test_many_steps_go_back_one_by_one_and_forth_again(library: Library, owl: Article) -> None:
    states = [library.annotations.list_all()]
    one = annotate(library, owl, "barn owl", "One")
    states.append(library.annotations.list_all())
    two = annotate(library, owl, "choir", "Two", "song")
    states.append(library.annotations.list_all())
    library.annotations.set_tags(one.id, ["bird"])
    states.append(library.annotations.list_all())
    library.annotations.delete(two.id)
    states.append(library.annotations.list_all())

    for state in reversed(states[:-1]):
        library.undo_log.undo()
        assert library.annotations.list_all() == state
    assert library.undo_log.undo() is None
    for state in states[1:]:
        library.undo_log.redo()
        assert library.annotations.list_all() == state
    assert library.undo_log.redo() is None


def test_what_was_undone_is_lost_after_a_new_step(library: Library, owl: Article) -> None:
    annotate(library, owl, "barn owl", "One")
    annotate(library, owl, "choir", "Two")
    library.undo_log.undo()
    annotate(library, owl, "belfry", "Three")

    assert library.undo_log.redo() is None
    assert notes(library) == ["One", "Three"]
    library.undo_log.undo()
    library.undo_log.undo()
    assert notes(library) == []


class TestReopened:
    def test_steps_are_taken_back_after_a_restart(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        with open_library(path) as library:
            owl = add(library, OWL)
            first = annotate(library, owl, "barn owl", "First", "bird")
            library.annotations.set_note(first.id, "Second")
            library.annotations.delete(first.id)

        with open_library(path) as library:
            assert [library.undo_log.undo() for _ in range(2)] == ["deletion", "edit of a note"]
            assert library.annotations.list_all() == [first]
        with open_library(path) as library:
            assert library.undo_log.redo() == "edit of a note"
            assert notes(library) == ["Second"]

    def test_what_was_undone_after_a_restart_is_lost_after_a_new_step(self, tmp_path: Path) -> None:
        path = tmp_path / "library.db"
        with open_library(path) as library:
            owl = add(library, OWL)
            annotate(library, owl, "barn owl", "One")

        with open_library(path) as library:
            library.undo_log.undo()
            annotate(library, owl, "choir", "Two")

            assert library.undo_log.redo() is None
            assert notes(library) == ["Two"]


class TestTwoWindows:
    def test_each_takes_back_its_own_steps_first(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotate(library, owl, "barn owl", "Mine")
        annotate(other, owl, "choir", "Theirs")

        library.undo_log.undo()

        assert notes(library) == notes(other) == ["Theirs"]
        other.undo_log.undo()
        assert notes(library) == notes(other) == []

    def test_each_makes_its_own_steps_again(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotate(library, owl, "barn owl", "Mine")
        annotate(other, owl, "choir", "Theirs")
        library.undo_log.undo()
        other.undo_log.undo()

        other.undo_log.redo()

        assert notes(library) == ["Theirs"]

    def test_a_step_of_the_other_leaves_what_was_undone_here(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotate(library, owl, "barn owl", "Mine")
        library.undo_log.undo()
        annotate(other, owl, "choir", "Theirs")

        assert library.undo_log.redo() == "note"
        assert sorted(notes(other)) == ["Mine", "Theirs"]

    def test_a_note_that_was_edited_elsewhere_is_not_taken_back(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "Mine")
        other.annotations.set_note(annotation.id, "Theirs")

        with pytest.raises(ConflictError, match="“note”: it has been changed elsewhere since"):
            library.undo_log.undo()

        assert notes(library) == ["Theirs"]

    def test_an_edit_over_an_edit_is_not_taken_back(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "First")
        library.annotations.set_note(annotation.id, "Second")
        other.annotations.set_note(annotation.id, "Third")

        with pytest.raises(ConflictError):
            library.undo_log.undo()

        assert notes(library) == ["Third"]

    def test_tags_that_were_changed_elsewhere_are_not_taken_back(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "", "one", "two")
        library.annotations.set_tags(annotation.id, ["two", "three"])
        other.annotations.set_tags(annotation.id, ["four"])

        with pytest.raises(ConflictError):
            library.undo_log.undo()

        assert library.annotations.get(annotation.id).tags == ("four",)

    def test_an_edit_is_not_made_again_over_that_of_the_other(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "First")
        library.annotations.set_note(annotation.id, "Second")
        library.undo_log.undo()
        other.annotations.set_note(annotation.id, "Third")

        with pytest.raises(ConflictError):
            library.undo_log.redo()

        assert notes(library) == ["Third"]

    def test_a_step_that_is_refused_halfway_leaves_no_trace(
        self, library: Library, owl: Article
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "Mine", "one")
        library.annotations.set_tags(annotation.id, ["one", "two"])
        before = library.annotations.list_all()
        done(library.path, "UPDATE annotation_tag SET place = 7 WHERE place = 0")

        with pytest.raises(ConflictError):
            library.undo_log.undo()

        done(library.path, "UPDATE annotation_tag SET place = 0 WHERE place = 7")
        assert library.annotations.list_all() == before
        assert library.undo_log.undo() == "tags"

    def test_what_does_not_touch_the_step_does_not_bar_it(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        mine = annotate(library, owl, "barn owl", "Mine", "shared")
        annotate(other, owl, "choir", "Theirs", "shared")
        library.annotations.set_note(mine.id, "Edited")

        library.undo_log.undo()

        assert sorted(notes(library)) == ["Mine", "Theirs"]


def test_only_the_last_steps_are_kept(library: Library, owl: Article) -> None:
    for number in range(KEPT_STEPS + 3):
        annotate(library, owl, "owl", str(number))

    assert len(asked(library.path, "SELECT id FROM step")) == KEPT_STEPS
    taken_back = 0
    while library.undo_log.undo() is not None:
        taken_back += 1
    assert taken_back == KEPT_STEPS
    assert notes(library) == ["0", "1", "2"]


def test_a_step_that_changes_nothing_is_none(library: Library) -> None:
    with library.undo_log.record_step("nothing"):
        pass

    assert library.undo_log.undo() is None


def test_a_step_that_fails_leaves_no_trace(library: Library, owl: Article) -> None:
    nowhere = Target("no such article", target(owl, "choir").anchor)

    with pytest.raises(NotFoundError):
        library.annotations.create([target(owl, "owl"), nowhere], "Note", ["bird"])
    with pytest.raises(CopydeskError):
        library.annotations.create([target(owl, "owl")], "Note", ["bird", "too long" * LONGEST])

    assert library.annotations.list_all() == []
    assert asked(library.path, "SELECT * FROM tag") == []
    assert asked(library.path, "SELECT * FROM annotation") == []
    assert library.undo_log.undo() is None


def test_a_block_that_fails_leaves_no_trace(library: Library, owl: Article) -> None:
    annotation = annotate(library, owl, "owl", "Before")

    def fail_after_all() -> None:
        with library.transaction():
            library.annotations.set_note(annotation.id, "After")
            annotate(library, owl, "choir")
            add(library, MILL)
            library.annotations.delete("no such annotation")

    with pytest.raises(NotFoundError):
        fail_after_all()

    assert library.annotations.list_all() == [annotation]
    assert len(library.articles.list_all()) == 1
    assert library.undo_log.undo() == "note"
    assert library.undo_log.undo() is None
