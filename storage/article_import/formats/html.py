"""Web pages: text by trafilatura, and what the page says of itself."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin, urlsplit

from storage.article_import.encodings.pages import decode_markup
from storage.article_import.formats.html_completion import complete_text
from storage.article_import.formats.html_modified import find_modified
from storage.article_import.formats.html_tables import unwrap_layout_tables
from storage.article_import.formats.html_text import (
    HtmlTree,
    extract_text,
    find_root_name,
    parse_html,
)
from storage.article_import.guess_metadata import extract_site
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.article_import.web.urls import canonicalize
from storage.errors import ReadError
from storage.wording.joined_words import join_words
from storage.wording.written_dates import parse_date

_MARKUP = re.compile(
    rb"\s*<(?:!doctype\s+html|html|head|body|title|meta|article|section|div|p|h1|script|link)"
    rb"(?=[\s>/])",
    re.IGNORECASE,
)
_LARGE = 4096
"""Bytes of a page from which on few words are suspicious."""
_THIN = 40
"""Words below which a large page has not given its article."""
_EXCERPT = 250
"""Words below which a page that says it is not free has given an excerpt only."""
_PUBLISHED = (
    "//meta[@property='article:published_time' or @name='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='date' or @name='pubdate' or @name='dc.date' or @name='DC.date.issued']/@content",
)
_SAVED_FROM = re.compile(rb"saved from url=\(\d{1,6}\)(https?://[^\s>]{1,2000})")
_LIST_LINE = re.compile(r"[-*•] |\d{1,3}\. |\|")
_DESCRIPTIONS = (
    "//meta[@name='description' or @property='og:description' or @name='og:description'"
    " or @name='twitter:description' or @itemprop='description']/@content"
)
_DEEPEST = 40
"""Levels of JSON-LD that are looked through."""


def _looks_like_page(data: bytes) -> bool:
    return find_root_name(data) == "html" or _MARKUP.match(take_beginning(data)) is not None


PAGE = InputFormat(
    name="page",
    called="a web page",
    read=lambda document: read_page(document.data, document.charset, document.url),
    endings=(".htm", ".html", ".xhtml"),
    content_types=("text/html", "application/xhtml+xml"),
    looks_like=_looks_like_page,
    articles="web pages",
)


def read_page(data: bytes, charset: str = "", url: str = "") -> ParsedArticle:
    """Return what a page holds; `url` is where it was fetched from, empty if it was not.

    `ReadError` where there is no text in it, or, of a page fetched, next to none.
    """
    decoded = decode_markup(data, charset)
    tree = parse_html(decoded.text)
    if tree.root is None:
        raise ReadError("has no text")
    saved_from = _SAVED_FROM.search(data[:2048])
    address = url or (saved_from[1].decode("ascii", "replace") if saved_from else "")
    found = parse_tree(tree, address)
    count = len(found.text.split()) if found.has_words else 0
    if count < _THIN and len(data) > _LARGE and url:
        raise ReadError(
            f"has {_describe_count(count)}; it may be behind a paywall or built by scripts."
            " Save the page in your browser and add that file"
        )
    if not count:
        raise ReadError("has no text")
    told = found.notice
    if count < _THIN and len(data) > _LARGE:
        told = f"has {_describe_count(count)}"
    elif count < _EXCERPT and _is_not_free(tree.root):
        told = f"is not free; it has {_describe_count(count)}"
    return found._replace(notice=join_words(one for one in (decoded.notice, told) if one))


def parse_tree(tree: HtmlTree, address: str = "") -> ParsedArticle:
    """Return text and metadata of a page that has a root; `address` is where it lay, if known."""
    import trafilatura

    root = tree.root
    unwrap_layout_tables(root)
    published = _find_date(root)
    url = _find_address(root, address)
    document = trafilatura.bare_extraction(
        copy.deepcopy(root),
        url=url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = _part_paragraphs(getattr(document, "text", None) or "") or extract_text(root)
    title = getattr(document, "title", None) or " ".join(root.xpath("//title//text()")[:1])
    headlines = [title, *(heading.xpath("string()") for heading in root.iter("h1"))]
    text = complete_text(root, text, headlines, root.xpath(_DESCRIPTIONS))
    return ParsedArticle(
        text,
        title or "",
        _choose_outlet(getattr(document, "sitename", None) or "", url),
        getattr(document, "author", None) or "",
        published or parse_date(getattr(document, "date", None) or "") or "",
        url,
        _count_left_out(text, root) if tree.is_flattened else "",
        find_modified(root, _read_jsonld(root), url),
    )


def _count_left_out(text: str, root: Any) -> str:
    """Say how much of a page was not taken, where what is the article is hard to tell."""
    count, total = len(text.split()), len(extract_text(root).split())
    if count >= total:
        return ""
    return f"is nested unusually deep; only {count:,} of its {total:,} words were read"


def _choose_outlet(stated: str, url: str) -> str:
    """Return the outlet that a page names; the host where trafilatura took it from the address."""
    from_address = "." in stated and urlsplit(url).netloc.lower().endswith(stated.lower())
    return extract_site(url) if not stated or from_address else stated


def _part_paragraphs(text: str) -> str:
    """Put an empty line between paragraphs; lists and tables stay together."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    parts = lines[:1]
    for before, line in pairwise(lines):
        together = _LIST_LINE.match(before) and _LIST_LINE.match(line)
        parts.append(line if together else f"\n{line}")
    return "\n".join(parts)


def _find_address(tree: Any, address: str) -> str:
    """Return the page's own address; what it calls canonical counts on the same host only."""
    links = [str(link) for link in tree.xpath("//link[@rel='canonical']/@href")]
    for link in links[:1]:
        try:
            stated = canonicalize(urljoin(address, link.strip()))
        except (ReadError, ValueError):
            continue
        if not address or extract_site(stated) == extract_site(address):
            return stated
    try:
        return canonicalize(address) if address else ""
    except ReadError:
        return ""


def _find_date(tree: Any) -> str:
    stated = [value for path in _PUBLISHED for value in tree.xpath(path)[:1]]
    stated += [
        thing["datePublished"]
        for thing in _read_jsonld(tree)
        if isinstance(thing.get("datePublished"), str)
    ]
    return next(filter(None, (parse_date(str(value)) for value in stated)), "")


def _is_not_free(tree: Any) -> bool:
    return any(
        str(thing["isAccessibleForFree"]).lower() == "false"
        for thing in _read_jsonld(tree)
        if "isAccessibleForFree" in thing
    )


def _read_jsonld(tree: Any) -> Iterator[dict[str, Any]]:
    """Return what a page says in JSON-LD, object by object."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:20]:
        try:
            pending = [(json.loads(str(script), strict=False), 0)]
        except (ValueError, RecursionError):
            continue
        while pending:
            value, depth = pending.pop(0)
            if isinstance(value, dict):
                yield value
            inner = value.values() if isinstance(value, dict) else value
            if isinstance(value, dict | list) and depth < _DEEPEST:
                pending += [(one, depth + 1) for one in inner]


def _describe_count(count: int) -> str:
    return "only one word" if count == 1 else f"only {count} words" if count else "no text"
