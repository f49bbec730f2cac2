"""Making backups of a library: by hand, once a day, and before anything that might go wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from storage import paths
from storage.backup.backup_files import (
    Occasion,
    list_backups,
    locate_folder,
    make_damage_error,
    make_stamp,
)
from storage.backup.library_copy import PART, LibraryCopy, copy_library, is_backup
from storage.backup.own_files import refuse_own_file
from storage.errors import DamagedError, LibraryError
from storage.files import explain_error
from storage.regular_files import check_regular, resolve_links

KEPT = 7
"""Backups that are kept; those made by hand are kept besides, and only the user removes them."""
_UPDATE_KEPT_FOR = timedelta(days=7)
"""How long the copy made before the latest update is one of those kept, whatever came after."""
_WAIT = 60.0


def back_up(library: Path, occasion: Occasion, name: str = "") -> LibraryCopy:
    """Copy the library to a file or folder; where none is named, into its folder of backups.

    A file that is there is replaced only if it is a backup of a Copydesk library, and not among
    those of this one. `LibraryError` where there is no library, or it is damaged, or the copy
    cannot be written; `CopydeskError` where it would replace something of Copydesk's own.
    """
    if not library.is_file():
        raise LibraryError(f"There is no library at {library}.")
    try:
        if name:
            target = _choose_target(library, name)
            _make_folder(target.parent)
            return copy_library(library, target)
        with lock_backups(library, _WAIT) as is_alone:
            if not is_alone:
                raise LibraryError("Another Copydesk is making a backup. Try again in a moment.")
            return _add(library, occasion)
    except DamagedError as error:
        raise make_damage_error(library) from error


def back_up_daily(library: Path) -> LibraryCopy | None:
    """Back the library up if that was not done today, in UTC, and remove the oldest backups.

    The library is read from end to end for it: `DamagedError` where it is damaged, and no backup
    is removed. None where there is nothing to do: another program is at it, or there is no
    article to lose.
    """
    today = datetime.now(UTC).date()
    if _is_done(library, today) or not library.is_file():
        return None
    try:
        with lock_backups(library, 0) as is_alone:
            if not is_alone or _is_done(library, today) or not _has_articles(library):
                return None
            return _add(library, "daily")
    except DamagedError as error:
        raise make_damage_error(library) from error


def _add(library: Path, occasion: Occasion) -> LibraryCopy:
    """Put a backup into the folder and remove those that are too many; others must not now."""
    folder = locate_folder(library)
    for left in folder.glob(f"{PART}*"):
        left.unlink(missing_ok=True)  # of a program that was killed: nobody else is at it
    copied = copy_library(library, folder / f"{make_stamp()}-{occasion}{library.suffix}")
    _remove_oldest(library)
    return copied


def _remove_oldest(library: Path) -> None:
    """Keep the last ones, with that before the latest update for a while.

    Only files that are backups still are removed: one that was opened as a library stays.
    """
    ours = [one for one in list_backups(library) if one.occasion != "by-hand"]
    since = datetime.now(UTC) - _UPDATE_KEPT_FOR
    updates = [one for one in ours if one.occasion == "before-update" and one.made > since]
    kept = [*updates[:1], *(one for one in ours if one not in updates[:1])][:KEPT]
    for one in ours:
        if one not in kept and is_backup(one.path):
            with suppress(OSError):  # in use, on Windows: the next time, then
                one.path.unlink()


def _is_done(library: Path, today: date) -> bool:
    return any(
        one.occasion == "daily" and one.made.date() == today for one in list_backups(library)
    )


def _has_articles(library: Path) -> bool:
    """Tell whether anything would be lost with the library, the trash included."""
    with closing(sqlite3.connect(library)) as connection:
        return connection.execute("SELECT 1 FROM article LIMIT 1").fetchone() is not None


def _choose_target(library: Path, name: str) -> Path:
    """Return the file that a backup of that name is; `LibraryError` where there must be none."""
    try:
        path = paths.parse_path(name)
        if path.is_dir() or name.endswith(("/", os.sep)):
            path = path / f"{library.stem}-{make_stamp()}{library.suffix}"
        check_regular(path)
        target = resolve_links(path)
        refuse_own_file(path, library)
        is_taken = target.exists() and not is_backup(target)
    except (OSError, ValueError) as error:
        raise LibraryError(f"Cannot write {name}: {explain_error(error)}.") from error
    if is_taken:
        raise LibraryError(
            f"{target} exists and is not a backup of a Copydesk library; nothing was written."
            " Choose another file."
        )
    return target


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(f"Cannot write to {folder}: {explain_error(error)}.") from error


@contextmanager
def lock_backups(library: Path, seconds: float = 0) -> Iterator[bool]:
    """Be the only one to write into the folder of backups, waiting so long; tell whether it is so.

    The lock is SQLite's own, which goes with the program, however that ends, on every system.
    """
    folder = locate_folder(library)
    _make_folder(folder)
    path = folder / ".lock"
    try:
        check_regular(path)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise LibraryError(f"Cannot write to {folder}: {explain_error(error)}.") from error
    with closing(sqlite3.connect(path, timeout=seconds)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
            is_alone = True
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise LibraryError(f"Cannot write to {folder}: {error}.") from error
            is_alone = False
        yield is_alone
