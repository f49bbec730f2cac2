"""Reading what can still be read in a damaged library, and laying it over a sound one.

What a damaged file says is newer than any backup of it. So a table of it that is whole takes the
place of the backup's; of one that is not, each row that can be read is laid over the backup's.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from storage.database.connection import decode_leniently
from storage.database.introspection import (
    find_references,
    list_columns,
    list_kept_tables,
    list_keys,
    quote_name,
)
from storage.database.schema import rename_former_columns
from storage.database.undo_log import read_changes
from storage.ids import is_text_of
from storage.repair.page_carving import carve_articles

Row = dict[str, Any]
_BEYOND = 10_000
"""Rows that are tried beyond the last known one where the end of a table is unreadable."""


class SalvageResult(NamedTuple):
    """What was done to the sound library, by table."""

    added: dict[str, int]
    changed: dict[str, int]
    broken: list[str]
    """Tables that could not be read whole."""


class _Remains(NamedTuple):
    """What is left of a table."""

    rows: Iterable[Row]
    is_whole: bool


def salvage(remains: Path, sound: sqlite3.Connection) -> SalvageResult:
    """Lay what can be read in a damaged file over what is in `sound`; its errors are put up with.

    The caller holds a transaction on `sound`, in which foreign keys are not enforced yet. Rows
    that do not fit the tables are left out, and articles whose text is not theirs any more.
    """
    with closing(sqlite3.connect(remains)) as damaged:
        damaged.text_factory = decode_leniently
        tags, salvaged = _salvage_tables(damaged, sound)
    if "article" in salvaged.broken:
        _carve(remains, sound, salvaged)
    _replay(sound, tags, salvaged)
    return salvaged


def salvage_articles(remains: Path, sound: sqlite3.Connection) -> SalvageResult:
    """Put in the articles that are left in a file of which no table can be found.

    The caller holds a transaction on `sound`, as for `salvage`.
    """
    salvaged = SalvageResult({}, {}, ["all"])
    _carve(remains, sound, salvaged)
    return salvaged


def _salvage_tables(
    damaged: sqlite3.Connection, sound: sqlite3.Connection
) -> tuple[dict[int, int], SalvageResult]:
    """Lay table by table over `sound`; returns what became of the numbers of tags, too."""
    salvaged = SalvageResult({}, {}, [])
    tags: dict[int, int] = {}
    # Tags first: they are known by name, as their numbers may have been given anew since.
    for table in sorted(list_kept_tables(sound), key=lambda name: name != "tag"):
        remains = _read_remains(damaged, table)
        if not remains.is_whole:
            salvaged.broken.append(table)
        rows: Iterable[Row] = (rename_former_columns(table, row) for row in remains.rows)
        if table == "tag":
            rows = _renumber(list(rows), sound, tags)
        else:
            for column in find_references(sound, table, "tag"):
                rows = _replace_numbers(rows, column, tags)
        _lay_over(sound, table, rows, remains.is_whole, salvaged)
    return tags, salvaged


def _carve(remains: Path, sound: sqlite3.Connection, salvaged: SalvageResult) -> None:
    """Put in the articles that only a look at each page finds."""
    for row in carve_articles(remains, list_columns(sound, "article")):
        there = sound.execute("SELECT 1 FROM article WHERE id = ?", [row["id"]])
        if there.fetchone() is None:
            _lay_over(sound, "article", [row], False, salvaged)


def _replay(sound: sqlite3.Connection, tags: dict[int, int], salvaged: SalvageResult) -> None:
    """Put in what the undo log knows of rows that are missing in the tables that are broken."""
    for table, row in _read_undo_log(sound):
        if table in salvaged.broken:
            place = [row[column] for column in list_keys(sound, table)]
            where = " AND ".join(f"{quote_name(column)} = ?" for column in list_keys(sound, table))
            there = sound.execute(f"SELECT 1 FROM {quote_name(table)} WHERE {where}", place)
            if there.fetchone() is None:
                numbered = find_references(sound, table, "tag")
                row |= {column: tags.get(row[column], row[column]) for column in numbered}
                _lay_over(sound, table, [row], False, salvaged)


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


def _replace_numbers(rows: Iterable[Row], column: str, tags: dict[int, int]) -> Iterator[Row]:
    return (row | {column: tags.get(row[column], row[column])} for row in rows)


def _renumber(rows: list[Row], sound: sqlite3.Connection, tags: dict[int, int]) -> list[Row]:
    """Give each tag the number that it has in `sound`; what became of each goes into `tags`."""
    known = dict(sound.execute("SELECT key, id FROM tag").fetchall())
    free = max([*known.values(), *(row["id"] for row in rows)], default=0) + 1
    for row in rows:
        if row["key"] not in known:
            is_taken = row["id"] in known.values()
            known[row["key"]] = free if is_taken else row["id"]
            free += is_taken
        tags[row["id"]] = known[row["key"]]
    return [row | {"id": tags[row["id"]]} for row in rows]


def _lay_over(
    sound: sqlite3.Connection,
    table: str,
    rows: Iterable[Row],
    is_whole: bool,
    salvaged: SalvageResult,
) -> None:
    known = list_columns(sound, table)
    key = list_keys(sound, table)
    where = " AND ".join(f"{quote_name(column)} = ?" for column in key)
    seen = set()
    for whole_row in rows:
        row = {column: value for column, value in whole_row.items() if column in known}
        if table == "article" and not is_text_of(row["id"], row["text"]):
            continue
        place = tuple(row[column] for column in key)
        seen.add(place)
        there = sound.execute(
            f"SELECT {_join_names(row)} FROM {quote_name(table)} WHERE {where}", place
        ).fetchone()
        if there == tuple(row.values()):
            continue
        counts = salvaged.added if there is None else salvaged.changed
        # A row that does not fit is not what was written there.
        with suppress(sqlite3.IntegrityError):
            if there is None:
                marks = ", ".join("?" for _ in row)
                sound.execute(
                    f"INSERT INTO {quote_name(table)} ({_join_names(row)}) VALUES ({marks})",
                    [*row.values()],
                )
            else:
                values = ", ".join(f"{quote_name(column)} = ?" for column in row)
                sound.execute(
                    f"UPDATE {quote_name(table)} SET {values} WHERE {where}",
                    [*row.values(), *place],
                )
            counts[table] = counts.get(table, 0) + 1
    if is_whole:
        there_now = sound.execute(f"SELECT {_join_names(key)} FROM {quote_name(table)}").fetchall()
        for place in set(there_now) - seen:
            sound.execute(f"DELETE FROM {quote_name(table)} WHERE {where}", place)


def _read_remains(damaged: sqlite3.Connection, table: str) -> _Remains:
    """Read a table: at once where it is whole, else a row at a time."""
    with suppress(sqlite3.Error):
        if damaged.execute(f"PRAGMA integrity_check({quote_name(table)})").fetchall() == [("ok",)]:
            return _Remains(
                _read_rows(damaged.execute(f"SELECT * FROM {quote_name(table)}")), is_whole=True
            )
    return _Remains(_read_rows_by_number(damaged, table), is_whole=False)


def _read_rows(found: sqlite3.Cursor) -> Iterator[Row]:
    names = [column[0] for column in found.description]
    return (dict(zip(names, values, strict=True)) for values in found)


def _read_rows_by_number(damaged: sqlite3.Connection, table: str) -> Iterator[Row]:
    for number in _guess_numbers(damaged, table):
        with suppress(sqlite3.Error):
            yield from list(
                _read_rows(
                    damaged.execute(f"SELECT * FROM {quote_name(table)} WHERE rowid = ?", [number])
                )
            )


def _guess_numbers(damaged: sqlite3.Connection, table: str) -> Iterable[int]:
    """Return the numbers of rows that may be there: all up to the last that is known of."""
    question = f"SELECT rowid FROM {quote_name(table)}"
    last = list(_read_numbers(damaged, f"{question} NOT INDEXED ORDER BY rowid DESC LIMIT 1"))
    if last:
        return range(1, last[0] + 1)
    # Where the end cannot be read, the start can, or an index that names all rows.
    ways = ["NOT INDEXED"]
    with suppress(sqlite3.Error):
        found = damaged.execute("SELECT name FROM pragma_index_list(?)", [table])
        ways += [f"INDEXED BY {quote_name(name)}" for (name,) in found]
    known = (max(_read_numbers(damaged, f"{question} {way}"), default=0) for way in ways)
    return range(1, max(known) + _BEYOND + 1)


def _read_numbers(damaged: sqlite3.Connection, question: str) -> Iterator[int]:
    """Return the numbers that a question is answered with, up to an error."""
    with suppress(sqlite3.Error):
        for (number,) in damaged.execute(question):
            yield number


def _join_names(names: Iterable[str]) -> str:
    return ", ".join(map(quote_name, names))
