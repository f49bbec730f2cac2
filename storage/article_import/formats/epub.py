"""E-books in EPUB: the parts of the book in their order, by a small reader over the archive."""

from __future__ import annotations

import io
import posixpath
import re
from typing import Any
from urllib.parse import unquote, urlsplit

from storage.article_import.decode_text import decode_page
from storage.article_import.formats.archive_parts import ArchiveParts, open_parts
from storage.article_import.formats.epub_locks import refuse_if_locked
from storage.article_import.formats.markup.html_text import extract_text, parse_html, parse_xml
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.errors import ReadError
from storage.limits import LARGEST_BOOK, MOST_CHAPTERS
from storage.wording.plural import inflect, pluralize
from storage.wording.written_dates import read_date

_FIRST_ENTRY = re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL)
_DOCUMENTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")

EPUB = InputFormat(
    name="epub",
    called="an EPUB",
    read=lambda document: read_epub(document.data),
    endings=(".epub",),
    content_types=("application/epub+zip",),
    looks_like=lambda data: _FIRST_ENTRY.match(data) is not None,
    articles="EPUB",
    is_long=True,
)


def read_epub(data: bytes) -> ParsedArticle:
    """Return text and metadata of a book.

    `ReadError` where it is damaged, locked, or larger than any book.
    """
    with open_parts(io.BytesIO(data), "an EPUB", "a book", LARGEST_BOOK) as parts:
        return _Book(parts).parse()


class _Book:
    def __init__(self, parts: ArchiveParts) -> None:
        self._parts = parts

    def parse(self) -> ParsedArticle:
        container = parse_xml(self._parts.read("META-INF/container.xml"))
        paths = (
            [] if container is None else container.xpath("//*[local-name()='rootfile']/@full-path")
        )
        if not paths:
            raise ReadError("is damaged or not an EPUB")
        package = parse_xml(self._parts.read(str(paths[0])))
        if package is None:
            raise ReadError("is damaged or not an EPUB")
        names = _list_spine(package, posixpath.dirname(str(paths[0])))
        if len(names) > MOST_CHAPTERS:
            raise ReadError("has too many parts for a book")
        refuse_if_locked(self._parts.names, names, self._parts.read)
        missing = sum(name not in self._parts.names for name in names)
        parts = [self._extract_text(name) for name in names if name in self._parts.names]
        text = "\n\n".join(part for part in parts if part)
        if not text:
            raise ReadError("has no text")
        language = "".join(_read_metadata(package, "language")[:1])
        published = (read_date(said, language).date for said in _read_metadata(package, "date"))
        return ParsedArticle(
            text,
            ", ".join(_read_metadata(package, "title")[:1]),
            ", ".join(_read_metadata(package, "publisher")[:1]),
            ", ".join(_read_metadata(package, "creator")[:5]),
            next(filter(None, published), ""),
            notice=f"was read only in part: {_count_missing(missing)}" if missing else "",
        )

    def _extract_text(self, name: str) -> str:
        root = parse_html(decode_page(self._parts.read(name))).root
        return "" if root is None else extract_text(root)


def _list_spine(package: Any, folder: str) -> list[str]:
    """Return the names of the book's parts, in reading order."""
    items = {
        str(item.get("id")): str(item.get("href") or "")
        for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")
        if item.get("media-type") in _DOCUMENTS
        and "nav" not in (item.get("properties") or "").split()
    }
    wanted = package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref")
    return [
        posixpath.normpath(posixpath.join(folder, unquote(urlsplit(items[str(one)]).path)))
        for one in wanted
        if str(one) in items
    ]


def _count_missing(count: int) -> str:
    return f"{pluralize(count, 'part')} it lists {inflect(count, 'is', 'are')} missing"


def _read_metadata(package: Any, name: str) -> list[str]:
    found = package.xpath(f"//*[local-name()='metadata']/*[local-name()='{name}']")
    return [said for said in (" ".join("".join(one.itertext()).split()) for one in found) if said]
