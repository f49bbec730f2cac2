"""Bookmarks as all browsers export them: Netscape's file of 1996, which is no valid HTML.

Safari keeps them, and its reading list, in a property list; Pocket exports a page that is alike.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from storage.article_import.decode_text import decode_page
from storage.article_import.formats.markup.html_text import parse_html
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import FeedEntry, Listing
from storage.clock import add_to_epoch
from storage.errors import ReadError
from storage.limits import MOST_ENTRIES
from storage.web_addresses import has_web_scheme

_DOCTYPE = b"<!doctype netscape-bookmark-file"
_POCKET = b"<title>pocket export</title>"
_DEEPEST = 20
"""Folders in each other."""

BOOKMARKS = InputFormat(
    name="bookmarks",
    called="a file of bookmarks",
    read=lambda document: read_bookmarks(document.data),
    looks_like=lambda data: _is_page(data) or _is_of_safari(data),
    within=("page",),
)


def _is_page(data: bytes) -> bool:
    start = take_beginning(data).lower()
    return start.startswith(_DOCTYPE) or _POCKET in start


def _is_of_safari(data: bytes) -> bool:
    is_list = data.startswith(b"bplist00") or b"<plist" in take_beginning(data)
    return is_list and b"WebBookmarkType" in data


def read_bookmarks(data: bytes) -> Listing:
    """Return the bookmarks of web pages, each with its folder; `ReadError` where there are none.

    The date of one is the day on which it was set, in UTC.
    """
    if _is_of_safari(data):
        return Listing("", _read_safari(data))
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
    set_on = link.get("add_date") or link.get("time_added")
    return FeedEntry(title or address, address, published=_read_seconds(set_on))


def _read_safari(data: bytes) -> list[FeedEntry]:
    try:
        held = plistlib.loads(data)
    except (plistlib.InvalidFileException, ValueError, OverflowError, RecursionError) as error:
        raise ReadError("is damaged or no list of bookmarks") from error
    entries = list(islice(_list_entries(held, _DEEPEST), MOST_ENTRIES))
    if not entries:
        raise ReadError("has no bookmarks of web pages")
    return entries


def _list_entries(folder: Any, deepest: int) -> Iterator[FeedEntry]:
    children = folder.get("Children") if isinstance(folder, dict) else None
    for child in children if isinstance(children, list) and deepest else []:
        if not isinstance(child, dict):
            continue
        address, about = child.get("URLString"), child.get("URIDictionary")
        if isinstance(address, str) and has_web_scheme(address):
            title = about.get("title") if isinstance(about, dict) else None
            yield FeedEntry(title if isinstance(title, str) and title else address, address)
        yield from _list_entries(child, deepest - 1)


def _read_seconds(written: str | None) -> str:
    """Return the day of a number of seconds since 1970; empty for anything else."""
    try:
        return add_to_epoch(int(written or "")).date().isoformat()
    except (ValueError, OverflowError):
        return ""
