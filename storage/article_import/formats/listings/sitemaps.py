"""Sitemaps (sitemaps.org 0.9), those for news among them: what a site lists of itself."""

from __future__ import annotations

from typing import Any

from storage.article_import.formats.markup.html_text import find_root_name, parse_xml
from storage.article_import.input_format import InputFormat
from storage.article_import.parsed import FeedEntry, Listing
from storage.errors import ReadError
from storage.limits import MOST_ENTRIES
from storage.wording.written_dates import parse_date

_ROOTS = ("urlset", "sitemapindex")

SITEMAP = InputFormat(
    name="sitemap",
    called="a sitemap",
    read=lambda document: read_sitemap(document.data),
    looks_like=lambda data: find_root_name(data) in _ROOTS,
    is_unmistakable=True,
)


def read_sitemap(data: bytes) -> Listing:
    """Return the pages of a sitemap, or the sitemaps of an index; `ReadError` where it lists none.

    Where it is one for news the entries have the titles and dates of the articles, else their
    addresses and the dates of the last change.
    """
    root = parse_xml(data)
    is_index = root is not None and _get_name(root) == "sitemapindex"
    pages = [] if root is None else root.xpath("/*/*[local-name()='url' or local-name()='sitemap']")
    entries = [entry for entry in map(_make_entry, pages[:MOST_ENTRIES]) if entry is not None]
    if not entries:
        raise ReadError("lists no pages")
    outlets = root.xpath("//*[local-name()='publication']/*[local-name()='name']//text()")
    title = " ".join("".join(outlets[:1]).split())
    return Listing(title, entries, of_feeds=is_index)


def _make_entry(page: Any) -> FeedEntry | None:
    address = _read(page, "./*[local-name()='loc']")
    if not address:
        return None
    news = "./*[local-name()='news']/*[local-name()='{}']"
    published = _read(page, news.format("publication_date"))
    changed = _read(page, "./*[local-name()='lastmod']")
    title = _read(page, news.format("title"))[:300]
    return FeedEntry(title or address, address, published=parse_date(published or changed) or "")


def _read(element: Any, path: str) -> str:
    """Return the text of the first element there; empty where there is none."""
    found = element.xpath(path)[:1]
    return " ".join("".join(one.text or "" for one in found).split())


def _get_name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
