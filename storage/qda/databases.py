"""Projects that are SQLite databases: those of QualCoder (`data.qda`) and of Taguette.

A database is read in memory, from its tables alone: no view or trigger of it is ever run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from storage.article_import.input_format import Document
from storage.backup.sqlite_file import is_database
from storage.database.introspection import quote_name
from storage.errors import ReadError
from storage.limits import LARGEST_PROJECT
from storage.qda.project import Project

_JOURNAL_MODES, _WITHOUT_LOG = slice(18, 20), b"\x01\x01"
_QUALCODER = frozenset({"source", "code_text", "code_name", "code_cat"})
_TAGUETTE = frozenset({"projects", "documents", "highlights", "tags", "highlight_tags"})


class Tables:
    """The tables of a database, each row a dictionary."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self.names = frozenset(str(name) for (name,) in rows)

    def read(self, name: str, order: str = "rowid") -> Iterator[dict[str, Any]]:
        """Yield the rows of a table by one of its columns; none where there is no such table."""
        if name not in self.names:
            return
        found = self._db.execute(f"SELECT * FROM {quote_name(name)} ORDER BY {quote_name(order)}")
        columns = [column[0] for column in found.description]
        for row in found:
            yield dict(zip(columns, row, strict=True))


def read_database(document: Document) -> Project:
    """Return the project in a database; `ReadError`, in words that follow a name, without one."""
    with document.open() as file:
        data = bytearray(file.read(LARGEST_PROJECT + 1))
    if len(data) > LARGEST_PROJECT:
        raise ReadError("is too large for a project")
    if not is_database(bytes(data[:16])):
        raise ReadError("is no database")
    # One in memory has no log beside it.
    data[_JOURNAL_MODES] = _WITHOUT_LOG
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(bytes(data))
        db.text_factory = _decode
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA query_only = ON")
        return _read(Tables(db))


def _read(tables: Tables) -> Project:
    from storage.qda.qualcoder import read_qualcoder
    from storage.qda.taguette import read_taguette

    if tables.names >= _QUALCODER:
        return read_qualcoder(tables)
    if tables.names >= _TAGUETTE:
        return read_taguette(tables)
    raise ReadError("is a database, but neither of QualCoder nor of Taguette")


def _decode(value: bytes) -> str:
    return value.decode("utf-8", "replace")
