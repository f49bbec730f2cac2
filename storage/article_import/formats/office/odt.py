"""OpenDocument texts (.odt), as LibreOffice writes them, and in one file of XML (.fodt)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.formats.archive_parts import ArchiveParts, open_parts
from storage.article_import.formats.markup.html_text import parse_xml
from storage.article_import.formats.office.odt_text import OdtText
from storage.article_import.formats.office.paragraphs import Paragraph
from storage.article_import.formats.office.written_article import Properties, read_written
from storage.article_import.formats.office.xml_events import iterate_paragraphs
from storage.article_import.input_format import Document, InputFormat, take_beginning
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_DOCUMENT

_FIRST_ENTRY = re.compile(
    rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL
)
_FLAT = re.compile(rb"(?:<\?xml[^>]*>\s*)?<office:document\s[^>]*opendocument\.text\b", re.DOTALL)
_END_OF_META = b"</office:meta>"
_TOP = 2**16
"""Bytes in which a document of one file says what it is of."""
_MANIFEST = "META-INF/manifest.xml"

ODT = InputFormat(
    name="odt",
    called="an OpenDocument text",
    read=lambda document: read_odt(document),
    endings=(".odt", ".ott", ".fodt"),
    content_types=(
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-flat-xml",
    ),
    looks_like=lambda data: _FIRST_ENTRY.match(data) is not None or _is_flat(data),
    articles="OpenDocument",
    is_long=True,
    is_read_in_place=True,
)


def _is_flat(data: bytes) -> bool:
    """Tell whether a document is one file of XML."""
    return _FLAT.match(take_beginning(data)) is not None


def read_odt(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield text and properties of a document, its notes at the end; see `read_written`.

    `ReadError` where it is damaged, locked, or larger than any document.
    """
    with document.open() as file:
        top = file.read(_TOP)
    if _is_flat(top):
        yield from _read_flat(document, top)
        return
    with (
        document.open() as file,
        open_parts(file, "an OpenDocument text", "a document", LARGEST_DOCUMENT) as parts,
    ):
        if _MANIFEST in parts.names and b":encryption-data" in parts.read(_MANIFEST):
            raise ReadError("is password-protected")
        text = OdtText()
        paragraphs = _iterate_paragraphs(parts, text)
        yield from read_written(paragraphs, _read_properties(parts), _iterate_notices(text))


def _read_flat(document: Document, top: bytes) -> Iterator[ParsedArticle | LeftOut]:
    head, end, _ = top.partition(_END_OF_META)
    meta = parse_xml(head + end + b"</office:document>") if end else None
    text = OdtText()
    with document.open() as file:
        pieces = iter(lambda: file.read(_TOP), b"")
        paragraphs = _add_notes(iterate_paragraphs(pieces, text), text)
        yield from read_written(paragraphs, _take_properties(meta), _iterate_notices(text))


def _iterate_paragraphs(parts: ArchiveParts, text: OdtText) -> Iterator[Paragraph]:
    if "styles.xml" in parts.names:
        for _ in iterate_paragraphs(parts.stream("styles.xml"), text):
            pass  # heads and feet of pages
    yield from _add_notes(iterate_paragraphs(parts.stream("content.xml"), text), text)


def _add_notes(paragraphs: Iterator[Paragraph], text: OdtText) -> Iterator[Paragraph]:
    yield from paragraphs
    for number, note in enumerate(text.notes, 1):
        for place, paragraph in enumerate(note):
            mark = "" if place else f"[{number}] "
            yield paragraph._replace(text=mark + paragraph.text)


def _iterate_notices(text: OdtText) -> Iterator[str]:
    if text.has_changes:
        yield "has tracked changes, which were read as accepted"


def _read_properties(parts: ArchiveParts) -> Properties:
    return _take_properties(
        parse_xml(parts.read("meta.xml")) if "meta.xml" in parts.names else None
    )


def _take_properties(root: Any) -> Properties:
    if root is None:
        return Properties()
    told = {str(one.tag).rpartition("}")[2]: "".join(one.itertext()) for one in root.iter("{*}*")}
    return Properties(
        told.get("title", ""),
        told.get("initial-creator") or told.get("creator", ""),
        told.get("creation-date", ""),
        told.get("date", ""),
    )
