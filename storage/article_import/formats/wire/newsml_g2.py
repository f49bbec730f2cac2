"""NewsML-G2: items of news in XML, one or a message of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from storage.article_import.formats.markup.html_text import extract_text, parse_xml
from storage.article_import.formats.wire.nitf import extract_body
from storage.article_import.formats.wire.wire_items import make_item
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError

_ROOT = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)\s")
_NAMESPACE = b"iptc.org/std/nar/"
_BEGINNING = 4096

NEWSML_G2 = InputFormat(
    name="newsml_g2",
    called="a NewsML-G2 document",
    read=lambda document: read_newsml_g2(document.data),
    looks_like=lambda data: (
        _NAMESPACE in data[:_BEGINNING] and _ROOT.search(data[:_BEGINNING]) is not None
    ),
    is_long=True,
)


def read_newsml_g2(data: bytes) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the items of a document that are texts; `ReadError` where there are none."""
    root = parse_xml(data)
    if root is None:
        raise ReadError("is damaged or not a NewsML-G2 document")
    items = root.xpath("descendant-or-self::*[local-name()='newsItem']")
    texts = [one for one in items if _is_text(one)]
    if not texts:
        raise ReadError("has no text")
    for item in texts:
        yield _read_item(item)


def _is_text(item: Any) -> bool:
    kind = _find(item, "itemMeta/itemClass/@qcode")
    return not kind or kind.rpartition(":")[2] == "text"


def _read_item(item: Any) -> ParsedArticle | LeftOut:
    authors = _list(item, "contentMeta/by") or _list(item, "contentMeta/creator/name")
    article = ParsedArticle(
        _extract_text(item),
        _find(item, "contentMeta/headline") or _find(item, "itemMeta/title"),
        _find(item, "itemMeta/provider/name")
        or _find(item, "itemMeta/provider/@literal")
        or _find(item, "contentMeta/creditline")
        or _find(item, "contentMeta/infoSource/name")
        or _find(item, "itemMeta/provider/@qcode").rpartition(":")[2],
        ", ".join(authors[:5]),
        _find(item, "contentMeta/contentCreated") or _find(item, "itemMeta/firstCreated"),
        str(item.get("guid") or ""),
        modified=_find(item, "contentMeta/contentModified")
        or _find(item, "itemMeta/versionCreated"),
        item=str(item.get("guid") or ""),
    )
    return make_item(
        article,
        status=_find(item, "itemMeta/pubStatus/@qcode"),
        embargo=_find(item, "itemMeta/embargoed"),
        slug=_find(item, "contentMeta/slugline"),
        version=str(item.get("version") or ""),
        urgency=_find(item, "contentMeta/urgency"),
        section=_find_section(item),
    )


def _find_section(item: Any) -> str:
    """Return the desk or product that it is sent for, else its first subject that has a name."""
    return _find(item, "itemMeta/service/name") or _find(item, "contentMeta/subject/name")


def _extract_text(item: Any) -> str:
    """Return the first of its renditions that has text."""
    renditions = _select(item, "contentSet/*")
    for one in renditions:
        kind = str(one.tag).rpartition("}")[2]
        if kind == "inlineXML":
            nitf = one.xpath(".//*[local-name()='body.content']")
            text = extract_body(one) if nitf else extract_text(one)
        else:
            text = "".join(one.itertext()).strip() if kind == "inlineData" else ""
        if text:
            return text
    return ""


def _find(item: Any, path: str) -> str:
    return next(iter(_list(item, path)), "")


def _list(item: Any, path: str) -> list[str]:
    """Return what stands at a path of local names, each on one line."""
    lines = (
        one if isinstance(one, str) else "".join(one.itertext()) for one in _select(item, path)
    )
    return [line for line in (" ".join(str(one).split()) for one in lines) if line]


def _select(item: Any, path: str) -> list[Any]:
    steps = (
        step if step.startswith("@") or step == "*" else f"*[local-name()='{step}']"
        for step in path.split("/")
    )
    found: list[Any] = item.xpath("/".join(steps))
    return found
