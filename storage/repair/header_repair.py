"""Making a damaged database readable whose first page, or list of tables, is garbled."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from storage.backup.sqlite_file import HEADER, make_header, read_page_size, read_told_size
from storage.database.connection import locate_log, locate_log_index
from storage.ids import make_text_id
from storage.repair.schema_repair import mend_schema
from storage.repair.table_remains import UNREADABLE

_INTERIOR = 0x05
_LONGEST = 16
"""How many times as long as it is a file may be said to have been."""


def make_readable(remains: Path, pattern: Path) -> bool:
    """Let SQLite find tables in `remains`, a copy that may be written to; tell whether it does.

    Where they are not found, the header and then the list of tables are taken from `pattern`, a
    backup of the same library or another of the same version: its tables begin where those of
    the library begin. That this is so is believed only if articles have the text they should, or
    if the notes and their indexes agree.
    """
    _lengthen(remains, _read_size_before(remains))
    mend_schema(remains, pattern)
    if _has_tables(remains):
        return True
    for left in (locate_log(remains), locate_log_index(remains)):
        left.unlink(missing_ok=True)
    _lengthen(remains, pattern.stat().st_size)
    _put_header(remains, pattern)
    mend_schema(remains, pattern)
    if _has_tables(remains):
        return True
    _put_schema(remains, pattern)
    return _has_true_articles(remains) or _has_whole_notes(remains)


def _read_size_before(remains: Path) -> int:
    """Return how many bytes a file should have by its header; 0 where that says nothing sane."""
    with remains.open("rb") as file:
        header = file.read(HEADER)
    told = read_told_size(header) if len(header) == HEADER else None
    return told if told and told <= _LONGEST * remains.stat().st_size else 0


def _lengthen(remains: Path, size: int) -> None:
    """Put empty pages where the end is missing: SQLite reads no table if one begins beyond it."""
    if remains.stat().st_size < size:
        os.truncate(remains, size)


def _has_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'article'")
            return bool(found.fetchone()[0])
    except UNREADABLE:
        return False


def _has_true_articles(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            found = connection.execute("SELECT id, text FROM article LIMIT 3").fetchall()
            return bool(found) and all(make_text_id(text) == article for article, text in found)
    except UNREADABLE:
        return False


def _has_whole_notes(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            return all(
                connection.execute(f"PRAGMA integrity_check({table})").fetchall() == [("ok",)]
                and connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
                for table in ("annotation", "target")
            )
    except UNREADABLE:
        return False


def _put_header(remains: Path, pattern: Path) -> None:
    """Write a header that fits: what a library's own would say besides is not needed to read."""
    with pattern.open("rb") as file:
        header = file.read(HEADER)
    with remains.open("r+b") as file:
        file.write(make_header(header, remains.stat().st_size))


def _put_schema(remains: Path, pattern: Path) -> None:
    with pattern.open("rb") as source, remains.open("r+b") as target:
        first = source.read(65536)
        size = read_page_size(first)
        source.seek(0)
        target.seek(HEADER)
        target.write(first[HEADER:size])
        for number, page in _read_pages_below(source.read(), size, 1):
            target.seek((number - 1) * size)
            target.write(page)


def _read_pages_below(data: bytes, size: int, number: int) -> Iterator[tuple[int, bytes]]:
    """Return the pages below one of a table, with their numbers."""
    page = data[(number - 1) * size : number * size]
    start = HEADER if number == 1 else 0
    if page[start] != _INTERIOR:
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    children = [int.from_bytes(page[start + 8 : start + 12], "big")]
    for cell in range(cells):
        at = start + 12 + 2 * cell
        pointer = int.from_bytes(page[at : at + 2], "big")
        children.append(int.from_bytes(page[pointer : pointer + 4], "big"))
    for child in children:
        yield child, data[(child - 1) * size : child * size]
        yield from _read_pages_below(data, size, child)
