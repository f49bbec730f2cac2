from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from storage.database.connection import Database, connect, decode_leniently, write_uri
from tests.unforced import AS_SHIPPED


@pytest.fixture
def db(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Open a new file with a table of owls, as users' libraries are opened."""
    monkeypatch.setattr("storage.database.connection.SYNCHRONOUS", AS_SHIPPED)
    db = connect(tmp_path / "owls.db")
    db.execute("CREATE TABLE owl (name TEXT PRIMARY KEY, barn TEXT)")
    yield db
    db.close()


def test_rows_are_named_by_their_columns(db: Database) -> None:
    db.execute("INSERT INTO owl VALUES (?, ?), (?, ?)", ["Ada", "north", "Bo", None])

    found = db.query("SELECT name, barn AS lives FROM owl WHERE name > ? ORDER BY name", ["A"])

    assert list(found) == [{"name": "Ada", "lives": "north"}, {"name": "Bo", "lives": None}]


def test_a_question_is_asked_at_once(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        db.query("SELECT * FROM hawk")


def test_a_statement_by_itself_is_on_disk(db: Database) -> None:
    db.execute("INSERT INTO owl VALUES ('Ada', 'north')")

    assert not db.conn.in_transaction


def test_the_drive_is_waited_for_where_a_system_lets_it_be_asked(db: Database) -> None:
    asked = [f"PRAGMA {name}fullfsync" for name in ("", "checkpoint_")]

    assert [db.execute(one).fetchone() for one in asked] == [(1,), (1,)]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/the desk/a?b#c%.db"), "file:///the%20desk/a%3Fb%23c%25.db"),
        (PurePosixPath("/\udcff.db"), "file:///%FF.db"),
        (PureWindowsPath(r"C:\the desk\ü.db"), "file:///C:/the%20desk/%C3%BC.db"),
        (PureWindowsPath(r"\\server\desk\a.db"), "file:////server/desk/a.db"),
    ],
)
def test_a_file_is_named_as_sqlite_reads_it(path: PurePath, uri: str) -> None:
    assert write_uri(path) == uri


def test_triggers_and_keys_are_the_same_before_and_after_sqlite_utils_is_loaded(
    db: Database,
) -> None:
    asked = ("foreign_keys", "recursive_triggers", "synchronous")
    before = [db.execute(f"PRAGMA {one}").fetchone()[0] for one in asked]

    db.table("owl").insert({"name": "Ada", "barn": "north"})

    assert before == [1, 1, 2]
    assert [db.execute(f"PRAGMA {one}").fetchone()[0] for one in asked] == before


def test_sqlite_utils_writes_through_the_same_connection(db: Database) -> None:
    db.execute("BEGIN")
    db.table("owl").insert({"name": "Ada", "barn": "north"})
    db.execute("ROLLBACK")

    assert list(db.query("SELECT * FROM owl")) == []


def test_what_is_no_text_is_read_as_far_as_it_is_one() -> None:
    assert decode_leniently(b"barn \xff owl") == "barn \ufffd owl"
