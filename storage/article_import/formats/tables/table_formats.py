"""The formats that tables come in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from storage.article_import.formats.tables.columns import choose_columns
from storage.article_import.formats.tables.csv_rows import read_csv
from storage.article_import.formats.tables.json_rows import read_json_array, read_json_lines
from storage.article_import.formats.tables.parquet_rows import read_parquet
from storage.article_import.formats.tables.row_articles import read_table
from storage.article_import.formats.tables.rows import Table
from storage.article_import.formats.tables.xlsx_rows import read_xlsx
from storage.article_import.input_format import Document, InputFormat, take_beginning
from storage.article_import.parsed import LeftOut, Listing, ParsedArticle

_NAMES = re.compile(rb'"([^"\\]{1,40})"\s*:')
_LONGEST = 40
"""Characters of the name of a column, where a table is told by them."""
_NO_ARTICLES = frozenset(("target", "@context", "annotations", "motivation", "itemType"))
"""Names in annotations, which have texts and titles too."""

_Read = Callable[[Document], Listing | Iterator[ParsedArticle | LeftOut]]


def _read_with(read: Callable[[BinaryIO], Table]) -> _Read:
    def read_document(document: Document) -> Listing | Iterator[ParsedArticle | LeftOut]:
        stream = document.open()
        found = read_table(read(stream), document.columns, document.wanted)
        if isinstance(found, Listing):
            stream.close()
        return found  # articles are read from the stream while they are asked for

    return read_document


def _read_tabs(stream: BinaryIO) -> Table:
    return read_csv(stream, "\t")


def _looks_like_csv(data: bytes) -> bool:
    """Tell whether the first row names texts and something else, as no first line of prose does."""
    return _names_columns(data, ",;|")


def _looks_like_tabs(data: bytes) -> bool:
    return _names_columns(data, "\t")


def _names_columns(data: bytes, delimiters: str) -> bool:
    line = next(iter(take_beginning(data).decode("utf-8", "replace").splitlines()), "")
    rows = ([name.strip('" ') for name in line.split(one)] for one in delimiters)
    columns = (choose_columns(row) for row in rows if max(map(len, row), default=99) <= _LONGEST)
    return any("text" in one and len(one) > 1 for one in columns)


def _looks_like_xlsx(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"xl/workbook.xml" in data


def _looks_like_lines(data: bytes) -> bool:
    """Tell whether the first line is an object of an article, and a second one begins."""
    first, _, rest = take_beginning(data).partition(b"\n")
    return rest.lstrip().startswith(b"{") and _has_texts(first)


def _looks_like_array(data: bytes) -> bool:
    """Tell whether names of columns that texts have stand at the beginning of an array."""
    start = take_beginning(data)
    begun = start.startswith(b"[") or (start.startswith(b"{") and b"[" in start)
    names = [one.decode("utf-8", "replace") for one in _NAMES.findall(start)] if begun else []
    told = set(choose_columns(names))
    is_list = {"text", "title"} <= told or ({"url", "title"} <= told and b"://" in start)
    return is_list and _NO_ARTICLES.isdisjoint(names)


def _has_texts(line: bytes) -> bool:
    try:
        held = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and "text" in choose_columns(list(held))


CSV = InputFormat(
    name="csv",
    called="a table",
    read=_read_with(read_csv),
    endings=(".csv",),
    content_types=("text/csv", "application/csv"),
    looks_like=_looks_like_csv,
    within=("text",),
    articles="tables (CSV, XLSX, JSON Lines, Parquet)",
    is_long=True,
    is_read_in_place=True,
)
TSV = InputFormat(
    name="tsv",
    called="a table",
    read=_read_with(_read_tabs),
    endings=(".tsv", ".tab"),
    content_types=("text/tab-separated-values",),
    looks_like=_looks_like_tabs,
    within=("text",),
    is_long=True,
    is_read_in_place=True,
)
XLSX = InputFormat(
    name="xlsx",
    called="an Excel workbook",
    read=_read_with(read_xlsx),
    endings=(".xlsx", ".xlsm"),
    content_types=("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
    looks_like=_looks_like_xlsx,
    is_long=True,
    is_read_in_place=True,
)
PARQUET = InputFormat(
    name="parquet",
    called="a Parquet file",
    read=lambda document: read_table(
        read_parquet(document.path), document.columns, document.wanted
    ),
    endings=(".parquet",),
    content_types=("application/vnd.apache.parquet", "application/x-parquet"),
    looks_like=lambda data: data.startswith(b"PAR1"),
    is_long=True,
    is_read_in_place=True,
)
JSON_LINES = InputFormat(
    name="json_lines",
    called="a list of articles in JSON",
    read=_read_with(read_json_lines),
    endings=(".jsonl", ".ndjson", ".jsonlines"),
    content_types=("application/x-ndjson", "application/jsonl", "application/x-jsonlines"),
    looks_like=_looks_like_lines,
    is_long=True,
    is_read_in_place=True,
)
JSON_ARRAY = InputFormat(
    name="json",
    called="a list of articles in JSON",
    read=_read_with(read_json_array),
    content_types=("application/json",),
    looks_like=_looks_like_array,
    is_long=True,
)
