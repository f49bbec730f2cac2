"""Reading the table that Readwise exports: a row for each highlight, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import IncomingAnnotation, IncomingDocument, Mention
from storage.annotation_import.readers.highlights import add_highlights, make_highlight
from storage.annotation_import.readers.written_times import read_written_time
from storage.errors import ExchangeError

_WORDS = ("highlight",)
_TITLES = ("book title", "document title", "title")
_AUTHORS = ("book author", "document author", "author")
_ADDRESSES = ("url", "source url", "document url")
_TIMES = ("highlighted at", "date")
_LONGEST = 1_000_000
"""Characters of a cell."""


class _Row(NamedTuple):
    """A row of the table, by the names of its columns in small letters."""

    number: int
    """Counted from 1, without the row of names."""
    cells: Mapping[str, str]

    def get(self, *names: str) -> str:
        """Return the first cell under one of these names that is not empty."""
        return next(filter(None, (self.cells.get(name, "").strip() for name in names)), "")


def _is_readwise(file: AnnotationFile) -> bool:
    """Tell whether a file looks like a table of highlights."""
    first = file.beginning.lstrip().partition("\n")[0]
    names = {name.strip(' "\r').lower() for name in first.split(",")}
    return not names.isdisjoint(_WORDS) and not names.isdisjoint(_TITLES)


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    add_highlights(received, _list_highlights(file, received))
    return received


def _list_highlights(
    file: AnnotationFile, received: IncomingDocument
) -> Iterator[IncomingAnnotation]:
    for row in _list_rows(file.text):
        title, words = row.get(*_TITLES), row.get(*_WORDS)
        name = f"row {row.number} (“{title}”)" if title else f"row {row.number}"
        if not words:
            received.left_out.append((name, "has no highlighted words"))
            continue
        yield make_highlight(
            name,
            Mention(row.get(*_ADDRESSES), title=title, author=row.get(*_AUTHORS), quote=words),
            [row.get("note")],
            [row.get("tags")],
            read_written_time(row.get(*_TIMES)),
        )


def _list_rows(text: str) -> list[_Row]:
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    before = csv.field_size_limit(_LONGEST)
    try:
        names = [name.strip().lower() for name in next(table, [])]
        if set(names).isdisjoint(_WORDS):
            raise ExchangeError("its first line names no column “Highlight”")
        return [
            _Row(number, dict(zip(names, cells, strict=False)))
            for number, cells in enumerate(filter(None, table), 1)
        ]
    except csv.Error as error:
        raise ExchangeError(f"its table cannot be read on line {table.line_num}") from error
    finally:
        csv.field_size_limit(before)


READWISE = AnnotationFormat("readwise", "Readwise highlights", _is_readwise, _read)
"""What Readwise exports as CSV."""
