"""The library: one SQLite file with articles, stories and annotations."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from storage.annotations import Annotations
from storage.articles import Articles
from storage.boilerplate import Boilerplate
from storage.drafts import Drafts
from storage.errors import LibraryError
from storage.ignored import Ignored
from storage.journal import Journal
from storage.places import path_of
from storage.quick_tags import QuickTags
from storage.schema import APPLICATION_ID, migrations
from storage.stories import Stories
from storage.tags import Tags
from storage.transactions import readable_errors, writing
from storage.views import Views

_SQLITE_HEADER = b"SQLite format 3\0"
_LOCK_SECONDS = 5.0


class Library:
    """An open library. It belongs to the thread that opened it; close it when done.

    Every write is on disk when the call returns (`synchronous=FULL`).
    """

    def __init__(self, db: Database, path: Path) -> None:
        self.path = path
        self._db = db
        self.journal = Journal(db)
        self.articles = Articles(db, self.journal)
        self.stories = Stories(db, self.journal)
        self.tags = Tags(db, self.journal)
        self.quick_tags = QuickTags(db, self.journal, self.tags)
        self.annotations = Annotations(db, self.journal, self.tags)
        self.drafts = Drafts(db)
        self.ignored = Ignored(db, self.journal)
        self.boilerplate = Boilerplate(db, self.journal)
        self.views = Views(db)
        self._seen = self._version()

    def has_changed_elsewhere(self) -> bool:
        """Tell whether another program has written since this was last asked; at first it has not.

        Costs some microseconds; `LibraryError` if the library cannot be read.
        """
        with readable_errors():
            seen, self._seen = self._seen, self._version()
        return seen != self._seen

    def _version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all writes of the block one: they happen as a whole or not at all."""
        with writing(self._db):
            yield

    def close(self) -> None:
        """Close the file; the library cannot be used any more."""
        self._db.close()


@contextmanager
def opened(path: Path) -> Iterator[Library]:
    """Open the library at `path` for a block, as `open_library` does, and close it after."""
    library = open_library(path)
    try:
        yield library
    finally:
        library.close()


def open_library(path: Path) -> Library:
    """Open the library at `path`; make it where there is none, private to the user.

    A library of an earlier version is brought up to date after a copy was put beside it.
    `LibraryError` for a file that is no library, is damaged, or was made by a newer Copydesk;
    such a file is not touched.
    """
    path = full_path(path)
    try:
        exists = _is_library_file(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(f"Cannot open the library {path}: {reason}.") from error
    try:
        if exists:
            _refuse_what_is_not_ours(path)
        db = _connect(path)
    except sqlite3.Error as error:
        damaged = isinstance(error, sqlite3.DatabaseError) and "malformed" in str(error)
        reason = "it is damaged" if damaged else str(error)
        raise LibraryError(
            f"Cannot open the library {path}: {reason}. Nothing was changed;"
            " name another with --library."
        ) from error
    try:
        with readable_errors():
            _bring_up_to_date(db, path if exists else None)
    except BaseException:
        db.close()
        raise
    return Library(db, path)


def full_path(path: Path) -> Path:
    """Return where the library named `path` lies; `LibraryError` where that can be nowhere."""
    try:
        return path_of(str(path)).absolute()
    except ValueError as error:
        raise LibraryError(f"Cannot open the library {path}: {error}.") from error


def _is_library_file(path: Path) -> bool:
    """Tell whether there is a file with something in it; make an empty one where there is none."""
    if path.is_dir():
        raise LibraryError(f"Cannot open the library {path}: it is a folder.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        # SQLite would make it readable to others; -wal and -shm take over these permissions.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with path.open("rb") as file:
        header = file.read(len(_SQLITE_HEADER))
    if header and header != _SQLITE_HEADER:
        raise LibraryError(f"{path} is not a Copydesk library. Name another file with --library.")
    return bool(header)


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look at the file through a connection that cannot write."""
    try:
        # Where there is no log of unfinished writes, nothing at all is put beside the file.
        logged = path.with_name(f"{path.name}-wal").exists()
        application, version, applied, tables = _signs(path, "mode=ro" if logged else "immutable=1")
    except sqlite3.DatabaseError:
        # Another program may be writing just now, for which only the first way is safe.
        application, version, applied, tables = _signs(path, "mode=ro")
    if application != APPLICATION_ID and tables:
        raise LibraryError(
            f"{path} is a database of another program. Name another file with --library."
        )
    known = _known_migrations()
    if version > len(known) or not set(applied) <= set(known):
        raise LibraryError(
            f"The library {path} was made by a newer Copydesk. Update Copydesk to open it;"
            " nothing was changed."
        )


def _signs(path: Path, how: str) -> tuple[int, int, list[str], list[str]]:
    """Return application id, version, migrations and tables of a file opened in that way."""
    connection = sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=_LOCK_SECONDS)
    db = Database(connection)
    try:
        return (
            db.execute("PRAGMA application_id").fetchone()[0],
            db.execute("PRAGMA user_version").fetchone()[0],
            [migration.name for migration in migrations.applied(db)],
            db.table_names(),
        )
    finally:
        db.close()


def _known_migrations() -> list[str]:
    fresh = Database(memory=True)
    try:
        return [migration.name for migration in migrations.pending(fresh)]
    finally:
        fresh.close()


def _connect(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=_LOCK_SECONDS)
    db = Database(connection, strict=True)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    return db


def _bring_up_to_date(db: Database, existing: Path | None) -> None:
    if not migrations.pending(db):
        return
    _enable_wal(db)
    with writing(db):
        # Asked again under the lock: another program may just have done it.
        pending = migrations.pending(db)
        if not pending:
            return
        if existing is not None and migrations.applied(db):
            _copy_beside(existing)
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {len(_known_migrations())}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _enable_wal(db: Database) -> None:
    """Switch to a write-ahead log; SQLite itself does not wait for others to let go of the file."""
    deadline = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            db.enable_wal()
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _copy_beside(path: Path) -> None:
    """Copy the library to a dated file in its folder, through SQLite, so that it is whole."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    copy = path.with_name(f"{path.stem}-before-update-{stamp}{path.suffix}")
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LibraryError(
            f"Cannot copy the library before bringing it up to date: {reason}. Nothing was changed."
        ) from error
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()
