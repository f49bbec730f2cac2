"""Putting a sound library in the place of a damaged one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from storage.backup.backup import lock_backups
from storage.backup.backup_files import (
    SoundBackup,
    describe_backup,
    describe_counts,
    find_newest_sound,
    make_stamp,
)
from storage.backup.inspect_file import inspect_file
from storage.backup.library_copy import count_contents
from storage.database.connection import locate_log, locate_log_index
from storage.database.locked_files import is_open_elsewhere
from storage.errors import LibraryError
from storage.files import explain_error
from storage.flushing import flush_file, flush_folder
from storage.open_library import open_library
from storage.repair.check import find_faults, open_in_transaction
from storage.repair.derived_data import suspend_triggers
from storage.repair.header_repair import make_readable
from storage.repair.mending import mend_rows
from storage.repair.salvage import SalvageResult, salvage, salvage_articles
from storage.repair.table_remains import UNREADABLE
from storage.wording.plural import pluralize

_NAMES = {
    "article": ("article",),
    "story": ("story", "stories"),
    "annotation": ("note",),
    "tag": ("tag",),
}
"""What is counted for people, and what they call it."""
_WORK = ".copydesk-repair-"
"""How the names of folders begin in which a sound library is made."""


def replace_damaged(path: Path) -> Iterator[str]:
    """Put a sound library in the place of a damaged one, which is kept beside; says what was done.

    It is made of the newest sound backup and what can still be read. `LibraryError` where another
    program has the library open, or neither is there; then all is as it was.
    """
    if is_open_elsewhere(path):
        raise LibraryError(f"Another program has the library {path} open. Close it and try again.")
    try:
        with _work_beside(path) as work:
            sound = work / "sound.db"
            lines = _make_sound(path, sound, work)
            kept = _put_in_place(sound, path)
    except OSError as error:
        raise LibraryError(f"Cannot repair the library {path}: {explain_error(error)}.") from error
    yield from lines
    yield f"The damaged file is kept at {kept}."


@contextmanager
def _work_beside(path: Path) -> Iterator[Path]:
    """Make a folder for a block; those of repairs that were killed are removed before."""
    with lock_backups(path) as is_alone:
        if not is_alone:
            raise LibraryError("Another Copydesk is using the backups. Try again in a moment.")
        for left in path.parent.glob(f"{_WORK}*"):
            shutil.rmtree(left, ignore_errors=True)
        work = Path(tempfile.mkdtemp(dir=path.parent, prefix=_WORK))
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _make_sound(path: Path, sound: Path, work: Path) -> list[str]:
    """Make a sound library of what there is; all that is read of the damaged one is a copy."""
    remains = work / "remains.db"
    _copy(path, remains)
    if locate_log(path).exists():
        lines = _do_without_log(remains, sound)
        if lines:
            return lines
        _copy(locate_log(path), locate_log(remains))
    backup = find_newest_sound(path)
    try:
        return _build(remains, sound, backup)
    except (*UNREADABLE, LibraryError) as error:
        if backup is None:
            raise LibraryError(
                f"Nothing can be read from the damaged library {path}, and it has no intact"
                " backup. Nothing was changed; move it away to start a new one."
            ) from error
    return _build(None, sound, backup)


def _do_without_log(remains: Path, sound: Path) -> list[str]:
    """Take the file as it was some moments before where the log alone is damaged.

    Returns nothing where the file is damaged too.
    """
    found = inspect_file(remains, fully=True)
    if found.damage is not None or not found.tables:
        return []
    shutil.copyfile(remains, sound)
    open_library(sound).close()
    with open_in_transaction(sound) as connection:
        hung = list(mend_rows(connection))
    return [
        "The log of unfinished writes was garbled; its contents are lost.",
        *hung,
        _finish(sound),
    ]


def _build(remains: Path | None, sound: Path, backup: SoundBackup | None) -> list[str]:
    """Make `sound` of a backup and of what is left; says what was done.

    One of `UNREADABLE` or `LibraryError` where what is left brings more than can be put right.
    """
    for left in (sound, locate_log(sound), locate_log_index(sound)):
        left.unlink(missing_ok=True)
    lines = ["There was no intact backup; a new library was started."]
    if backup is not None:
        _copy(backup.path, sound)
        lines = [f"The backup from {describe_backup(backup)} was restored."]
    open_library(sound).close()  # makes it where there is no backup, and up to date
    salvaged = SalvageResult({}, {}, ["all"])
    if remains is not None:
        salvaged = _salvage(remains, sound, backup.path if backup else sound)
    if backup is None and not salvaged.added.keys() & {"article", "annotation"}:
        raise LibraryError("nothing was read")
    with open_in_transaction(sound) as connection:
        hung = list(mend_rows(connection))
    return [*lines, *_describe_salvage(salvaged), *hung, _finish(sound)]


def _finish(sound: Path) -> str:
    """Make what is missing and see that all is right; says what the library has.

    `LibraryError` where it is not.
    """
    with open_library(sound) as library, library.transaction():
        library.fingerprints.catch_up()
    damage = inspect_file(sound, fully=True).damage
    faults = [damage] if damage else list(find_faults(sound))
    if faults:
        raise LibraryError(" ".join(faults))
    with closing(sqlite3.connect(sound)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return f"The library now has {describe_counts(*count_contents(sound))}."


def _salvage(remains: Path, sound: Path, pattern: Path) -> SalvageResult:
    lay_over = salvage if make_readable(remains, pattern) else salvage_articles
    with open_in_transaction(sound) as connection, suspend_triggers(connection):
        return lay_over(remains, connection)


def _describe_salvage(salvaged: SalvageResult) -> Iterator[str]:
    """Say what came of the damaged file."""
    for said, by_table in (("Recovered", salvaged.added), ("Updated", salvaged.changed)):
        found = [
            pluralize(by_table[table], *names)
            for table, names in _NAMES.items()
            if table in by_table
        ]
        if found:
            yield f"{said} from the damaged file: {', '.join(found)}."
    if salvaged.broken == ["all"]:
        what = "Only articles" if salvaged.added else "Nothing"
        yield f"{what} could be read from the damaged file."
    elif salvaged.broken:
        broken = ", ".join(salvaged.broken)
        yield f"Damaged: {broken}. What was only there and cannot be read is lost."


def _put_in_place(sound: Path, path: Path) -> Path:
    """Let `sound` be the library and keep the damaged file beside it; returns where.

    At every moment there is one of the two at `path`, and never with the log of the other.
    """
    kept = path.with_name(f"{path.stem}-damaged-{make_stamp()}{path.suffix}")
    flush_file(sound)
    sound.chmod(0o600)
    try:
        os.link(path, kept)
    except OSError:  # a file system without links
        _copy(path, kept)
    try:
        _move_log(path, kept)
        sound.replace(path)
    except OSError:  # another program has it open, on Windows
        _move_log(kept, path)
        kept.unlink()
        raise
    flush_folder(path.parent)
    return kept


def _move_log(path: Path, to: Path) -> None:
    for of in (locate_log, locate_log_index):
        with suppress(FileNotFoundError):
            of(path).replace(of(to))


def _copy(source: Path, target: Path) -> None:
    """Copy a file, private to the user."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    shutil.copyfile(source, target)
