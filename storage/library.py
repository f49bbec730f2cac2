"""The library: one SQLite file with articles, stories and annotations."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from storage.annotations import Annotations
from storage.arrivals import Arrivals
from storage.articles import Articles
from storage.bin import Bin
from storage.connection import Database, connect, keep_log
from storage.drafts import Drafts
from storage.errors import LibraryError
from storage.fingerprints import Fingerprints
from storage.held_files import Key, hold, release
from storage.journal import Journal
from storage.places import path_of
from storage.quick_tags import QuickTags
from storage.schema import APPLICATION_ID, migrations
from storage.search import Search
from storage.soundness import Look, look
from storage.stories import Stories
from storage.tags import Tags
from storage.transactions import readable_errors, writing
from storage.views import Views

if TYPE_CHECKING:
    from storage.boilerplate import Boilerplate
    from storage.ignored import Ignored
    from storage.kinship import Kinship


class Library:
    """An open library. It belongs to the thread that opened it; close it when done.

    Every write is on disk when the call returns (`synchronous=FULL`).
    """

    def __init__(self, db: Database, path: Path, held: Key) -> None:
        """Take over an open connection, and what `held_files.hold` gave for its file."""
        self.path = path
        self._held: Key | None = held
        self._db = db
        self.journal = Journal(db)
        self.articles = Articles(db, self.journal)
        self.stories = Stories(db, self.journal)
        self.tags = Tags(db, self.journal)
        self.quick_tags = QuickTags(db, self.journal, self.tags)
        self.annotations = Annotations(db, self.journal, self.tags)
        self.arrivals = Arrivals(db, self.journal, self.tags)
        self.drafts = Drafts(db)
        self.bin = Bin(db, self.journal)
        self.views = Views(db)
        self.fingerprints = Fingerprints(db)
        self.search = Search(db)
        self._seen = self._version()

    # These need the engine, which takes longer to import than a library to open.

    @cached_property
    def ignored(self) -> Ignored:
        """The passages that the reader ignores."""
        from storage.ignored import Ignored

        return Ignored(self._db, self.journal)

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What the reader says is boilerplate, or is none."""
        from storage.boilerplate import Boilerplate

        return Boilerplate(self._db, self.journal)

    @cached_property
    def kinship(self) -> Kinship:
        """What the articles have in common, all with all."""
        from storage.kinship import Kinship

        return Kinship(self._db, self.fingerprints)

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

    def refuse_writing(self) -> None:
        """Let nothing be written from here any more; what tries is a `LibraryError`."""
        self._db.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        """Close the file; the library cannot be used any more."""
        self._db.close()
        if self._held is not None:
            release(self._held)
            self._held = None


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
    `DamagedError` for one that is damaged, `LibraryError` for a file that is no library or was
    made by a newer Copydesk; such a file is not touched.
    """
    path = full_path(path)
    with ExitStack() as undone:
        with _reasons(path):
            if not _make_file(path):
                _refuse_what_is_not_ours(path)
            held = hold(path)
            undone.callback(release, held)
            db = connect(path)
            undone.callback(db.close)
        with readable_errors():
            _bring_up_to_date(db, path)
        library = Library(db, path, held)
        undone.pop_all()
    return library


def full_path(path: Path) -> Path:
    """Return where the library named `path` lies; `LibraryError` where that can be nowhere."""
    try:
        return path_of(str(path)).absolute()
    except ValueError as error:
        raise LibraryError(f"Cannot open the library {path}: {error}.") from error


@contextmanager
def _reasons(path: Path) -> Iterator[None]:
    """Say of what cannot be opened why, and that it was left alone."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(f"Cannot open the library {path}: {reason}.") from error
    except sqlite3.Error as error:
        raise LibraryError(
            f"Cannot open the library {path}: {error}. Nothing was changed;"
            " name another with --library."
        ) from error


def _make_file(path: Path) -> bool:
    """Make an empty file where there is none, and its folders; tell whether that was so."""
    if path.is_dir():
        raise LibraryError(f"Cannot open the library {path}: it is a folder.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        # SQLite would make it readable to others; -wal and -shm take over these permissions.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look at the file through a connection that cannot write."""
    found = look(path) if path.stat().st_size else Look(None)
    if found.damage is not None or not found.tables:
        _refuse_what_was_ours(path, found)
    if found.application != APPLICATION_ID and found.tables:
        raise LibraryError(
            f"{path} is a database of another program. Name another file with --library."
        )
    if found.is_newer:
        raise LibraryError(
            f"The library {path} was made by a newer Copydesk. Update Copydesk to open it;"
            " nothing was changed."
        )


def _refuse_what_was_ours(path: Path, found: Look) -> None:
    """Refuse a file that is damaged, or has lost all that backups beside it still have."""
    from storage.kept_backups import damaged, is_emptied  # a sound library needs no backups

    if found.damage is not None or is_emptied(path):
        raise damaged(path)


def _bring_up_to_date(db: Database, path: Path) -> None:
    if not migrations.due(db):
        (mode,) = db.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":  # a backup that was put in place by hand
            with suppress(sqlite3.OperationalError):
                db.execute("PRAGMA journal_mode = WAL")
        return
    keep_log(db)
    with writing(db):
        # Asked again under the lock: another program may just have done it.
        if not migrations.due(db):
            return
        if migrations.applied(db):
            from storage.backups import back_up  # hardly ever is a library of an earlier version

            back_up(path, "before-update")
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {len(migrations.names)}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
