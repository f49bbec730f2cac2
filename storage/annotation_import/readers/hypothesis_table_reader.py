"""Reading the table that the sidebar of Hypothesis exports: a row for each annotation, as CSV.

It has no ids: an annotation is known by its page, its words, who made it and when.
"""

from __future__ import annotations

from collections import Counter

from storage.annotation_import.annotation_format import AnnotationFile, AnnotationFormat
from storage.annotation_import.incoming import (
    IncomingAnnotation,
    IncomingDocument,
    Mention,
    clean_tags_and_note,
)
from storage.annotation_import.readers.table_rows import Row, list_rows
from storage.annotation_import.readers.written_times import read_written_time
from storage.article_import.annotation_files import is_sidebar_table
from storage.clock import now
from storage.export.interchange.identifiers import make_library_id

_WORDS = ("quote", "quote/description")
_KINDS = ("type", "annotation/reply type")
_NOTES = ("comment", "body")
_AUTHORS = ("author", "user")
_TIMES = ("created at", "creation date")


def _read(file: AnnotationFile) -> IncomingDocument:
    received = IncomingDocument()
    told: Counter[str] = Counter()
    for row in list_rows(file.text, _WORDS):
        name = f"row {row.number}"
        if row.get(*_KINDS).casefold() == "reply":
            said = "is a reply, and a table does not say to what; export as JSON to keep it"
            received.left_out.append((name, said))
        elif not row.get("url") and not row.get(*_WORDS):
            received.left_out.append((name, "has neither an address nor a quote"))
        else:
            received.annotations.append(_read_row(row, name, told))
    return received


def _read_row(row: Row, name: str, told: Counter[str]) -> IncomingAnnotation:
    address, words, author = row.get("url"), row.get(*_WORDS), row.get(*_AUTHORS)
    written = row.get(*_TIMES)
    tags, note = clean_tags_and_note(row.get("tags").split(","), [row.get(*_NOTES)])
    made = read_written_time(written) or now()
    key = "\n".join(("hypothesis", address, words, author, written))
    told[key] += 1  # times are told by the minute
    own = make_library_id(f"{key}\n{told[key]}")
    return IncomingAnnotation(
        own, name, (Mention(address, quote=words),), tags, note, made, made, author
    )


HYPOTHESIS_TABLE = AnnotationFormat(
    "hypothesis-csv", "tables of Hypothesis", lambda file: is_sidebar_table(file.data), _read
)
"""What the sidebar of Hypothesis exports as CSV."""
