"""Copying a library whole, also while it is written to."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from storage.backup.inspect_file import inspect_file
from storage.backup.sqlite_file import HEADER, has_log
from storage.database.connection import LOCK_SECONDS, connect_to_read, locate_log, locate_log_index
from storage.database.locked_files import open_to_read
from storage.errors import DamagedError, LibraryError
from storage.files import explain_error, replace_file
from storage.flushing import flush_file, flush_folder

PART = ".copydesk-"
"""How the names of unfinished copies begin."""


class LibraryCopy(NamedTuple):
    """A finished copy and what is in it."""

    path: Path
    size: int
    """In bytes."""
    articles: int
    """Those in the trash are not counted."""
    annotations: int


def copy_library(library: Path, target: Path) -> LibraryCopy:
    """Put a copy of the library at `target`, private to the user; what was there is replaced.

    All that was saved when the call began is in it. `target` is there only once the copy is whole,
    was found sound and is on disk. A copy is no WAL database, so that it is one file: that tells
    it from a library in use. `DamagedError` where the library is damaged, `LibraryError` where
    the copy cannot be written; then nothing is changed.
    """
    with make_unfinished(target) as part:
        try:
            _copy_pages(library, part)
            if inspect_file(part, fully=True).damage is not None:
                raise DamagedError(library)
            counts = count_contents(part)
            flush_file(part)
        except sqlite3.Error as error:
            raise LibraryError(f"Cannot copy the library to {target}: {error}.") from error
        replace_file(part, target)
        flush_folder(target.parent)
    return LibraryCopy(target, target.stat().st_size, *counts)


@contextmanager
def make_unfinished(target: Path) -> Iterator[Path]:
    """Make an empty file beside `target` for a block; what is left of it after is removed.

    `LibraryError` where nothing can be written there.
    """
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=PART, suffix=".part")
        os.close(handle)
        part = Path(name)
        try:
            yield part
        finally:
            for left in (part, locate_log(part), locate_log_index(part), Path(f"{part}-journal")):
                left.unlink(missing_ok=True)
    except OSError as error:
        raise LibraryError(f"Cannot write {target}: {explain_error(error)}.") from error


def is_backup(path: Path) -> bool:
    """Tell whether a file is a copy of a library that has not been written to since."""
    try:
        with open_to_read(path) as file:
            if has_log(file.read(HEADER)):
                return False
        found = inspect_file(path)
    except (OSError, sqlite3.Error):
        return False
    return found.damage is None and bool(found.applied)


def count_contents(path: Path) -> tuple[int, int]:
    """Count the articles and the annotations in a library that is sound, without the trash's."""
    with connect_to_read(path) as connection:
        (articles,) = connection.execute(
            "SELECT count(*) FROM article WHERE deleted IS NULL"
        ).fetchone()
        (annotations,) = connection.execute(
            "SELECT count(*) FROM annotation WHERE deleted IS NULL"
        ).fetchone()
    return int(articles), int(annotations)


def _copy_pages(library: Path, part: Path) -> None:
    with (
        closing(sqlite3.connect(library, timeout=LOCK_SECONDS)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        # In one step: what others write meanwhile goes into the log and neither waits.
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
