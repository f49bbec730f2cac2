"""Reading the table that Readwise exports: a row for each highlight, as CSV."""

from __future__ import annotations

from collections.abc import Iterator

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import IncomingAnnotation, IncomingDocument, Mention
from storage.annotation_import.readers.highlights import add_highlights, make_highlight
from storage.annotation_import.readers.table_rows import list_rows
from storage.annotation_import.readers.written_times import read_written_time
from storage.article_import.annotation_files import is_readwise

_WORDS = ("highlight",)
_TITLES = ("book title", "document title", "title")
_AUTHORS = ("book author", "document author", "author")
_ADDRESSES = ("url", "source url", "document url")
_TIMES = ("highlighted at", "date")


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    add_highlights(received, _list_highlights(file, received))
    return received


def _list_highlights(
    file: AnnotationFile, received: IncomingDocument
) -> Iterator[IncomingAnnotation]:
    for row in list_rows(file.text, _WORDS):
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


READWISE = AnnotationFormat(
    "readwise", "Readwise highlights", lambda file: is_readwise(file.data), _read
)
"""What Readwise exports as CSV."""
