"""Reading what is left of a table in a damaged file; it takes no longer than the file is large."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from storage.database.introspection import quote_name

UNREADABLE = (sqlite3.Error, LookupError, TypeError, ValueError)
"""What may be raised by what a damaged file says; `UnicodeDecodeError` is a `ValueError`."""
_EACH = 10_000
"""Row numbers that are tried one by one where rows cannot be read; then ever fewer are."""
_LOOK = 100_000
"""Instructions of SQLite's machine after which is looked whether it has taken too many."""
_INSTRUCTIONS_A_BYTE = 100
"""How many it may take for a question: garbled pages can lead in circles."""


class RemainingRow(NamedTuple):
    """A row, by its columns."""

    values: dict[str, Any]
    is_garbled: bool
    """Whether a text in it was no UTF-8; what cannot be read of that is `\\ufffd`."""


class Remains(NamedTuple):
    """What is left of a table."""

    rows: Iterator[RemainingRow]
    is_whole: bool
    """Whether all rows are there, though some may be garbled."""


class DamagedFile:
    """A damaged file that SQLite can find tables in; to be closed."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._connection.text_factory = bytes
        self._size = path.stat().st_size

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def read(self, table: str) -> Remains:
        """Read a table: at once where it is whole, else a row at a time."""
        name = quote_name(table)
        with self._limited(), suppress(*UNREADABLE):
            said = self._connection.execute(f"PRAGMA integrity_check({name})").fetchall()
            if said == [(b"ok",)]:
                rows = self._connection.execute(f"SELECT * FROM {name}")
                return Remains(_read_rows(rows), is_whole=True)
        rows_left = self._read_by_number(name) if self._begins_in_file(table) else iter(())
        return Remains(rows_left, is_whole=False)

    def _begins_in_file(self, table: str) -> bool:
        """Tell whether a table is known and has its first page: else none of its rows is found."""
        question = "SELECT rootpage FROM sqlite_schema WHERE name = ? COLLATE NOCASE"
        with suppress(*UNREADABLE):
            (first,) = self._connection.execute(question, [table]).fetchone()
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
            return bool(first <= pages)
        return False

    @contextmanager
    def _limited(self) -> Iterator[None]:
        """Let no question in the block take for ever: garbled pages can lead in circles."""
        left = max(1, self._size * _INSTRUCTIONS_A_BYTE // _LOOK)

        def count() -> bool:
            nonlocal left
            left -= 1
            return left < 0

        self._connection.set_progress_handler(count, _LOOK)
        try:
            yield
        finally:
            self._connection.set_progress_handler(None, 0)

    def _read_by_number(self, name: str) -> Iterator[RemainingRow]:
        """Read on as far as can be; then beyond what cannot be read, and back towards that."""
        reached = 0
        with self._limited():
            while True:
                for number, row in self._read_run(name, reached, self._size, ascending=True):
                    reached = number
                    yield row
                beyond = self._find_beyond(name, reached)
                if beyond is None:
                    return
                for _, row in self._read_run(name, reached, beyond, ascending=False):
                    yield row
                reached = beyond - 1

    def _read_run(
        self, name: str, after: int, before: int, *, ascending: bool
    ) -> Iterator[tuple[int, RemainingRow]]:
        """Return the rows between two numbers from one end, up to one that cannot be read.

        Each is asked for by itself: what is asked at once is lost with what follows it.
        """
        which = f"> ? AND rowid < ? ORDER BY rowid {'ASC' if ascending else 'DESC'}"
        while True:
            try:
                found = self._ask(name, which, after, before)
            except UNREADABLE:
                return
            # Of a garbled page it may be one that was not asked for.
            if found is None or not after < found[0] < before:
                return
            yield found
            after, before = (found[0], before) if ascending else (after, found[0])

    def _find_beyond(self, name: str, reached: int) -> int | None:
        """Return the number of a row that can be read beyond one that cannot.

        A row takes more than a byte of the file: a larger number is a garbled one.
        """
        beyond, step = reached + 1, 1
        while beyond < self._size:
            with suppress(*UNREADABLE):
                found = self._ask(name, "> ? ORDER BY rowid", beyond)
                if found is None:
                    return None
                if beyond < found[0] < self._size:
                    return found[0]
            beyond += step
            if beyond - reached > _EACH:
                step *= 2
        return None

    def _ask(self, name: str, which: str, *numbers: int) -> tuple[int, RemainingRow] | None:
        """Return one row with its number; one of `UNREADABLE` where it cannot be read.

        The question is the same for all numbers: SQLite reads it once, not some thousand times.
        """
        question = f"SELECT rowid, * FROM {name} WHERE rowid {which} LIMIT 1"
        found = self._connection.execute(question, numbers)
        names = [column[0] for column in found.description[1:]]
        for number, *values in found.fetchall():
            return number, _decode(names, values)
        return None


def _read_rows(found: sqlite3.Cursor) -> Iterator[RemainingRow]:
    names = [column[0] for column in found.description]
    return (_decode(names, values) for values in found)


def _decode(names: list[str], values: Any) -> RemainingRow:
    row, is_garbled = {}, False
    for name, value in zip(names, values, strict=True):
        row[name] = value
        if isinstance(value, bytes):
            row[name] = value.decode("utf-8", "replace")
            is_garbled = is_garbled or row[name].encode() != value
    return RemainingRow(row, is_garbled)
