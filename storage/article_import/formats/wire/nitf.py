"""News Industry Text Format (NITF 3): one item in XML, also within NewsML-G2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.formats.markup.html_text import extract_text, parse_xml
from storage.article_import.formats.wire.wire_items import make_item
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError

_ROOT = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<!DOCTYPE|<!--|<nitf)", re.IGNORECASE)
_NITF = re.compile(rb"<(?:\w+:)?nitf[\s>]")
_BEGINNING = 4096
_DAY = len("20260305")
_NOT_TEXT = ".//*[local-name()='media'] | .//*[local-name()='ednote']"

NITF = InputFormat(
    name="nitf",
    called="an NITF item",
    read=lambda document: read_nitf(document.data),
    endings=(".nitf",),
    looks_like=lambda data: (
        _ROOT.match(data) is not None and _NITF.search(data[:_BEGINNING]) is not None
    ),
)


def read_nitf(data: bytes) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the text of an item and what its head tells; `ReadError` where it is none."""
    root = parse_xml(data)
    if root is None or str(root.tag).rpartition("}")[2] != "nitf":
        raise ReadError("is damaged or not an NITF item")
    statuses = _find_all(root, "docdata", "@management-status")
    published = (
        _find(root, "date.issue", "@norm")
        or _find(root, "pubdata", "@date.publication")
        or _find(root, "date.release", "@norm")
    )
    article = ParsedArticle(
        extract_body(root),
        _find(root, "hl1") or _find(root, "title"),
        _find(root, "pubdata", "@name")
        or _find(root, "distributor")
        or _find(root, "doc.copyright", "@holder"),
        _find_author(root),
        published,
        _find(root, "pubdata", "@ex-ref"),
        item=_find_item(root, published[:_DAY]),
    )
    yield make_item(
        article,
        status="".join(statuses),
        slug=_find(root, "du-key", "@key"),
        version=_find(root, "du-key", "@version"),
        urgency=_find(root, "urgency", "@ed-urg"),
        section=_find(root, "pubdata", "@position.section"),
    )


def _find_item(root: Any, day: str) -> str:
    """Return what names an item in all its versions; a key is used again on another day."""
    service = _find(root, "doc-id", "@regsrc") or _find(root, "distributor")
    key = _find(root, "du-key", "@key")
    name = f"{key} {day}" if key and day else _find(root, "doc-id", "@id-string")
    return f"{service} {name}".strip() if name else ""


def extract_body(root: Any) -> str:
    """Return the text of an item, without its pictures and their captions."""
    bodies = root.xpath(".//*[local-name()='body.content']")
    for element in [one for body in bodies for one in body.xpath(_NOT_TEXT)]:
        _empty(element)
    return "\n\n".join(filter(None, map(extract_text, bodies)))


def _empty(element: Any) -> None:
    """Take all out of an element; what stands behind it stays."""
    element.text = None
    for child in list(element):
        element.remove(child)


def _find_author(root: Any) -> str:
    people = _find_all(root, "byline", "//*[local-name()='person']//text()")
    return ", ".join(people[:5]) or _find(root, "byline")


def _find(root: Any, name: str, inner: str = "") -> str:
    return next(iter(_find_all(root, name, inner)), "")


def _find_all(root: Any, name: str, inner: str = "") -> list[str]:
    """Return what the elements of that name say, or what `inner` of them is, each on one line."""
    path = f"//*[local-name()='{name}']"
    found = root.xpath(f"{path}{'' if inner.startswith('//') or not inner else '/'}{inner}")
    lines = (one if isinstance(one, str) else "".join(one.itertext()) for one in found)
    return [line for line in (" ".join(str(one).split()) for one in lines) if line]
