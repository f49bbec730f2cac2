from __future__ import annotations

import os
import platform
import subprocess
import sys
from dataclasses import replace

import pytest

from storage.library import Library
from storage.open_library import open_library
from storage.tables.note_drafts import _has_ended
from tests.storage.desk import MILL, OWL, done, story, target


def test_a_draft_outlives_its_editor(library: Library, other: Library) -> None:
    village = story(library, OWL)
    article = library.articles.get(village.articles[0])
    draft = library.note_drafts.begin(village.id, None, [target(article, "belfry")], "Half a th")

    library.note_drafts.keep(draft)
    whole = replace(draft, note="Half a thought\nand more \ud800")
    library.note_drafts.keep(whole)

    assert library.note_drafts.find_left(village.id, alive=True) == []
    assert other.note_drafts.find_left(village.id) == []
    (found,) = other.note_drafts.find_left(village.id, alive=True)
    assert found == replace(whole, note="Half a thought\nand more ?")

    done(library.path, "UPDATE draft SET beat = '2026-01-01T00:00:00.000Z'")
    assert other.note_drafts.find_left(village.id) == [found]


def test_it_is_forgotten_once_saved(library: Library, other: Library) -> None:
    village = story(library, OWL)
    draft = library.note_drafts.begin(village.id, "some annotation", [], "Text")
    library.note_drafts.keep(draft)

    other.note_drafts.forget(draft.id)

    assert other.note_drafts.find_left(village.id, alive=True) == []


def test_each_story_has_its_own(library: Library, other: Library) -> None:
    one, two = story(library, OWL), story(library, MILL)
    library.note_drafts.keep(library.note_drafts.begin(one.id, None, [], "One"))
    library.note_drafts.keep(library.note_drafts.begin(two.id, None, [], "Two"))

    assert [draft.note for draft in other.note_drafts.find_left(two.id, alive=True)] == ["Two"]


def test_it_is_no_step(library: Library) -> None:
    village = story(library, OWL)
    library.note_drafts.keep(library.note_drafts.begin(village.id, None, [], "Text"))

    assert library.undo_log.undo() is None


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be asked for without harm there")
def test_a_process_that_has_ended_leaves_its_draft_at_once(library: Library) -> None:
    village = story(library, OWL)
    library.note_drafts.keep(library.note_drafts.begin(village.id, None, [], "Text"))
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()

    with open_library(library.path) as other:
        assert other.note_drafts.find_left(village.id) == []
        session = f"{platform.node()}:{ended.pid}:0"
        done(library.path, f"UPDATE draft SET session = '{session}'")
        assert [draft.note for draft in other.note_drafts.find_left(village.id)] == ["Text"]
        done(library.path, f"UPDATE draft SET session = 'elsewhere:{ended.pid}:0'")
        assert other.note_drafts.find_left(village.id) == []


def test_windows_is_not_asked_whether_a_process_has_ended() -> None:
    session = f"{platform.node()}:{2**30}:0"

    assert not _has_ended(session, "win32")
    assert not _has_ended("elsewhere:1:0", "linux")
    if sys.platform != "win32":
        assert _has_ended(session, sys.platform)
