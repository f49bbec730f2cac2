from __future__ import annotations

from pathlib import Path

import pytest

from storage.database.undo_log import KEPT_STEPS
from storage.errors import CopydeskError, NotFoundError
from storage.library import Library
from storage.models import Article, Target
from storage.open_library import open_library
from storage.tables.tag_names import LONGEST
from tests.storage.desk import MILL, OWL, add, annotate, asked, notes, target


def test_a_new_library_has_nothing_to_take_back(library: Library) -> None:
    assert library.undo_log.undo() is None
    assert library.undo_log.redo() is None


@pytest.mark.parametrize(
    ("note", "tags", "label"),
    [
        ("Why?", [], "note added"),
        ("Why?", ["bird"], "note added"),
        ("", ["bird"], "tag added"),
        ("", [], "mark added"),
    ],
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
    library.annotations.set_note(first.id, "Second")
    second = library.annotations.get(first.id)

    assert library.undo_log.undo() == "note edited"
    assert library.annotations.list_all() == [first]

    assert library.undo_log.redo() == "note edited"
    assert library.annotations.list_all() == [second]


def test_tags_are_taken_back_and_set_again(library: Library, owl: Article) -> None:
    before = annotate(library, owl, "barn owl", "Note", "one", "two", "three")
    library.annotations.set_tags(before.id, ["three", "four", "one"])
    after = library.annotations.get(before.id)

    assert library.undo_log.undo() == "tags changed"
    assert library.annotations.list_all() == [before]

    assert library.undo_log.redo() == "tags changed"
    assert library.annotations.list_all() == [after]


def test_a_deletion_is_taken_back_and_done_again(library: Library, owl: Article) -> None:
    annotation = library.annotations.create(
        [target(owl, "choir"), target(owl, "owl")], "Note", ["bird", "song"]
    )
    library.annotations.delete(annotation.id)

    assert library.undo_log.undo() == "annotation deleted"
    assert library.annotations.list_all() == [annotation]

    assert library.undo_log.redo() == "annotation deleted"
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
            assert [library.undo_log.undo() for _ in range(2)] == [
                "annotation deleted",
                "note edited",
            ]
            assert library.annotations.list_all() == [first]
        with open_library(path) as library:
            assert library.undo_log.redo() == "note edited"
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
    assert library.undo_log.undo() == "note added"
    assert library.undo_log.undo() is None
