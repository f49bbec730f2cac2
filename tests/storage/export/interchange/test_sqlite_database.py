from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from storage.export import selection
from storage.export.interchange.sqlite_database import is_export, make_database
from storage.library import Library
from storage.models import Story
from tests.storage.desk import HONEY, MILL, OWL, add, annotate, asked, lost_target, story, target

TABLES = "articles stories story_articles annotations targets tags annotation_tags article_tags"


@pytest.fixture
def news(library: Library) -> Story:
    made = story(library, f"{OWL}\n\n{MILL}", f"{HONEY}\n\n{OWL}")
    first, second = library.articles.get_all(made.articles)
    library.annotations.create([target(first, OWL), target(second, OWL)], "Same words", ["claim"])
    library.annotations.create([lost_target(first, "heron")], "", ["claim/disputed", "to check"])
    library.annotations.delete(annotate(library, first, "belfry", "Deleted", "gone").id)
    library.tags.set_on_article(second.id, ["agency"])
    annotate(library, add(library, "Elsewhere there is nothing new."), "nothing", "", "else")
    return made


@pytest.fixture
def path(library: Library, news: Story, tmp_path: Path) -> Path:
    path = tmp_path / "export.db"
    path.write_bytes(make_database(library, selection.select_story(library, news)))
    return path


def test_it_is_sound(path: Path) -> None:
    assert asked(path, "PRAGMA integrity_check") == [("ok",)]
    assert asked(path, "PRAGMA foreign_key_check") == []
    assert is_export(path)


def test_it_has_plain_tables_with_foreign_keys(path: Path) -> None:
    tables = {
        name
        for (name,) in asked(path, "SELECT name FROM sqlite_schema WHERE type = 'table'")
        if "_fts" not in name
    }

    assert tables == set(TABLES.split())
    keys = {
        (table, row[2], row[3])
        for table in tables
        for row in asked(path, f"PRAGMA foreign_key_list({table})")
    }
    assert keys == {
        ("story_articles", "stories", "story_id"),
        ("story_articles", "articles", "article_id"),
        ("targets", "annotations", "annotation_id"),
        ("targets", "articles", "article_id"),
        ("annotation_tags", "annotations", "annotation_id"),
        ("annotation_tags", "tags", "tag_id"),
        ("article_tags", "articles", "article_id"),
        ("article_tags", "tags", "tag_id"),
    }


def test_what_was_chosen_is_in_it_and_nothing_else(path: Path, news: Story) -> None:
    assert asked(path, "SELECT id FROM articles") == [(one,) for one in news.articles]
    assert asked(path, "SELECT note FROM annotations") == [("Same words",), ("",)]
    assert asked(path, "SELECT name FROM tags ORDER BY name") == [
        ("agency",),
        ("claim",),
        ("claim/disputed",),
        ("to check",),
    ]
    assert asked(
        path,
        "SELECT tags.name FROM annotation_tags JOIN tags ON tags.id = tag_id"
        " ORDER BY annotation_id, position",
    )
    assert asked(path, "SELECT position, state, quote FROM targets ORDER BY quote, position") == [
        (1, "exact", OWL),
        (2, "exact", OWL),
        (1, "orphan", "heron"),
    ]


def test_texts_and_what_was_deleted_do_not_leave(path: Path) -> None:
    data = path.read_bytes()

    for words in (
        "clockmakers",
        "honey harvest",
        "Deleted",
        "belfry and keeps the whole choir awake. ",
    ):
        assert words.encode() not in data


def test_notes_and_quotes_can_be_searched(path: Path) -> None:
    assert asked(path, "SELECT note FROM annotations_fts WHERE annotations_fts MATCH 'words'") == [
        ("Same words",)
    ]
    found = asked(path, "SELECT count(*) FROM targets_fts WHERE targets_fts MATCH 'belfry'")
    assert found == [(2,)]


def test_sqlite_utils_reads_it(path: Path) -> None:
    question = (
        "SELECT tags.name, count(*) AS annotations FROM tags"
        " JOIN annotation_tags ON tag_id = tags.id GROUP BY tags.name ORDER BY tags.name"
    )
    called = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", "query", str(path), question],
        capture_output=True,
        check=True,
    )

    assert json.loads(called.stdout)[0] == {"name": "claim", "annotations": 1}


def test_an_empty_choice_is_a_database_too(library: Library, tmp_path: Path) -> None:
    article = add(library, OWL)
    path = tmp_path / "export.db"

    path.write_bytes(make_database(library, selection.select_article(library, article)))

    counts: list[Any] = [asked(path, f"SELECT count(*) FROM {one}")[0][0] for one in TABLES.split()]
    assert counts == [1, 0, 0, 0, 0, 0, 0, 0]


def test_another_database_is_no_export(tmp_path: Path, library: Library) -> None:
    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (x)")
    connection.close()

    assert not is_export(other)
    assert not is_export(library.path)
    assert not is_export(tmp_path / "missing.db")
