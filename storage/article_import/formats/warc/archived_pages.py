"""What a web archive holds: its pages to choose from, and those that were chosen."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import BinaryIO, NamedTuple

from storage.article_import.formats.archive_parts import open_parts
from storage.article_import.formats.warc.captured_pages import (
    CapturedPage,
    iterate_pages,
    read_captured_page,
    read_title,
)
from storage.article_import.formats.warc.record_starts import LOOKED_AT, begins_record
from storage.article_import.formats.warc.warc_records import (
    Gap,
    open_records,
)
from storage.article_import.input_format import Document
from storage.article_import.parsed import FeedEntry, LeftOut, Listing, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_ARCHIVE, MOST_RECORDS
from storage.wording.plural import pluralize
from storage.wording.terminal_text import shorten

_TITLE = 200
_NEAR = 2**26
"""Bytes that are read rather than jumped over: a part of a ZIP archive goes forward only."""


class _Part(NamedTuple):
    """A file of records; all of the document, or one part of a ZIP archive."""

    name: str
    """Its name in the ZIP archive; empty outside one."""
    stream: BinaryIO
    size: int | None


_Place = tuple[str, int]
"""A record: the name of its part, and its offset there."""


@contextmanager
def _open_parts(document: Document) -> Iterator[Iterator[_Part]]:
    """Open the files of records in a document; `ReadError` where it has none."""
    with document.open() as file:
        start = file.read(LOOKED_AT)
        size = file.seek(0, 2)
        if not start.startswith(b"PK"):
            if not begins_record(start):
                raise ReadError("is damaged or not a WARC file")
            yield iter([_make_part("", file, size)])
        elif not zipfile.is_zipfile(file):
            # Its end is missing, and with it the list of its parts; records are found without.
            yield iter([_make_part("", file, size)])
        else:
            with open_parts(file, "a WACZ file", "a web archive", LARGEST_ARCHIVE) as parts:
                names = sorted(filter(_is_records, parts.names))
                if not names:
                    raise ReadError("has no web archive in it")
                yield (_make_part(name, *parts.open(name)) for name in names)


def _is_records(name: str) -> bool:
    return name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))


def _make_part(name: str, file: BinaryIO, size: int) -> _Part:
    return _Part(name, *open_records(file, size))


def list_pages(document: Document) -> Listing:
    """Return the pages of an archive, each capture by itself, with the day of it.

    `FeedEntry.record` is the offset of its record and, in a ZIP archive, the name of its part.
    `ReadError` where there are none.
    """
    entries: list[FeedEntry] = []
    gaps = 0
    notes: list[str] = []
    with _open_parts(document) as parts:
        for found, part in _iterate(parts):
            if isinstance(found, Gap):
                gaps += 1
            elif len(entries) < MOST_RECORDS:
                entries.append(_make_entry(found, part))
            else:
                notes.append(f"Only the first {MOST_RECORDS:,} pages are listed")
                break
    if gaps:
        stretches = pluralize(gaps, "stretch", "stretches")
        notes.append(f"The archive is damaged or cut off: {stretches} of it could not be read")
    if not entries:
        damaged = " that can be read; it is damaged or cut off" if gaps else ""
        raise ReadError(f"has no web pages in it{damaged}")
    return Listing("", entries, note=". ".join(notes))


def _iterate(parts: Iterator[_Part]) -> Iterator[tuple[CapturedPage | Gap, _Part]]:
    for part in parts:
        for found in iterate_pages(part.stream, part.size):
            yield found, part


def _make_entry(page: CapturedPage, part: _Part) -> FeedEntry:
    return FeedEntry(
        shorten(read_title(page), _TITLE) or page.address,
        page.address,
        published=page.captured[:10],
        record=f"{page.offset} {part.name}".rstrip(),
    )


def read_wanted(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield what was chosen of a listing, in the order in which it stands in the archive."""
    places = sorted(map(_parse_place, document.wanted))
    wanted = {name: [offset for _, offset in group] for name, group in groupby(places, _get_name)}
    with _open_parts(document) as parts:
        for part in parts:
            yield from _read_places(part, wanted.pop(part.name, []))
    for name, offsets in wanted.items():
        yield from (_make_missing(name, offset) for offset in offsets)


def _read_places(part: _Part, offsets: list[int]) -> Iterator[ParsedArticle | LeftOut]:
    left = offsets[::-1]
    while left:
        start = left[-1]
        for page in iterate_pages(part.stream, part.size, start):
            while left and left[-1] < page.offset:
                yield _make_missing(part.name, left.pop())
            if left and left[-1] == page.offset and not isinstance(page, Gap):
                left.pop()
                yield read_captured_page(page)
            if not left or left[-1] - page.offset > _NEAR:
                break
        else:
            yield from (_make_missing(part.name, offset) for offset in reversed(left))
            return


def _parse_place(record: str) -> _Place:
    offset, _, name = record.partition(" ")
    return name, int(offset)


def _get_name(place: _Place) -> str:
    return place[0]


def _make_missing(name: str, offset: int) -> LeftOut:
    inside = f" of {name}" if name else ""
    return LeftOut(f"the page at byte {offset:,}{inside}", "is not there any more")
