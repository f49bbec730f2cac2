"""The databases whose exports are read, and the articles of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from storage.article_import.decode_text import decode, decode_page
from storage.article_import.formats.database_exports.documents import (
    Service,
    split_blocks,
    split_documents,
)
from storage.article_import.formats.database_exports.europresse import EUROPRESSE
from storage.article_import.formats.database_exports.factiva import FACTIVA
from storage.article_import.formats.database_exports.nexis import NEXIS
from storage.article_import.formats.database_exports.proquest import PROQUEST
from storage.article_import.formats.database_exports.wiso import WISO
from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.input_format import Document, InputFormat, take_beginning
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError

_T = TypeVar("_T")

SERVICES = (WISO, EUROPRESSE, PROQUEST, FACTIVA, NEXIS)
_ADVICE = "export it again as DOCX or RTF with the full text, one document below the other"
_IN_PAGES = (b"activa", b"GENIOS", b"Genios", b"uropresse", "news·".encode(), b"news&middot;")
"""What is in each page that is an export."""
_BEGINNING = 2**18
"""Characters by which an export is recognised: a list of all its documents may come first."""


def find_service(text: str) -> Service | None:
    """Return the database whose export begins so; None where it is none."""
    return next((one for one in SERVICES if one.is_export(text)), None)


def look_ahead(
    pieces: Iterable[_T], get_text: Callable[[_T], str]
) -> tuple[Service | None, Iterator[_T]]:
    """Return the database that paragraphs are exported from, if any, and all of the paragraphs."""
    rest = iter(pieces)
    first: list[_T] = []
    room = _BEGINNING
    for piece in rest:
        first.append(piece)
        room -= len(get_text(piece))
        if room < 0:
            break
    return find_service("\n\n".join(map(get_text, first))[:_BEGINNING]), chain(first, rest)


def read_documents(service: Service, blocks: Iterable[str]) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the articles of an export, those that stand twice in it with a notice.

    What is not surely recognised is left out by its headline, else by its number. `ReadError` where
    there is no document in it.
    """
    seen: set[bytes] = set()
    number = 0
    for document in split_documents(blocks, service.find_edge):
        found = service.read(document)
        if found is None:
            continue
        number += 1
        if isinstance(found, LeftOut):
            name = f"“{found.name}”" if found.name else f"document {number}"
            yield LeftOut(name, f"{found.why}; {_ADVICE}")
            continue
        mark = hashlib.sha256(f"{found.outlet}\0{found.text}".encode("utf-8", "replace")).digest()
        notice = "stands more than once in this export" if mark in seen else ""
        seen.add(mark)
        yield found._replace(notice=notice)
    if not number:
        raise ReadError(
            f"looks like an export of {service.name}, but is laid out otherwise; {_ADVICE}"
        )


def _looks_like_export(data: bytes) -> bool:
    return find_service(_decode_beginning(data)) is not None


def _decode_beginning(data: bytes) -> str:
    beginning = data[:_BEGINNING]
    if take_beginning(data).startswith(b"<"):
        return _read_page(beginning) if any(one in beginning for one in _IN_PAGES) else ""
    return beginning.replace(b"\0", b"").replace(b"\r\n", b"\n").decode("utf-8", "replace")


def _read_page(data: bytes, charset: str = "") -> str:
    root = parse_html(decode_page(data, charset)).root
    return "" if root is None else extract_text(root)


def read_export(document: Document) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the articles of an export that is a text or a page; see `read_documents`."""
    if take_beginning(document.data).startswith(b"<"):
        text = _read_page(document.data, document.charset)
    else:
        text = decode(document.data).text
    service = find_service(text[:_BEGINNING])
    if service is None:
        raise ReadError("is no export of a database that Copydesk knows")
    yield from read_documents(service, split_blocks(text, service.find_edge))


EXPORT = InputFormat(
    name="export",
    called="an export of Nexis, Factiva, ProQuest, WISO or Europresse",
    read=lambda document: read_export(document),
    looks_like=_looks_like_export,
    within=("text", "page"),
    is_unmistakable=True,
    is_long=True,
)
