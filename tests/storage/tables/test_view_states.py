from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from storage.errors import LibraryError, NotFoundError
from storage.library import Library
from storage.models import Story
from storage.open_library import open_library
from tests.storage.desk import MILL, OWL, annotate, asked, done, story

STATE: dict[str, Any] = {
    "cursors": [12, 0],
    "focus": 1,
    "lens": "only here",
    "locked": True,
    "zoom": None,
    "search": "“Eulé” \ud83e 🦉",
}


@pytest.fixture
def owls(library: Library) -> Story:
    return story(library, OWL, MILL)


def test_a_story_that_was_never_left_has_no_view(library: Library, owls: Story) -> None:
    assert library.view_states.load(owls.id) is None
    assert library.view_states.load("no such story") is None


def test_a_view_is_there_after_a_restart(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.db") as library:
        owls = story(library, OWL, MILL)
        library.view_states.save(owls.id, STATE)

    with open_library(tmp_path / "library.db") as library:
        assert library.view_states.load(owls.id) == STATE


def test_the_last_view_replaces_the_one_before(library: Library, owls: Story) -> None:
    library.view_states.save(owls.id, STATE)
    library.view_states.save(owls.id, {"focus": 0})

    assert library.view_states.load(owls.id) == {"focus": 0}
    assert asked(library.path, "SELECT count(*) FROM story_view") == [(1,)]


def test_each_story_has_its_own(library: Library, owls: Story) -> None:
    mills = story(library, MILL)
    library.view_states.save(owls.id, {"focus": 0})
    library.view_states.save(mills.id, {"focus": 1})

    assert library.view_states.load(owls.id) == {"focus": 0}


def test_of_two_windows_the_last_one_wins(library: Library, owls: Story) -> None:
    with open_library(library.path) as other:
        library.view_states.save(owls.id, {"focus": 0})
        other.view_states.save(owls.id, {"focus": 1})

        assert library.view_states.load(owls.id) == other.view_states.load(owls.id) == {"focus": 1}


def test_undo_takes_back_no_view(library: Library, owls: Story) -> None:
    annotate(library, library.articles.get(owls.articles[0]), "barn owl")
    library.view_states.save(owls.id, STATE)

    assert library.undo_log.undo() == "mark added"
    assert library.undo_log.undo() is None
    library.view_states.save(owls.id, {"focus": 1})
    assert library.undo_log.redo() == "mark added"
    assert library.view_states.load(owls.id) == {"focus": 1}


@pytest.mark.parametrize(
    "state",
    ["''", "'{'", "'null'", "'[1]'", "'\"focus\"'", f"'{'[' * 9999}'", "CAST(x'7bff' AS TEXT)"],
)
def test_a_row_that_is_no_object_is_no_view(library: Library, owls: Story, state: str) -> None:
    library.view_states.save(owls.id, STATE)
    done(library.path, f"UPDATE story_view SET state = {state}")

    assert library.view_states.load(owls.id) is None
    library.view_states.save(owls.id, STATE)
    assert library.view_states.load(owls.id) == STATE


def test_a_story_that_is_not_there_has_no_place_for_one(library: Library) -> None:
    with pytest.raises(NotFoundError, match="No story has the id no such story"):
        library.view_states.save("no such story", STATE)


def test_what_is_no_json_is_refused_before_anything_is_written(
    library: Library, owls: Story
) -> None:
    library.view_states.save(owls.id, STATE)

    with pytest.raises(TypeError):
        library.view_states.save(owls.id, {"focus": object()})

    assert library.view_states.load(owls.id) == STATE


def test_a_story_in_the_bin_keeps_its_view(library: Library, owls: Story) -> None:
    library.view_states.save(owls.id, STATE)
    library.stories.delete(owls.id)
    library.view_states.save(owls.id, {"focus": 1})
    library.undo_log.undo()

    assert library.view_states.load(owls.id) == {"focus": 1}


def test_a_story_that_is_destroyed_takes_its_view_with_it(library: Library, owls: Story) -> None:
    library.view_states.save(owls.id, STATE)
    done(library.path, "PRAGMA foreign_keys = ON", "DELETE FROM story_article", "DELETE FROM story")

    assert library.view_states.load(owls.id) is None
    assert asked(library.path, "SELECT * FROM story_view") == []


def test_it_is_stored_as_json_that_others_can_read(library: Library, owls: Story) -> None:
    library.view_states.save(owls.id, {"search": "🦉"})

    ((stored,),) = asked(library.path, "SELECT state FROM story_view")
    assert json.loads(stored) == {"search": "🦉"}


def test_a_library_kept_by_another_program_says_so(
    library: Library, owls: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.view_states.save(owls.id, STATE)
    monkeypatch.setattr("storage.database.connection.LOCK_SECONDS", 0.05)
    with (
        open_library(library.path) as other,
        library.transaction(),
        pytest.raises(LibraryError, match="Another program has locked the library"),
    ):
        other.view_states.save(owls.id, {"focus": 1})

    assert library.view_states.load(owls.id) == STATE
