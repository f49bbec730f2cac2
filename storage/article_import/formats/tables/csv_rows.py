"""Rows of tables as text: commas, semicolons, tabs or bars between the cells."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import BinaryIO

from storage.article_import.encodings.find_codec import find_codec
from storage.article_import.formats.tables.rows import Row, Table
from storage.errors import ReadError
from storage.limits import LARGEST_FILE

_DELIMITERS = ",;\t|"
_SAID = re.compile(r"\s*\"?sep=([,;\t|])\"?\s*", re.IGNORECASE)
_LOOKED_AT = 2**18
"""Bytes by which the encoding is told."""


def read_csv(stream: BinaryIO, delimiters: str = _DELIMITERS) -> Table:
    """Return the table that a text holds; its first row names the columns.

    The delimiter is the one that a first line `sep=;` names, as Excel reads it, else that of
    `delimiters` that parts the first row most often. `ReadError`, in
    words that follow a file's name, for an empty one, and while reading for a cell without end.
    """
    records = read_records(stream, delimiters)
    names = tuple(name.strip() for name in next(records, []))
    if not any(names):
        raise ReadError("has no row that names its columns")
    return Table(names, _read_rows(names, records))


def read_records(stream: BinaryIO, delimiters: str = _DELIMITERS) -> Iterator[list[str]]:
    """Return all rows, empty ones too, the one that names the columns first; see `read_csv`.

    `ReadError` while reading for a cell without end.
    """
    csv.field_size_limit(min(LARGEST_FILE, sys.maxsize))
    start = stream.read(_LOOKED_AT)
    stream.seek(0)
    codec = find_codec(start, is_cut=len(start) == _LOOKED_AT)
    lines = io.TextIOWrapper(stream, codec, errors="replace", newline="")
    head = _read_head(lines)
    said = _SAID.fullmatch(head)
    delimiter = said[1] if said else max(delimiters, key=lambda one: len(_parse_line(head, one)))
    lines.seek(0)
    told = islice(_clean(lines), 1 if said else 0, None)
    try:
        yield from csv.reader(told, delimiter=delimiter)
    except csv.Error as error:
        raise ReadError(f"is a table with a cell that does not end ({error})") from error


def _read_head(lines: io.TextIOWrapper) -> str:
    """Return the first row, which may have line breaks inside quotes."""
    head = ""
    for line in _clean(lines):
        head += line
        if head.count('"') % 2 == 0 or len(head) > _LOOKED_AT:
            break
    return head


def _parse_line(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(line.splitlines(keepends=True), delimiter=delimiter), [])
    except csv.Error:
        return []


def _clean(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\0", "").removeprefix("\ufeff")


def _read_rows(names: tuple[str, ...], records: Iterator[list[str]]) -> Iterator[Row]:
    for record in records:
        if any(record):
            yield dict(zip(names, record, strict=False))
