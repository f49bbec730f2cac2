"""Opening a library: what is no sound library of this version's is refused, and left as it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from storage.backup.inspect_file import Inspection, inspect_file
from storage.coder import NOBODY, Coder
from storage.database.connection import Database, connect, keep_log
from storage.database.locked_files import hold, release
from storage.database.schema import APPLICATION_ID, migrations
from storage.database.seen_rows import show_seen_rows
from storage.database.transactions import hold_write_lock, translate_errors
from storage.errors import LibraryError
from storage.files import explain_error
from storage.library import Library
from storage.paths import parse_path
from storage.regular_files import check_regular


def open_library(path: Path, coder: Coder = NOBODY) -> Library:
    """Open the library at `path`; make it where there is none, private to the user.

    What is annotated in it is signed with the name of the `coder`, who sees what `seen_rows` says.
    A library of an earlier version is brought up to date after a copy was put beside it.
    `DamagedError` for one that is damaged, `LibraryError` for a file that is no library or was
    made by a newer Copydesk; such a file is not touched.
    """
    path = resolve_path(path)
    with ExitStack() as undone:
        with _explain_errors(path):
            if not _make_file(path):
                _refuse_what_is_not_ours(path)
            held = hold(path)
            undone.callback(release, held)
            db = connect(path)
            undone.callback(db.close)
        with translate_errors():
            _bring_up_to_date(db, path)
            show_seen_rows(db, coder)
        library = Library(db, path, held, coder)
        undone.pop_all()
    return library


def resolve_path(path: Path) -> Path:
    """Return where the library named `path` lies; `LibraryError` where that can be nowhere."""
    try:
        return parse_path(str(path)).absolute()
    except ValueError as error:
        raise LibraryError(f"Cannot open the library {path}: {error}.") from error


def require_library(path: Path) -> None:
    """Raise `LibraryError` where there is no library, or something that can be none."""
    from storage.backup.backup_files import is_emptied

    with _explain_errors(path):
        known = _check_file(path)
        is_there = known is not None and (known.st_size > 0 or is_emptied(path))
    if not is_there:
        raise LibraryError(f"There is no library at {path}.")


@contextmanager
def _explain_errors(path: Path) -> Iterator[None]:
    """Say of what cannot be opened why, and that it was left alone."""
    try:
        yield
    except OSError as error:
        raise LibraryError(f"Cannot open the library {path}: {explain_error(error)}.") from error
    except sqlite3.Error as error:
        raise LibraryError(
            f"Cannot open the library {path}: {error}. Nothing was changed;"
            " choose another with --library."
        ) from error


def _check_file(path: Path) -> os.stat_result | None:
    if path.is_dir():
        raise LibraryError(f"Cannot open the library {path}: it is a folder.")
    return check_regular(path)


def _make_file(path: Path) -> bool:
    """Make an empty file where there is none, and its folders; tell whether that was so."""
    _check_file(path)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        # SQLite would make it readable to others; -wal and -shm take over these permissions.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    return True


def _refuse_what_is_not_ours(path: Path) -> None:
    """Look at the file through a connection that cannot write."""
    found = inspect_file(path) if path.stat().st_size else Inspection(None)
    if found.damage is not None or not found.tables:
        _refuse_what_was_ours(path, found)
    if found.application != APPLICATION_ID and found.tables:
        raise LibraryError(
            f"{path} is another program's database. Choose another file with --library."
        )
    if found.is_newer:
        raise LibraryError(
            f"The library {path} was made by a newer Copydesk; nothing was changed. Update"
            " Copydesk to open it."
        )


def _refuse_what_was_ours(path: Path, found: Inspection) -> None:
    """Refuse a file that is damaged, or has lost all that backups beside it still have."""
    from storage.backup.backup_files import (  # a sound library needs no backups
        is_emptied,
        make_damage_error,
    )

    if found.damage is not None or is_emptied(path):
        raise make_damage_error(path)


def _bring_up_to_date(db: Database, path: Path) -> None:
    if not migrations.find_due(db):
        (mode,) = db.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":  # a backup that was put in place by hand
            with suppress(sqlite3.OperationalError):
                db.execute("PRAGMA journal_mode = WAL")
        return
    keep_log(db)
    with hold_write_lock(db):
        # Asked again under the lock: another program may just have done it.
        if not migrations.find_due(db):
            return
        if migrations.find_applied(db):
            from storage.backup.backup import (
                back_up,  # hardly ever is a library of an earlier version
            )

            back_up(path, "before-update")
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {len(migrations.names)}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
