"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import FeedEntry, Listing
from storage.errors import ReadError
from storage.limits import LONGEST_ENTRY, MOST_ENTRIES
from storage.wording.written_dates import parse_date

_VERSION = "https://jsonfeed.org/version/"
_VERSIONS = (b"://jsonfeed.org/version/", rb":\/\/jsonfeed.org\/version\/")


def _looks_like_json_feed(data: bytes) -> bool:
    start = take_beginning(data)
    return start.startswith(b"{") and any(one in start for one in _VERSIONS)


JSON_FEED = InputFormat(
    name="json_feed",
    called="a JSON feed",
    read=lambda document: read_json_feed(document.data, document.url),
    content_types=("application/feed+json",),
    looks_like=_looks_like_json_feed,
    within=("json",),
    is_unmistakable=True,
)


def read_json_feed(data: bytes, url: str = "") -> Listing:
    """Return what a feed lists; `url`, where it was fetched, is what its links are relative to.

    `ReadError` for what is no feed.
    """
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError("is not a feed that Copydesk can read") from error
    if not isinstance(feed, dict) or not _take(feed, "version").startswith(_VERSION):
        raise ReadError("is not a feed that Copydesk can read")
    items = feed.get("items")
    listed = items[:MOST_ENTRIES] if isinstance(items, list) else []
    entries = [
        entry
        for entry in (_make_entry(item, url) for item in listed if isinstance(item, dict))
        if entry.link or entry.content
    ]
    return Listing(_flatten(_take(feed, "title")), entries)


def _make_entry(item: dict[str, Any], url: str) -> FeedEntry:
    address = _take(item, "url") or _take(item, "external_url")
    link = urljoin(url, address) if address else ""
    content = _take(item, "content_html") or _mark_up(_take(item, "content_text"))
    return FeedEntry(
        _flatten(_take(item, "title")) or link,
        link,
        ", ".join(_list_authors(item)),
        parse_date(_take(item, "date_published") or _take(item, "date_modified")) or "",
        content if len(content) <= LONGEST_ENTRY else "",
    )


def _list_authors(item: dict[str, Any]) -> Iterator[str]:
    several = item.get("authors")
    for author in several if isinstance(several, list) else [item.get("author")]:
        if isinstance(author, dict) and _take(author, "name"):
            yield _flatten(_take(author, "name"))


def _take(holder: dict[str, Any], name: str) -> str:
    value = holder.get(name)
    return value.strip() if isinstance(value, str) else ""


def _flatten(text: str) -> str:
    return " ".join(text.split())[:300]


def _mark_up(text: str) -> str:
    """Return plain text as the markup that entries of feeds hold."""
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs if part)
