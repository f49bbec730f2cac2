"""Laying rows over those of a sound library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from storage.database.introspection import list_columns, list_keys, quote_name
from storage.database.undo_log import read_changes
from storage.ids import make_text_id
from storage.repair.table_remains import RemainingRow

Row = dict[str, Any]


class Overlay:
    """Rows of a damaged library laid over those of a sound one; counts what came of them.

    The caller holds a transaction on the sound one, in which foreign keys are not enforced yet.
    """

    def __init__(self, sound: sqlite3.Connection) -> None:
        self._sound = sound
        self._doubtful: list[tuple[str, Row]] = []
        self.added: dict[str, int] = {}
        """Rows that were put in, by table."""
        self.changed: dict[str, int] = {}
        """Rows in place of which others were put, by table."""

    def lay(self, table: str, rows: Iterable[RemainingRow], *, is_whole: bool) -> None:
        """Lay these over a table; of one that is whole, what is not among them is gone.

        Rows that do not fit are left out. Those that are not as they were stored wait for
        `lay_doubtful`, so that what the sound library has stays.
        """
        known = list_columns(self._sound, table)
        keys = list_keys(self._sound, table)
        seen = set()
        for remaining in rows:
            row = {name: value for name, value in remaining.values.items() if name in known}
            if not {*keys} <= row.keys():
                is_whole = False
                continue
            seen.add(tuple(row[column] for column in keys))
            if remaining.is_garbled or not _is_as_stored(table, row):
                self._doubtful.append((table, row))
            else:
                self.put(table, row)
        if is_whole:
            there = self._sound.execute(f"SELECT {_join(keys)} FROM {quote_name(table)}").fetchall()
            for place in set(there) - seen:
                self._sound.execute(
                    f"DELETE FROM {quote_name(table)} WHERE {_compare(keys)}", place
                )

    def lay_doubtful(self) -> None:
        """Put in what is garbled, where there is nothing better in its place."""
        for table, row in self._doubtful:
            if table != "step" and not self.has(table, row):
                self.put(table, row)

    def has(self, table: str, row: Row) -> bool:
        """Tell whether a row with these keys is there."""
        return self._find(table, row, "1") is not None

    def put(self, table: str, row: Row) -> None:
        """Put one row in its place, whatever was there; what does not fit was not written there."""
        there = self._find(table, row, _join(row))
        if there == tuple(row.values()) or _is_older(table, row, there):
            return
        with suppress(sqlite3.IntegrityError, OverflowError):
            if there is None:
                marks = ", ".join("?" for _ in row)
                self._sound.execute(
                    f"INSERT INTO {quote_name(table)} ({_join(row)}) VALUES ({marks})",
                    [*row.values()],
                )
            else:
                values = ", ".join(f"{quote_name(column)} = ?" for column in row)
                keys = list_keys(self._sound, table)
                self._sound.execute(
                    f"UPDATE {quote_name(table)} SET {values} WHERE {_compare(keys)}",
                    [*row.values(), *(row[key] for key in keys)],
                )
            counts = self.added if there is None else self.changed
            counts[table] = counts.get(table, 0) + 1

    def _find(self, table: str, row: Row, wanted: str) -> tuple[Any, ...] | None:
        keys = list_keys(self._sound, table)
        found: tuple[Any, ...] | None = self._sound.execute(
            f"SELECT {wanted} FROM {quote_name(table)} WHERE {_compare(keys)}",
            [row[key] for key in keys],
        ).fetchone()
        return found


def _is_as_stored(table: str, row: Row) -> bool:
    """Tell whether a row is what was stored, as far as it says itself."""
    if table == "article":
        return isinstance(row.get("text"), str) and make_text_id(row["text"]) == row["id"]
    if table == "step":
        try:
            list(read_changes(row["changes"]))
        except (KeyError, ValueError):
            return False
    return True


def _is_older(table: str, row: Row, there: tuple[Any, ...] | None) -> bool:
    """Tell whether a note differs from the one in its place though it was not changed since."""
    if table != "annotation" or there is None:
        return False
    sound = dict(zip(row, there, strict=True))
    return bool(
        (row.get("updated"), row.get("deleted")) == (sound.get("updated"), sound.get("deleted"))
    )


def _join(names: Iterable[str]) -> str:
    return ", ".join(map(quote_name, names))


def _compare(keys: Iterable[str]) -> str:
    return " AND ".join(f"{quote_name(key)} = ?" for key in keys)
