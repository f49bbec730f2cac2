"""The records of a WARC file (ISO 28500), also of one that is damaged or cut off.

warcio reads the records. What it passes over in silence is told here: it takes what it cannot
unpack for the end of the file.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Generator, Iterator
from contextlib import suppress
from io import BufferedReader
from typing import Any, BinaryIO, NamedTuple, cast
from zipfile import BadZipFile

from storage.article_import.formats.warc.record_starts import (
    BEGINS,
    GZIP,
    LOOKED_AT,
    begins_record,
)

_DAMAGED = (EOFError, OSError, zlib.error, BadZipFile)
"""What streams raise that unpack."""
_NEXT = re.compile(GZIP + rb"|(?<=\n)" + BEGINS)
"""Where a record may begin."""
_LONGEST_LINE = 2**16
"""Bytes of a header; what has none of them is no WARC, or unpacks without end."""
_PIECE = 2**20
_OVERLAP = 8
"""Bytes of a piece that are looked at with the next one: more than a mark has."""


class WarcRecord(NamedTuple):
    """One record, whose content is to be read before the next one is asked for."""

    offset: int
    """Where it begins, in bytes of the stream."""
    headers: Any
    """warcio's `StatusAndHeaders`."""
    content: Any
    """warcio's `LimitReader`; its `limit` is how many bytes of it are still to come."""


class Gap(NamedTuple):
    """A stretch that is damaged or cut off; what follows it is read."""

    offset: int


class _PackedAsOneError(Exception):
    """All records are one stream of gzip, so that none can be found by itself."""


def open_records(file: BinaryIO, size: int) -> tuple[BinaryIO, int | None]:
    """Return the stream that `iterate_records` reads, and how many bytes it has, if that is known.

    That is `file` with its `size`, where each record is packed by itself or none is, as it should
    be. A file that was packed as a whole is unpacked from its beginning. Where either is damaged,
    the stream ends.
    """
    known: int | None = size
    file.seek(0)
    if file.read(len(GZIP)) == GZIP:
        records = _iterate_whole(file, 0)
        try:
            next(records, None)
            next(records, None)
        except _PackedAsOneError:
            file.seek(0)
            file, known = cast("BinaryIO", gzip.GzipFile(fileobj=file)), None
    return cast("BinaryIO", _UntilDamaged(file)), known


class _UntilDamaged:
    """A stream that ends where it cannot be unpacked any further."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = cast("BufferedReader", stream)

    def read(self, size: int) -> bytes:
        parts: list[bytes] = []
        with suppress(*_DAMAGED):
            # Not all at once, as what raises gives back nothing of what it read before.
            while size > 0 and (part := self._stream.read1(size)):
                parts.append(part)
                size -= len(part)
        return b"".join(parts)

    def seek(self, offset: int) -> None:
        with suppress(*_DAMAGED):
            self._stream.seek(offset)

    def tell(self) -> int:
        return self._stream.tell()


def iterate_records(
    stream: BinaryIO, size: int | None, start: int = 0
) -> Iterator[WarcRecord | Gap]:
    """Yield the records from offset `start` on, and a `Gap` where some cannot be read.

    `size` is how many bytes the stream has, None where nobody knows.
    """
    at: int | None = start
    while at is not None:
        stream.seek(at)
        damaged = yield from _iterate_whole(stream, at, size)
        if damaged is None:
            return
        yield Gap(damaged)
        at = _find_next(stream, damaged + 1)


def _iterate_whole(
    stream: BinaryIO, start: int, size: int | None = None
) -> Generator[WarcRecord, None, int | None]:
    """Yield records up to one that is damaged; return where that begins, None where none is."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream.seek(start)
    records = ArchiveIterator(stream, no_record_parse=True)
    records.reader = _make_reader(stream)
    try:
        for record in records:
            offset: int = records.offset
            if record.format != "warc" or record.length is None:
                return offset
            yield WarcRecord(offset, record.rec_headers, record.raw_stream)
            records.read_to_end()
            if records.reader.decompressor and records.next_line:
                if offset == 0:
                    raise _PackedAsOneError
                return int(records.offset)
            if record.raw_stream.limit:
                return offset
    except (ArchiveLoadFailed, ValueError, *_DAMAGED):
        return int(records.offset)
    end = int(records.offset)
    return end if size is not None and end < size else None


def _make_reader(stream: BinaryIO) -> Any:
    from warcio.bufferedreaders import DecompressingBufferedReader

    class _Reader(DecompressingBufferedReader):  # type: ignore[misc]
        def readline(self, length: int | None = None) -> bytes:
            line: bytes = super().readline(min(length or _LONGEST_LINE, _LONGEST_LINE))
            if len(line) == _LONGEST_LINE:
                raise ValueError("a header without end")
            return line

    return _Reader(stream)


def _find_next(stream: BinaryIO, at: int) -> int | None:
    """Return where the next record begins, at or after `at`; None where none does."""
    stream.seek(at)
    held = b""
    while piece := stream.read(_PIECE):
        held += piece
        for found in _NEXT.finditer(held):
            offset = at + found.start()
            stream.seek(offset)
            if begins_record(stream.read(LOOKED_AT)):
                return offset
        held, seen = held[-_OVERLAP:], len(held)
        stream.seek(at + seen)
        at += seen - len(held)
    return None
