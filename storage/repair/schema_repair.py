"""Giving the tables of a damaged database the names and columns that they had."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from storage.database.connection import decode_leniently
from storage.database.schema import migrations
from storage.repair.table_remains import UNREADABLE

_LEAST_LIKENESS = 80
"""Of 100: a statement that is less like another is not that one with some bits turned."""


class _Made(NamedTuple):
    """A line of a list of tables: something that was made, and how."""

    row: int
    kind: str
    name: str
    table: str
    statement: str | None


def mend_schema(remains: Path, pattern: Path) -> None:
    """Put right what is garbled in the list of tables of `remains`, a copy that may be written to.

    `pattern` is a sound library. Of one of another version, or of what SQLite cannot write to,
    nothing is changed.
    """
    with suppress(*UNREADABLE), closing(sqlite3.connect(remains)) as connection:
        connection.text_factory = decode_leniently
        connection.execute("PRAGMA writable_schema = ON")  # reads what cannot be parsed, too
        with closing(sqlite3.connect(pattern)) as sound:
            if migrations.find_applied(connection) not in ((), migrations.find_applied(sound)):
                return
            changes = _match(_list_made(sound), _list_made(connection))
        if changes:
            connection.executemany(
                "UPDATE sqlite_schema SET (type, name, tbl_name, sql) = (?, ?, ?, ?)"
                " WHERE rowid = ?",
                [(*one[1:], row) for row, one in changes],
            )
            connection.commit()


def _list_made(connection: sqlite3.Connection) -> list[_Made]:
    return [
        _Made(row, kind, name, table, statement)
        for row, kind, name, table, statement in connection.execute(
            "SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid"
        )
    ]


def _match(expected: list[_Made], there: list[_Made]) -> list[tuple[int, _Made]]:
    """Return what each line that is not as expected was, by its row.

    First by its name, then by what is most like it.
    """
    changes = []
    left = {one.row: one for one in there}
    missing = []
    for wanted in expected:
        named = [row for row, one in left.items() if (one.kind, one.name) == wanted[1:3]]
        if named:
            if left.pop(named[0])[1:] != wanted[1:]:
                changes.append((named[0], wanted))
        else:
            missing.append(wanted)
    for wanted in missing:
        likeness, row = max(
            ((_compare(wanted, one), row) for row, one in left.items()), default=(0, 0)
        )
        if likeness >= _LEAST_LIKENESS:
            del left[row]
            changes.append((row, wanted))
    return changes


def _compare(one: _Made, other: _Made) -> float:
    """Tell how alike two lines are, of 100."""
    return fuzz.ratio(*(" ".join(filter(None, made[1:])) for made in (one, other)))
