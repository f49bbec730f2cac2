from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import sqlite_file

ID = 0x43707821


@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_a_header_says_what_sqlite_wrote(tmp_path: Path, size: int) -> None:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute(f"PRAGMA application_id = {ID}")
        connection.execute("CREATE TABLE owl (name TEXT)")
        connection.commit()

    data = path.read_bytes()
    header = data[: sqlite_file.HEADER]

    assert sqlite_file.is_database(header)
    assert sqlite_file.read_page_size(header) == size
    assert sqlite_file.read_told_size(header) == len(data)
    assert sqlite_file.read_application_id(header) == ID


def test_a_number_of_pages_that_does_not_count_is_none_and_can_be_made_to(tmp_path: Path) -> None:
    path = tmp_path / "some.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE owl (name TEXT)")
        connection.commit()
    data = path.read_bytes()
    old = data[:92] + bytes(4) + data[96 : sqlite_file.HEADER]

    assert sqlite_file.read_told_size(old) is None
    made = sqlite_file.make_header(old, len(data))
    assert sqlite_file.read_told_size(made) == len(data)
    path.write_bytes(made + data[sqlite_file.HEADER :])
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_begins_otherwise_is_no_database() -> None:
    assert not sqlite_file.is_database(b"")
    assert not sqlite_file.is_database(b"SQLite format 3")
