"""Feeds (RSS, Atom) by feedparser, and OPML, which lists feeds."""

from __future__ import annotations

import calendar
import io
import re
from typing import Any
from urllib.parse import urljoin

from storage.article_import.formats.markup.html_text import (
    extract_text,
    find_root_name,
    parse_html,
    parse_xml,
)
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import FeedEntry, Listing
from storage.clock import add_to_epoch
from storage.errors import ReadError
from storage.limits import LONGEST_ENTRY, MOST_ENTRIES
from storage.wording.written_dates import parse_date

_WHOLE = 120
"""Words of a summary from which on it is taken for the whole text."""
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)


FEED = InputFormat(
    name="feed",
    called="a feed",
    read=lambda document: read_feed(document.data, document.url),
    endings=(".rss", ".atom"),
    content_types=("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    looks_like=lambda data: find_root_name(data) in ("rss", "feed", "rdf"),
    is_unmistakable=True,
)
OUTLINES = InputFormat(
    name="outlines",
    called="a list of feeds",
    read=lambda document: read_outlines(document.data),
    endings=(".opml",),
    content_types=("text/x-opml", "application/x-opml+xml"),
    looks_like=lambda data: find_root_name(data) == "opml",
    is_unmistakable=True,
)


def read_feed(data: bytes, url: str = "") -> Listing:
    """Return what a feed lists; `url`, where it was fetched, is what its links are relative to.

    feedparser is given bytes, and fetches nothing. `ReadError` for what is no feed.
    """
    import feedparser

    # Entities of the feed's own could make a small file large.
    parsed = feedparser.parse(
        io.BytesIO(_DOCTYPE.sub(b"", data)),
        response_headers={"content-location": url} if url else {},
    )
    if not parsed.get("version") and not parsed.entries:
        raise ReadError("is not a feed that Copydesk can read")
    entries = [_parse_entry(entry, url) for entry in parsed.entries[:MOST_ENTRIES]]
    return Listing(_flatten(parsed.feed.get("title")), [one for one in entries if one is not None])


def _parse_entry(entry: Any, url: str) -> FeedEntry | None:
    content = _find_content(entry)
    link = urljoin(url, str(entry.get("link") or "").strip())
    title = _flatten(entry.get("title"))
    if not link and not content:
        return None
    return FeedEntry(
        title or link,
        link,
        _flatten(entry.get("author")),
        _format_date(
            _get_stated(entry, "published_parsed") or _get_stated(entry, "updated_parsed")
        ),
        content,
    )


def _get_stated(entry: Any, name: str) -> Any:
    """Return what the feed says itself: feedparser lets some names stand for others."""
    return dict.get(entry, name)


def _find_content(entry: Any) -> str:
    contents = [str(one.get("value") or "") for one in entry.get("content", ())]
    whole = max(contents, key=len, default="")
    summary = str(entry.get("summary") or "")
    if not whole and len(summary.split()) >= _WHOLE:
        whole = summary
    return whole if len(whole) <= LONGEST_ENTRY else ""  # a part would be taken for the whole


def _format_date(parsed: Any) -> str:
    """Return a date as feedparser gives it, which is in UTC."""
    try:
        time = add_to_epoch(calendar.timegm(parsed))
    except (TypeError, ValueError, OverflowError):
        return ""
    return parse_date(time.isoformat()) or ""


def _flatten(value: Any) -> str:
    """Return a title as text: titles may be markup."""
    written = str(value or "")
    if "<" in written or "&" in written:
        root = parse_html(f"<div>{written}</div>").root
        written = extract_text(root) if root is not None else written
    return " ".join(written.split())[:300]


def read_outlines(data: bytes) -> Listing:
    """Return the feeds that an OPML file lists, however deep; `ReadError` where it lists none."""
    root = parse_xml(data)
    outlines = [] if root is None else root.xpath("//outline[@xmlUrl]")
    feeds = [
        FeedEntry(
            " ".join((one.get("title") or one.get("text") or one.get("xmlUrl")).split())[:300],
            one.get("xmlUrl").strip(),
        )
        for one in outlines[:MOST_ENTRIES]
        if one.get("xmlUrl").strip()
    ]
    if not feeds:
        raise ReadError("lists no feeds")
    title = " ".join("".join(root.xpath("/opml/head/title//text()")[:1]).split())
    return Listing(title, feeds, of_feeds=True)
