"""Articles out of rows: some at once, many to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.formats.tables.columns import (
    Columns,
    choose_columns,
    describe_columns,
)
from storage.article_import.formats.tables.rows import Row, Table
from storage.article_import.parsed import FeedEntry, LeftOut, Listing, ParsedArticle
from storage.errors import ReadError
from storage.limits import MOST_RECORDS
from storage.web_addresses import has_web_scheme
from storage.wording.terminal_text import shorten
from storage.wording.written_dates import describe_readings, read_date

AT_ONCE = 50
"""Rows up to which all of a table is added: as many as a person may have typed."""
_TITLE = 200
_BEGINNING = 80
"""Characters of a text that stand for its title in a list."""
_MARKUP = re.compile(r"</(?:p|div|br|li|span|a|h\d)>|<(?:br|p)\s*/?>", re.IGNORECASE)


def read_table(
    table: Table, said: str = "", wanted: tuple[str, ...] = ()
) -> Listing | Iterator[ParsedArticle | LeftOut]:
    """Return the articles of a table, or a listing of them where there are many.

    `said` names columns, see `choose_columns`; `wanted` has the numbers of the rows to read, from
    1. A table of addresses without texts is a listing of what can be fetched. `ReadError`, in words
    that follow a file's name, where there are neither texts nor addresses.
    """
    columns = choose_columns(table.names, said)
    if "text" not in columns and "url" not in columns:
        named = ", ".join(filter(None, table.names))
        raise ReadError(f"has no column of texts, only {named}; name it with --columns text=NAME")
    rows = enumerate(table.rows, 1)
    if wanted:
        return _read_wanted(rows, columns, wanted)
    first = list(islice(rows, AT_ONCE + 1))
    if len(first) <= AT_ONCE and "text" in columns:
        return _read_all(first, columns)
    return _list_rows(first, rows, columns)


def _read_all(rows: list[tuple[int, Row]], columns: Columns) -> Iterator[ParsedArticle | LeftOut]:
    if not rows:
        raise ReadError("is a table without rows")
    for number, row in rows:
        yield _make_article(number, row, columns)


def _read_wanted(
    rows: Iterator[tuple[int, Row]], columns: Columns, wanted: tuple[str, ...]
) -> Iterator[ParsedArticle | LeftOut]:
    left = set(map(int, wanted))
    for number, row in rows:
        if number in left:
            yield _make_article(number, row, columns)
            left.discard(number)
            if not left:
                return


def _list_rows(
    first: list[tuple[int, Row]], rows: Iterator[tuple[int, Row]], columns: Columns
) -> Listing:
    entries = [_make_entry(number, row, columns) for number, row in first]
    entries += [_make_entry(*one, columns) for one in islice(rows, MOST_RECORDS - len(entries))]
    if next(rows, None) is not None:
        raise ReadError(f"has more than {MOST_RECORDS:,} rows; split it")
    return Listing("", entries, note=f"Columns: {describe_columns(columns)}")


def _make_entry(number: int, row: Row, columns: Columns) -> FeedEntry:
    address = _take(row, columns, "url")
    beginning = _take(row, columns, "text")[: 2 * _BEGINNING]
    title = _take(row, columns, "title") or shorten(" ".join(beginning.split()), _BEGINNING)
    return FeedEntry(
        shorten(" ".join(title.split()), _TITLE) or address or f"row {number}",
        address,
        _take(row, columns, "author"),
        read_date(_take(row, columns, "published")).date,
        record=str(number) if "text" in columns else "",
    )


def _make_article(number: int, row: Row, columns: Columns) -> ParsedArticle | LeftOut:
    text = _read_text(_take(row, columns, "text"))
    if not text:
        return LeftOut(f"row {number}", "has no text")
    address, written = _take(row, columns, "url"), _take(row, columns, "published")
    found = read_date(written)
    notice = ""
    if found.readings:
        notice = f"has no date: {describe_readings(written, found.readings)}"
    return ParsedArticle(
        text,
        " ".join(_take(row, columns, "title").split())[:300],
        _take(row, columns, "outlet"),
        _take(row, columns, "author"),
        found.date,
        address if has_web_scheme(address) else "",
        notice,
        citation_key=_take(row, columns, "citation_key"),
    )


def _read_text(written: str) -> str:
    """Return a text as it is stored; markup is read as a page's is."""
    if _MARKUP.search(written):
        root = parse_html(f"<div>{written}</div>").root
        return extract_text(root) if root is not None else ""
    return written.replace("\r\n", "\n").replace("\r", "\n").strip()


def _take(row: Row, columns: Columns, field: str) -> str:
    return (row.get(columns.get(field, "")) or "").strip()
