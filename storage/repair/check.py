"""Checking a library: whether the file is sound, and whether all in it hangs together."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import NamedTuple

from storage.anchoring.located_targets import locate_targets
from storage.backup.backup_files import is_emptied, make_damage_error
from storage.backup.inspect_file import inspect_file, is_garbled
from storage.database.connection import connect, locate_log
from storage.database.transactions import hold_write_lock, translate_errors
from storage.errors import DamagedError, LibraryError
from storage.files import explain_error
from storage.library import Library
from storage.open_library import open_library, require_library
from storage.repair import derived_data, garbled_steps, orphan_rows
from storage.wording.plural import inflect, pluralize


class CheckResult(NamedTuple):
    """What was found in a library."""

    damage: str | None
    """What is wrong with the file; then nothing else was looked at."""
    findings: tuple[str, ...]
    """A sentence for each thing that is wrong; all can be repaired."""
    articles: int = 0
    annotations: int = 0
    orphans: int = 0
    """Places of annotations whose text is not found any more: for the reader to decide on."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def check(path: Path) -> CheckResult:
    """Check the library at `path`; nothing is written to one that is damaged.

    Of one that cannot be written to, a copy is checked. `LibraryError` if there is none, or it
    cannot be opened for another reason.
    """
    require_library(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        with _copy_aside(path) as copy:
            return _check_writable(copy, path)
    return _check_writable(path, path)


@contextmanager
def _copy_aside(path: Path) -> Iterator[Path]:
    """Copy a library, with what was written last, to where it can be opened for a block."""
    with TemporaryDirectory(prefix="copydesk-") as folder:
        copy = Path(folder, path.name)
        try:
            for of in (Path, locate_log):
                with suppress(FileNotFoundError):
                    copyfile(of(path), of(copy))
        except OSError as error:
            raise LibraryError(
                f"Cannot read the library {path}: {explain_error(error)}."
            ) from error
        yield copy


def _check_writable(file: Path, path: Path) -> CheckResult:
    """Check a file that may be written to: the library at `path`, or a copy of it."""
    damage = inspect_file(file, fully=True).damage
    if damage is None and is_emptied(path):
        damage = "all its contents are gone"
    if damage is not None:
        error = make_damage_error(path)
        if not isinstance(error, DamagedError):
            raise error
        return _find_damaged(path, damage)
    try:
        with open_library(file) as library:
            return _look_through(library)
    except LibraryError as error:
        if not is_garbled(error.__cause__):
            raise
        return _find_damaged(path, "its contents contradict each other")


def _find_damaged(path: Path, damage: str) -> CheckResult:
    return CheckResult(damage, (f"The library {path} is damaged: {damage}.",))


def _look_through(library: Library) -> CheckResult:
    findings = tuple(find_faults(library.path))
    try:
        with translate_errors():
            return CheckResult(None, findings, *_count_contents(library))
    except LibraryError:  # an index that leads nowhere
        if findings:
            return CheckResult(None, findings)
        raise


@contextmanager
def open_in_transaction(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a sound library for a block in one transaction, without foreign keys.

    What is done is on disk after the block, or nothing is, if it raises.
    """
    with closing(connect(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        with hold_write_lock(db):
            yield db.conn


def find_faults(path: Path) -> Iterator[str]:
    """Say what is wrong in a library whose file is sound and up to date."""
    with open_in_transaction(path) as connection:
        yield from _find_faults(connection)


def _find_faults(connection: sqlite3.Connection) -> Iterator[str]:
    said = [line for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
    said = [line for line in said if "FTS5" not in line]
    if said:
        yield f"An index does not match its table: {said[0]}."
    try:
        yield from _find_wrong_rows(connection)
    except sqlite3.DatabaseError as error:
        if not (said and is_garbled(error)):
            raise


def _find_wrong_rows(connection: sqlite3.Connection) -> Iterator[str]:
    for table, count in orphan_rows.count_hanging_rows(connection).items():
        belong = inflect(count, "belongs", "belong")
        yield f"{pluralize(count, 'row')} of {table} {belong} to something that no longer exists."
    count = len(orphan_rows.find_notes_without_place(connection))
    if count:
        yield f"{pluralize(count, 'annotation')} {inflect(count, 'is', 'are')} on no article."
    count = len(garbled_steps.find(connection))
    if count:
        yield f"{pluralize(count, 'undo step')} cannot be read."
    for parent, count in derived_data.count_wrong_numbers(connection).items():
        wrong = pluralize(count, f"{parent} number")
        yield f"{wrong} {inflect(count, 'is', 'are')} wrong."
    for table in derived_data.find_wrong_indexes(connection):
        yield f"The full-text index {table} does not match the texts."
    count = derived_data.count_wrong_fingerprints(connection)
    if count:
        yield f"The fingerprints of {pluralize(count, 'article')} are wrong."


def _count_contents(library: Library) -> tuple[int, int, int]:
    """Count articles, annotations, and places of these whose text is not found any more."""
    articles = {one.id for one in library.articles.list_all()}
    annotations = library.annotations.list_all()
    standing = [
        one for one in annotations if any(target.article in articles for target in one.targets)
    ]
    wanted = dict.fromkeys(target.article for one in annotations for target in one.targets)
    located = locate_targets(annotations, library.articles.get_all(wanted))
    return len(articles), len(standing), sum(not one.stands for one in located)
