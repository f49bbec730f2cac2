"""Repairing a library: what is wrong in a sound file is mended, a damaged one replaced."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from storage.backup.backup import back_up
from storage.backup.inspect_file import is_garbled
from storage.errors import LibraryError
from storage.open_library import open_library, require_library
from storage.regular_files import resolve_links
from storage.repair.check import check, find_faults, open_in_transaction
from storage.repair.mending import mend_rows
from storage.repair.replacement import replace_damaged


def repair(path: Path) -> Iterator[str]:
    """Repair the library at `path`, if anything is wrong with it; says what was done.

    Whatever is changed was copied before. A damaged file is not written to: a sound library,
    from the newest sound backup and what can still be read, takes its place, and it is kept
    beside. `LibraryError` where that cannot be done; then the library is as it was.
    """
    require_library(path)
    path = resolve_links(path)
    found = check(path)
    if found.damage is not None:
        yield from replace_damaged(path)
    elif not found.is_sound:
        try:
            yield from _mend(path)
        except LibraryError as error:
            if not is_garbled(error.__cause__):
                raise
            yield from replace_damaged(path)


def _mend(path: Path) -> Iterator[str]:
    """Put right what is wrong in a file that is sound."""
    copy = back_up(path, "before-repair")
    yield f"The library as it was is kept at {copy.path}."
    with open_in_transaction(path) as connection:
        connection.execute("REINDEX")
        yield from mend_rows(connection)
    yield "The indexes were rebuilt."
    with open_library(path) as library, library.transaction():
        library.fingerprints.catch_up()
    if any(find_faults(path)):
        yield from replace_damaged(path)
