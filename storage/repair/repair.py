"""Repairing a library: what hangs in the air, what can be computed, and a damaged file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from storage.backup.backup import back_up
from storage.backup.backup_files import (
    describe_backup,
    describe_counts,
    find_newest_sound,
    make_stamp,
)
from storage.backup.inspect_file import inspect_file
from storage.backup.library_copy import PART, count_contents, flush, flush_folder
from storage.database.connection import locate_log, locate_log_index
from storage.database.introspection import find_references, list_tables, quote_name
from storage.errors import LibraryError
from storage.files import explain_error
from storage.ids import make_text_id
from storage.open_library import open_library
from storage.repair import derived_data, orphan_rows
from storage.repair.check import (
    check,
    find_articles_of_other_text,
    find_faults,
    open_in_transaction,
)
from storage.repair.header_repair import make_readable
from storage.repair.salvage import SalvageResult, salvage, salvage_articles
from storage.wording.plural import inflect, pluralize

_NAMES = {
    "article": ("article",),
    "story": ("story", "stories"),
    "annotation": ("note",),
    "tag": ("tag",),
}
"""What is counted for people, and what they call it."""


def repair(path: Path) -> Iterator[str]:
    """Repair the library at `path`, if anything is wrong with it; says what was done.

    Whatever is changed was copied before. A damaged file is not written to: a sound library,
    from the newest sound backup and what can still be read, takes its place, and it is kept
    beside. `LibraryError` where that cannot be done; then the library is as it was.
    """
    path = path.resolve()
    found = check(path)
    if found.damage is not None:
        yield from _replace(path)
    elif not found.is_sound:
        yield from _mend(path)


def _mend(path: Path) -> Iterator[str]:
    """Put right what is wrong in a file that is sound."""
    copy = back_up(path, "before-repair")
    yield f"The library as it was is kept as {copy.path}."
    with open_in_transaction(path) as connection:
        connection.execute("REINDEX")
        with derived_data.suspend_triggers(connection):
            yield from _mend_references(connection)
        _compute_anew(connection)
    yield "The indexes were made anew."
    with open_library(path) as library, library.transaction():
        library.fingerprints.catch_up()
    left = list(find_faults(path))
    if left:
        raise LibraryError(f"This could not be repaired: {' '.join(left)}")


def _mend_references(connection: sqlite3.Connection) -> Iterator[str]:
    made = orphan_rows.give_articles(connection)
    if made:
        yield f"{pluralize(made, 'article')} of lost passages took in the notes on them."
    others = find_articles_of_other_text(connection)
    for article in others:
        new = _name_anew(connection, article)
        if len(others) == 1:
            yield f"The text of article {article} has changed; it is article {new} now."
    if len(others) > 1:
        yield f"The texts of {len(others):,} articles have changed; they have other ids now."
    for table, count in orphan_rows.remove_hanging_rows(connection).items():
        said = f"{pluralize(count, 'row')} of {table} that belonged to nothing"
        yield f"{said} {inflect(count, 'was', 'were')} removed."


def _compute_anew(connection: sqlite3.Connection) -> None:
    derived_data.correct_numbers(connection)
    derived_data.rebuild_indexes(connection)
    if derived_data.count_wrong_fingerprints(connection):
        derived_data.drop_fingerprints(connection)


def _name_anew(connection: sqlite3.Connection, article: str) -> str:
    """Give an article, wherever it is named, the id that follows from its text."""
    (text,) = connection.execute("SELECT text FROM article WHERE id = ?", [article]).fetchone()
    new = make_text_id(text)
    for table in list_tables(connection):
        for column in find_references(connection, table, "article"):
            connection.execute(
                f"UPDATE OR IGNORE {quote_name(table)} SET {quote_name(column)} = ?"
                f" WHERE {quote_name(column)} = ?",
                [new, article],
            )
    connection.execute("UPDATE article SET previous = ? WHERE previous = ?", [new, article])
    known = connection.execute("SELECT 1 FROM article WHERE id = ?", [new]).fetchone()
    if known is None:
        connection.execute("UPDATE article SET id = ? WHERE id = ?", [new, article])
    else:
        connection.execute("DELETE FROM article WHERE id = ?", [article])
    return new


def _replace(path: Path) -> Iterator[str]:
    """Put a sound library in the place of a damaged one."""
    try:
        work = Path(tempfile.mkdtemp(dir=path.parent, prefix=PART))
        try:
            sound = work / "sound.db"
            lines = list(_make_sound(path, sound, work))
            kept = _put_in_place(sound, path)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    except OSError as error:
        raise LibraryError(f"Cannot repair the library {path}: {explain_error(error)}.") from error
    yield from lines
    yield f"The damaged file is kept as {kept}."


def _make_sound(path: Path, sound: Path, work: Path) -> Iterator[str]:
    """Make a sound library of what there is; all that is read of the damaged one is a copy."""
    remains = work / "remains.db"
    _copy(path, remains)
    found = inspect_file(remains, fully=True)
    if found.damage is None and found.tables:
        # The log alone is damaged, and without it the file is as it was some moments before.
        remains.replace(sound)
        yield "The log of unfinished writes was garbled; what was in it is lost."
        open_library(sound).close()
        salvaged = None
    else:
        if locate_log(path).exists():
            _copy(locate_log(path), locate_log(remains))
        backup = find_newest_sound(path)
        if backup is None:
            yield "There was no sound backup; a new library was begun."
        else:
            _copy(backup.path, sound)
            yield f"The backup of {describe_backup(backup)} took the library's place."
        open_library(sound).close()  # makes it where there is no backup, and up to date
        salvaged = _salvage(remains, sound, backup.path if backup else sound)
        if backup is None and not salvaged.added.keys() & {"article", "annotation"}:
            raise LibraryError(
                f"Nothing can be read in the damaged library {path}, and there is no sound"
                " backup of it. It was left as it is; move it away to begin a new one."
            )
    with open_in_transaction(sound) as connection:
        with derived_data.suspend_triggers(connection):
            hung = list(_mend_references(connection))
        _compute_anew(connection)
    if salvaged is not None:
        yield from _describe_salvage(salvaged)
    yield from hung
    with open_library(sound) as library, library.transaction():
        library.fingerprints.catch_up()
    damage = inspect_file(sound, fully=True).damage
    if damage is not None:
        raise LibraryError(f"Cannot repair the library {path}: {damage}.")
    yield from find_faults(sound)  # which keeps nobody from what was saved
    with closing(sqlite3.connect(sound)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    yield f"The library has {describe_counts(*count_contents(sound))} now."


def _salvage(remains: Path, sound: Path, pattern: Path) -> SalvageResult:
    lay_over = salvage if make_readable(remains, pattern) else salvage_articles
    with open_in_transaction(sound) as connection, derived_data.suspend_triggers(connection):
        return lay_over(remains, connection)


def _describe_salvage(salvaged: SalvageResult) -> Iterator[str]:
    """Say what came of the damaged file."""
    for said, by_table in (("saved", salvaged.added), ("brought up to date", salvaged.changed)):
        found = [
            pluralize(by_table[table], *names)
            for table, names in _NAMES.items()
            if table in by_table
        ]
        if found:
            yield f"From the damaged file {', '.join(found)} could be {said}."
    if salvaged.broken == ["all"]:
        what = "Only articles" if salvaged.added else "Nothing"
        yield f"{what} could be read in the damaged file."
    elif salvaged.broken:
        broken = ", ".join(salvaged.broken)
        yield f"Damaged: {broken}. What stood only there and cannot be read is lost."


def _put_in_place(sound: Path, path: Path) -> Path:
    """Let `sound` be the library and keep the damaged file beside it; returns where.

    At every moment there is one of the two at `path`, and never with the log of the other.
    """
    kept = path.with_name(f"{path.stem}-damaged-{make_stamp()}{path.suffix}")
    flush(sound)
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
