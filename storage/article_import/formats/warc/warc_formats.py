"""The formats of web archives: a file of records, or a ZIP archive with some of them."""

from __future__ import annotations

from collections.abc import Iterator

from storage.article_import.formats.warc.record_starts import LOOKED_AT, begins_record
from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import LeftOut, Listing, ParsedArticle
from storage.errors import ReadError
from storage.wording.extras import tell_how_to_install


def _looks_like_wacz(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"datapackage.json" in data and b"archive/" in data


def _read(document: Document) -> Listing | Iterator[ParsedArticle | LeftOut]:
    from storage.article_import.formats.warc.archived_pages import list_pages, read_wanted

    try:
        import warcio  # noqa: F401
    except ImportError:
        raise ReadError(
            f"is a web archive; what reads it is missing: {tell_how_to_install('warc')}"
        ) from None
    return read_wanted(document) if document.wanted else list_pages(document)


WARC = InputFormat(
    name="warc",
    called="a WARC file",
    read=_read,
    endings=(".warc", ".warc.gz"),
    content_types=("application/warc",),
    looks_like=lambda data: begins_record(data[:LOOKED_AT]),
    articles="WARC files",
    is_unmistakable=True,
    is_long=True,
    is_read_in_place=True,
)
WACZ = InputFormat(
    name="wacz",
    called="a WACZ file",
    read=_read,
    endings=(".wacz",),
    content_types=("application/wacz", "application/x-wacz"),
    looks_like=_looks_like_wacz,
    articles="WACZ files",
    is_long=True,
    is_read_in_place=True,
)
