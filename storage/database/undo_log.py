"""The undo log: every change to annotations as a step that can be taken back, across restarts.

A step keeps the rows it changed, before and after. Undo puts the rows back only while they are
as the step left them: what another program has changed since is never overwritten.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.introspection import quote_name
from storage.database.schema import rename_former_columns
from storage.database.transactions import hold_write_lock
from storage.errors import ConflictError
from storage.ids import make_id

KEPT_STEPS = 100

Row = dict[str, Any]


class Change(NamedTuple):
    """What a step did to one row."""

    table: str
    key: list[Any]
    before: Row | None
    """The columns that change, as they were; None where the row is new."""
    after: Row | None
    """The same columns, as they are; None where the row is gone."""


class Step:
    """The changes made inside one `UndoLog.record_step`; writes go to the database at once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.changes: list[Change] = []

    def insert(self, table: str, row: Row) -> None:
        """Add a row."""
        self._db.table(table).insert(row)
        key = [row[column] for column in self._db.table(table).pks]
        self.changes.append(Change(table, key, None, row))

    def insert_all(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows that all have the same columns."""
        if not rows:
            return
        # Not by sqlite-utils, which looks into each value for what SQLite has no type for.
        self._db.conn.executemany(_write_insert(table, rows[0]), ([*row.values()] for row in rows))
        pks = self._db.table(table).pks
        self.changes += [Change(table, [row[column] for column in pks], None, row) for row in rows]

    def update(self, table: str, key: list[Any], values: Row) -> None:
        """Change columns of the row with that primary key; `NotFoundError` of sqlite-utils."""
        row = self._db.table(table).get(tuple(key))
        before = {column: row[column] for column in values}
        if before != values:
            self._db.table(table).update(tuple(key), values)
            self.changes.append(Change(table, key, before, values))

    def delete(self, table: str, key: list[Any]) -> None:
        """Remove the row with that primary key."""
        before = self._db.table(table).get(tuple(key))
        self._db.table(table).delete(tuple(key))
        self.changes.append(Change(table, key, dict(before), None))


class UndoLog:
    """Makes steps and takes them back, this session's own first.

    A coder who codes blind takes back no step of another.
    """

    def __init__(self, db: Database, coder: Coder = NOBODY) -> None:
        self._db = db
        self._coder = coder
        self._session = make_id()
        self._began = now()
        self._refused: set[int] = set()
        self._keys: dict[str, list[str]] = {}

    @contextmanager
    def record_step(self, label: str) -> Iterator[Step]:
        """Open one step, called `label` in messages; it happens as a whole or not at all."""
        with hold_write_lock(self._db):
            step = Step(self._db)
            yield step
            if not step.changes:
                return
            # A new step forks history: what was undone cannot be redone any more, but for what
            # another window has undone meanwhile.
            self._db.table("step").delete_where(
                "undone_by = ? OR undone_at < ?", [self._session, self._began]
            )
            self._db.table("step").insert(
                {
                    "session": self._session,
                    "coder": self._coder.name,
                    "label": label,
                    "made": now(),
                    "undone_by": None,
                    "undone_at": None,
                    "changes": json.dumps(step.changes),
                }
            )
            self._db.execute(
                "DELETE FROM step WHERE id <= (SELECT max(id) FROM step) - ?", [KEPT_STEPS]
            )

    def undo(self) -> str | None:
        """Take back the latest step and return its label; None where there is none.

        `ConflictError` if a row of it has been changed since; the next call then passes it over.
        """
        return self._travel("undone_by IS NULL ORDER BY session = ? DESC, id DESC", back=True)

    def redo(self) -> str | None:
        """Do again the step undone last, by this session first, and return its label.

        None where there is none; `ConflictError` as for `undo`.
        """
        return self._travel(
            "undone_by IS NOT NULL ORDER BY undone_by = ? DESC, undone_at DESC, id", back=False
        )

    def _travel(self, which: str, *, back: bool) -> str | None:
        """Take the first step that meets `which` and changes anything, back or forth.

        The one parameter of `which` is this session.
        """
        with hold_write_lock(self._db):
            steps = self._db.query(f"SELECT * FROM seen_step WHERE {which}", [self._session])
            for step in list(steps):
                try:
                    with self._db.utils.atomic():
                        changed = self._take(step, back=back)
                except (ConflictError, ValueError, sqlite3.IntegrityError) as error:
                    # What a row needs is gone, or what it is has come anew: changed, too; or
                    # what the step did cannot be read any more.
                    if step["id"] not in self._refused:
                        self._refused.add(step["id"])
                        raise _make_conflict(step) from error
                else:
                    if changed:
                        return str(step["label"])
            return None

    def _take(self, step: Row, *, back: bool) -> bool:
        """Put every row of a step back, or forth; tells whether any was not so already."""
        changes = list(read_changes(step["changes"]))
        if back:
            changed = [self._put(one, one.after, one.before) for one in reversed(changes)]
        else:
            changed = [self._put(one, one.before, one.after) for one in changes]
        if None in changed:
            raise _make_conflict(step)
        undone = {
            "undone_by": self._session if back else None,
            "undone_at": now() if back else None,
        }
        self._db.table("step").update(step["id"], undone)
        return any(changed)

    def _put(self, change: Change, was: Row | None, becomes: Row | None) -> bool | None:
        """Make one row what it `becomes`: True; False if it is so; None if it is neither."""
        # A step of thousands of rows is taken back in a moment: nothing is asked of the schema.
        keys = self._find_keys(change.table)
        where = " AND ".join(f"{quote_name(column)} = ?" for column in keys)
        table = quote_name(change.table)
        found = next(self._db.query(f"SELECT * FROM {table} WHERE {where}", change.key), None)
        if _matches(found, becomes):
            return False
        if not _matches(found, was):
            return None
        if becomes is None:
            self._db.execute(f"DELETE FROM {table} WHERE {where}", change.key)
        elif was is None:
            self._db.execute(_write_insert(change.table, becomes), [*becomes.values()])
        else:
            values = ", ".join(f"{quote_name(column)} = ?" for column in becomes)
            self._db.execute(
                f"UPDATE {table} SET {values} WHERE {where}", [*becomes.values(), *change.key]
            )
        return True

    def _find_keys(self, table: str) -> list[str]:
        """Return the columns of a table's primary key, as `Step` names them."""
        if table not in self._keys:
            self._keys[table] = self._db.table(table).pks
        return self._keys[table]


def read_changes(stored: str) -> Iterator[Change]:
    """Return what a step changed, as the library has it stored, by any version's columns.

    `ValueError` where that is garbled.
    """
    changes = json.loads(stored)
    for change in changes if isinstance(changes, list) else [changes]:
        match change:
            case [str(table), list(key), (dict() | None) as before, (dict() | None) as after]:
                yield Change(
                    table,
                    key,
                    before and rename_former_columns(table, before),
                    after and rename_former_columns(table, after),
                )
            case _:
                raise ValueError("no change")


def _make_conflict(step: Row) -> ConflictError:
    return ConflictError(
        f"Cannot undo or redo “{step['label']}”: it has been changed elsewhere since."
    )


def _write_insert(table: str, row: Row) -> str:
    """Return the statement that adds a row of these columns."""
    columns = ", ".join(map(quote_name, row))
    marks = ", ".join("?" for _ in row)
    return f"INSERT INTO {quote_name(table)} ({columns}) VALUES ({marks})"


def _matches(found: Row | None, state: Row | None) -> bool:
    """Tell whether the row found is as `state` says, which may name only some columns."""
    if found is None or state is None:
        return found is state
    return all(found[column] == value for column, value in state.items())
