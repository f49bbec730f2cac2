"""Bookmarks as all browsers export them: Netscape's file of 1996, which is no valid HTML."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from storage.article_import.decode_text import decode_page
from storage.article_import.formats.markup.html_text import parse_html
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import FeedEntry, Listing
from storage.errors import ReadError
from storage.limits import MOST_ENTRIES
from storage.web_addresses import has_web_scheme

_DOCTYPE = b"<!doctype netscape-bookmark-file"

BOOKMARKS = InputFormat(
    name="bookmarks",
    called="a file of bookmarks",
    read=lambda document: read_bookmarks(document.data),
    looks_like=lambda data: take_beginning(data).lower().startswith(_DOCTYPE),
    within=("page",),
)


def read_bookmarks(data: bytes) -> Listing:
    """Return the bookmarks of web pages, each with its folder; `ReadError` where there are none.

    The date of one is the day on which it was set, in UTC.
    """
    root = parse_html(decode_page(data)).root
    links = [] if root is None else root.xpath("//a[@href]")
    entries = [_make_entry(link) for link in links if has_web_scheme(link.get("href").strip())]
    if not entries:
        raise ReadError("has no bookmarks of web pages")
    titles = root.xpath("//h1//text()")
    return Listing(" ".join("".join(titles[:1]).split()), entries[:MOST_ENTRIES])


def _make_entry(link: Any) -> FeedEntry:
    address = link.get("href").strip()
    title = " ".join("".join(link.itertext()).split())[:300]
    return FeedEntry(title or address, address, published=_read_seconds(link.get("add_date")))


def _read_seconds(written: str | None) -> str:
    """Return the day of a number of seconds since 1970; empty for anything else."""
    try:
        return datetime.fromtimestamp(int(written or ""), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
