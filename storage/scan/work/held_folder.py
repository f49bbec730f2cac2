"""A folder that one program at a time works in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.errors import ConflictError

_LOCK = "lock"


def was_held(path: Path) -> bool:
    """Tell whether a folder is one that was held, whoever held it."""
    return (path / _LOCK).is_file()


@contextmanager
def hold_folder(path: Path) -> Iterator[None]:
    """Make a folder, and let nobody else hold it for the block; `ConflictError` where one does.

    SQLite locks a file in it: on each system, within this process too, and never for longer than
    the process lives.
    """
    path.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path / _LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise ConflictError(
                f"Another scan is at work in {path.parent}. Wait for it to end, or name another"
                " folder."
            ) from error
        yield
