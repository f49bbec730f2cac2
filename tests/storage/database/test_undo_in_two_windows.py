from __future__ import annotations

import pytest

from storage.errors import ConflictError
from storage.library import Library
from storage.models import Article
from tests.storage.desk import annotate, done, notes


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

        assert library.undo_log.redo() == "note added"
        assert sorted(notes(other)) == ["Mine", "Theirs"]

    def test_a_note_that_was_edited_elsewhere_is_not_taken_back(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        annotation = annotate(library, owl, "barn owl", "Mine")
        other.annotations.set_note(annotation.id, "Theirs")

        with pytest.raises(
            ConflictError, match="“note added”: it has been changed elsewhere since"
        ):
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
        assert library.undo_log.undo() == "tags changed"

    def test_what_does_not_touch_the_step_does_not_bar_it(
        self, library: Library, owl: Article, other: Library
    ) -> None:
        mine = annotate(library, owl, "barn owl", "Mine", "shared")
        annotate(other, owl, "choir", "Theirs", "shared")
        library.annotations.set_note(mine.id, "Edited")

        library.undo_log.undo()

        assert sorted(notes(library)) == ["Mine", "Theirs"]
