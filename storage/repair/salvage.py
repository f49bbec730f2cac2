"""Reading what can still be read in a damaged library, and laying it over a sound one.

What a damaged file says is newer than any backup of it. So a table of it that is whole takes the
place of the backup's; of one that is not, each row that can be read is laid over the backup's.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from storage.database.introspection import (
    find_references,
    list_columns,
    list_kept_tables,
    list_keys,
)
from storage.database.schema import rename_former_columns
from storage.database.undo_log import read_changes
from storage.repair.overlay import Overlay, Row
from storage.repair.page_carving import carve_articles
from storage.repair.table_remains import UNREADABLE, DamagedFile, RemainingRow


class SalvageResult(NamedTuple):
    """What was done to the sound library, by table."""

    added: dict[str, int]
    changed: dict[str, int]
    broken: list[str]
    """Tables that could not be read whole; `["all"]` where none was found."""


def salvage(remains: Path, sound: sqlite3.Connection) -> SalvageResult:
    """Lay what can be read in a damaged file over what is in `sound`; its errors are put up with.

    The caller holds a transaction on `sound`, in which foreign keys are not enforced yet. Rows
    that do not fit the tables are left out. A text that is garbled is put in only where `sound`
    has nothing in its place.
    """
    overlay = Overlay(sound)
    with closing(DamagedFile(remains)) as damaged:
        tags, broken = _salvage_tables(damaged, sound, overlay)
    if "article" in broken:
        _carve(remains, sound, overlay)
    with _guarded(sound, broken, "step"):
        _replay(sound, tags, broken, overlay)
    overlay.lay_doubtful()
    return SalvageResult(overlay.added, overlay.changed, broken)


def salvage_articles(remains: Path, sound: sqlite3.Connection) -> SalvageResult:
    """Put in the articles that are left in a file of which no table can be found.

    The caller holds a transaction on `sound`, as for `salvage`.
    """
    overlay = Overlay(sound)
    _carve(remains, sound, overlay)
    return SalvageResult(overlay.added, overlay.changed, ["all"])


@contextmanager
def _guarded(sound: sqlite3.Connection, broken: list[str], table: str) -> Iterator[None]:
    """Do all of the block or, where what was read makes that impossible, nothing of it."""
    sound.execute("SAVEPOINT salvaged")
    try:
        yield
    except UNREADABLE:
        sound.execute("ROLLBACK TO salvaged")
        if table not in broken:
            broken.append(table)
    sound.execute("RELEASE salvaged")


def _salvage_tables(
    damaged: DamagedFile, sound: sqlite3.Connection, overlay: Overlay
) -> tuple[dict[int, int], list[str]]:
    """Lay table by table over `sound`; returns what became of the numbers of tags, too."""
    broken: list[str] = []
    tags: dict[int, int] = {}
    # Tags first: they are known by name, as their numbers may have been given anew since.
    for table in sorted(list_kept_tables(sound), key=lambda name: name != "tag"):
        with _guarded(sound, broken, table):
            remains = damaged.read(table)
            if not remains.is_whole:
                broken.append(table)
            rows: Iterable[RemainingRow] = (
                row._replace(values=rename_former_columns(table, row.values))
                for row in remains.rows
            )
            if table == "tag":
                rows = _renumber(list(rows), sound, tags)
            else:
                for column in find_references(sound, table, "tag"):
                    rows = _replace_numbers(rows, column, tags)
            overlay.lay(table, rows, is_whole=remains.is_whole)
    return tags, broken


def _carve(remains: Path, sound: sqlite3.Connection, overlay: Overlay) -> None:
    """Put in the articles that only a look at each page finds."""
    for row in carve_articles(remains, list_columns(sound, "article")):
        if not overlay.has("article", row):
            overlay.put("article", row)


def _replay(
    sound: sqlite3.Connection, tags: dict[int, int], broken: list[str], overlay: Overlay
) -> None:
    """Put in what the undo log knows of rows that are missing in the tables that are broken."""
    for table, row in _read_undo_log(sound):
        if table in broken and {*list_keys(sound, table)} <= row.keys():
            numbered = find_references(sound, table, "tag")
            renumbered = row | {column: tags.get(row[column], row[column]) for column in numbered}
            if not overlay.has(table, renumbered):
                overlay.put(table, renumbered)


def _read_undo_log(connection: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    """Return the rows that were made in steps still known, as they should be now."""
    rows: dict[tuple[str, str], Row] = {}
    steps = connection.execute("SELECT changes FROM step WHERE undone_by IS NULL ORDER BY id")
    for (changes,) in steps.fetchall():
        for table, key, before, after in read_changes(changes):
            place = table, json.dumps(key)
            if after is None:
                rows.pop(place, None)
            elif before is None:
                rows[place] = after
            elif place in rows:
                rows[place] = rows[place] | after
    for (table, _), row in rows.items():
        yield table, row


def _replace_numbers(
    rows: Iterable[RemainingRow], column: str, tags: dict[int, int]
) -> Iterator[RemainingRow]:
    for row in rows:
        number = row.values[column]
        yield row._replace(values=row.values | {column: tags.get(number, number)})


def _renumber(
    rows: list[RemainingRow], sound: sqlite3.Connection, tags: dict[int, int]
) -> list[RemainingRow]:
    """Give each tag the number that it has in `sound`; what became of each goes into `tags`."""
    known: dict[Any, Any] = dict(sound.execute("SELECT key, id FROM tag").fetchall())
    free = max([*known.values(), *(row.values["id"] for row in rows)], default=0) + 1
    for row in rows:
        number, key = row.values["id"], row.values["key"]
        if row.is_garbled and number in known.values():
            known.setdefault(key, number)  # by its number, then
        if key not in known:
            is_taken = number in known.values()
            known[key] = free if is_taken else number
            free += is_taken
        tags[number] = known[key]
    return [row._replace(values=row.values | {"id": tags[row.values["id"]]}) for row in rows]
