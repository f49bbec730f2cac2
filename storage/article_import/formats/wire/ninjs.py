"""ninjs, news in JSON, versions 1 and 2: one item, or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from storage.article_import.formats.markup.html_text import extract_text, parse_html
from storage.article_import.formats.wire.wire_items import make_item
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import LeftOut, ParsedArticle
from storage.errors import ReadError
from storage.limits import MOST_ENTRIES

_BEGINNING = 2**16
_BODIES = (b'"body_text"', b'"body_xhtml"', b'"body_html"', b'"bodies"')
_LISTS = ("items", "_items", "data")


def _looks_like_ninjs(data: bytes) -> bool:
    start = data[:_BEGINNING]
    is_json = take_beginning(data)[:1] in (b"{", b"[")
    return is_json and b'"versioncreated"' in start and any(one in start for one in _BODIES)


NINJS = InputFormat(
    name="ninjs",
    called="a ninjs document",
    read=lambda document: read_ninjs(document.data),
    looks_like=_looks_like_ninjs,
    within=("json",),
    is_unmistakable=True,
    is_long=True,
)


def read_ninjs(data: bytes) -> Iterator[ParsedArticle | LeftOut]:
    """Yield the items of a document that are texts; `ReadError` where there are none."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError("is damaged or not a ninjs document") from error
    if isinstance(held, dict):
        held = next((held[one] for one in _LISTS if isinstance(held.get(one), list)), [held])
    items = [one for one in held if isinstance(one, dict)] if isinstance(held, list) else []
    texts = [one for one in items if _take(one, "type") in ("", "text")]
    if not texts:
        raise ReadError("has no text")
    for item in texts[:MOST_ENTRIES]:
        yield _read_item(item)


def _read_item(item: dict[str, Any]) -> ParsedArticle | LeftOut:
    article = ParsedArticle(
        _extract_text(item),
        _take(item, "headline") or _take_first(item, "headlines", "value") or _take(item, "title"),
        _take(item, "provider")
        or _take_first(item, "infosources", "name")
        or _take(item, "source")
        or _take(item, "copyrightholder"),
        _take(item, "byline") or _take_first(item, "bylines", "byline") or _take(item, "by"),
        _take(item, "firstcreated") or _take(item, "contentcreated"),
        _take(item, "uri"),
        modified=_take(item, "versioncreated"),
        item=_take(item, "uri"),
    )
    return make_item(
        article,
        status=_take(item, "pubstatus"),
        embargo=_take(item, "embargoed"),
        slug=_take(item, "slugline"),
        version=_take(item, "version"),
        urgency=str(urgency) if isinstance(urgency := item.get("urgency"), int | str) else "",
        section=_take_first(item, "subject", "name") or _take_first(item, "subjects", "name"),
    )


def _extract_text(item: dict[str, Any]) -> str:
    """Return its text, with the paragraphs of its markup where it has some."""
    bodies = item.get("bodies")
    kept = [one for one in bodies if isinstance(one, dict)] if isinstance(bodies, list) else []
    values = [_take_raw(one, "value") for one in kept]
    markup = [_take_raw(item, "body_xhtml"), _take_raw(item, "body_html")]
    markup += [one for one in values if one.lstrip().startswith("<")]
    for one in filter(str.strip, markup):
        root = parse_html(one).root
        if root is not None and (text := extract_text(root)):
            return text
    plain = [_take_raw(item, "body_text"), *values]
    return next(filter(str.strip, plain), "").replace("\r\n", "\n").strip()


def _take_first(item: dict[str, Any], name: str, inner: str) -> str:
    found = item.get(name)
    first = found[0] if isinstance(found, list) and found else None
    return _take(first, inner) if isinstance(first, dict) else ""


def _take(item: dict[str, Any], name: str) -> str:
    return " ".join(_take_raw(item, name).split())


def _take_raw(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
