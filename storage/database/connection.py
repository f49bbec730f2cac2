"""Opening a library's file: to write to it, or so that nothing can be written."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from storage.regular_files import resolve_links

if TYPE_CHECKING:
    import sqlite_utils
    from sqlite_utils.db import Table

    from storage.database.locked_files import HeldFile

LOCK_SECONDS = 5.0
"""How long others may keep a file locked until that is an error."""

SYNCHRONOUS = "FULL"
"""What SQLite waits for: that each transaction is on disk, so that even a power cut loses none."""


class Database:
    """A connection that writes: SQL goes to it directly, tables are written by sqlite-utils.

    That is loaded when the first row is written: it takes longer than to open a library and to
    read from it. Outside of `transactions.hold_write_lock` each statement is a transaction.
    """

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.conn = conn
        self.place: HeldFile | None = None
        """The file that nothing is written to any more once it lies elsewhere, or nowhere."""
        self.refusal = ""
        """What is said to who would write; empty as long as that is allowed."""
        self._tables: dict[str, Table] = {}

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run a statement; errors are SQLite's own."""
        return self.conn.execute(sql, values)

    def query(self, sql: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """Ask at once, and return the rows, by the names of their columns, as they are read."""
        found = self.execute(sql, values)
        names = [column[0] for column in found.description]
        return (dict(zip(names, row, strict=True)) for row in found)

    def table(self, name: str) -> Table:
        """Return a table to write to; each is made once, as sqlite-utils then reads the schema."""
        if name not in self._tables:
            self._tables[name] = self.utils.table(name)
        return self._tables[name]

    @cached_property
    def utils(self) -> sqlite_utils.Database:
        """The same connection as sqlite-utils has it; no plugin of that runs in a library."""
        import sqlite_utils

        return sqlite_utils.Database(self.conn, strict=True, execute_plugins=False)

    def close(self) -> None:
        """Close the connection."""
        self.conn.close()


def connect(path: Path) -> Database:
    """Open the file at `path` for writing, as it is, whatever version's tables it has."""
    db = Database(sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None))
    db.execute("PRAGMA foreign_keys = ON")
    # As sqlite-utils has it: what a trigger does must not hang on whether that is loaded.
    db.execute("PRAGMA recursive_triggers = ON")
    db.execute(f"PRAGMA synchronous = {SYNCHRONOUS}")
    # macOS waits for the drive only then (see `flushing`); elsewhere it changes nothing.
    db.execute("PRAGMA fullfsync = ON")
    db.execute("PRAGMA checkpoint_fullfsync = ON")
    return db


def keep_log(db: Database) -> None:
    """Switch to a write-ahead log; SQLite itself does not wait for others to let go of the file."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


@contextmanager
def connect_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a file for a block so that nothing can be written to it.

    Where there is no log of unfinished writes, nothing is put beside the file either; what is
    read then is sound only while no other program writes.
    """
    path = resolve_links(path)
    how = "mode=ro" if locate_log(path).exists() else "immutable=1"
    with closing(
        sqlite3.connect(f"{write_uri(path)}?{how}", uri=True, timeout=LOCK_SECONDS)
    ) as connection:
        yield connection


def write_uri(path: PurePath) -> str:
    """Return the address of an absolute path, as SQLite reads it: it knows no server.

    That of a folder which Windows shares in a network has two more slashes, not the `file://server`
    of `Path.as_uri`.
    """
    written = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{written}" if written.startswith("/") else f"file:///{written}"


def decode_leniently(data: bytes) -> str:
    """Return text of a file that may be damaged, where it may be no UTF-8: a `text_factory`."""
    return data.decode("utf-8", "replace")


def locate_log(path: Path) -> Path:
    """Return where SQLite keeps what was written to the file at `path` but is not in it yet."""
    return path.with_name(f"{path.name}-wal")


def locate_log_index(path: Path) -> Path:
    """Return where SQLite keeps the index of `locate_log(path)`; it can be made anew."""
    return path.with_name(f"{path.name}-shm")
