"""Checking a library: whether the file is sound, and whether all in it hangs together."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from storage.anchoring.located_targets import locate_targets
from storage.backup.backup_files import is_emptied, make_damage_error
from storage.backup.inspect_file import inspect_file
from storage.database.connection import connect
from storage.database.transactions import hold_write_lock
from storage.errors import DamagedError, LibraryError
from storage.files import explain_error
from storage.ids import is_text_of
from storage.library import Library
from storage.open_library import open_library
from storage.repair import derived_data, orphan_rows
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

    `LibraryError` if there is none, or it cannot be opened for another reason.
    """
    require_library(path)
    damage = inspect_file(path, fully=True).damage
    if damage is None and is_emptied(path):
        damage = "all it held is gone"
    if damage is not None:
        error = make_damage_error(path)
        if not isinstance(error, DamagedError):
            raise error
        return CheckResult(damage, (f"The library {path} is damaged: {damage}.",))
    with open_library(path) as library:
        findings = [*find_faults(path)]
        articles = {one.id for one in library.articles.list_all()}
        annotations = [
            one
            for one in library.annotations.list_all()
            if any(target.article in articles for target in one.targets)
        ]
        return CheckResult(
            None, tuple(findings), len(articles), len(annotations), _count_orphans(library)
        )


def require_library(path: Path) -> None:
    """Raise `LibraryError` where there is no library."""
    try:
        is_there = path.is_file() and (path.stat().st_size > 0 or is_emptied(path))
    except OSError as error:
        raise LibraryError(f"Cannot open the library {path}: {explain_error(error)}.") from error
    if not is_there:
        raise LibraryError(f"There is no library at {path}.")


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
        yield f"An index is not true to its table: {said[0]}."
    for table, count in orphan_rows.count_hanging_rows(connection).items():
        belong = inflect(count, "belongs", "belong")
        yield f"{pluralize(count, 'row')} of {table} {belong} to something that is gone."
    count = len(orphan_rows.find_notes_without_place(connection))
    if count:
        stand = inflect(count, "stands", "stand")
        yield f"{pluralize(count, 'annotation')} {stand} on no article."
    others = find_articles_of_other_text(connection)
    if len(others) == 1:
        yield f"The text of article {others[0]} is not the one it was added with."
    elif others:
        yield f"The texts of {len(others):,} articles are not those they were added with."
    for parent, count in derived_data.count_wrong_numbers(connection).items():
        wrong = pluralize(count, f"number of {parent}s", f"numbers of {parent}s")
        yield f"{wrong} {inflect(count, 'is', 'are')} wrong."
    for table in derived_data.find_wrong_indexes(connection):
        yield f"The index for full-text search {table} is not true to the texts."
    count = derived_data.count_wrong_fingerprints(connection)
    if count:
        yield f"The fingerprints of {pluralize(count, 'article')} are wrong."


def find_articles_of_other_text(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of articles that do not follow from their text."""
    return [
        article
        for article, text in connection.execute("SELECT id, text FROM article")
        if not is_text_of(article, text)
    ]


def _count_orphans(library: Library) -> int:
    annotations = library.annotations.list_all()
    wanted = dict.fromkeys(target.article for one in annotations for target in one.targets)
    located = locate_targets(annotations, library.articles.get_all(wanted))
    return sum(not one.stands for one in located)
