"""Web pages: the text of the article, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from storage.article_import.encodings.pages import decode_markup
from storage.article_import.formats.markup.html_tables import unwrap_layout_tables
from storage.article_import.formats.markup.html_text import (
    HtmlTree,
    extract_text,
    find_root_name,
    parse_html,
)
from storage.article_import.formats.page_metadata.html_metadata import take_metadata
from storage.article_import.formats.page_metadata.html_things import (
    Thing,
    find_of_article,
    read_jsonld,
)
from storage.article_import.formats.pages.html_article import extract_article
from storage.article_import.formats.pages.html_origin import (
    find_origin,
    is_archived,
    remove_toolbars,
)
from storage.article_import.guess_metadata import extract_site
from storage.article_import.input_format import InputFormat, take_beginning
from storage.article_import.parsed import ParsedArticle
from storage.article_import.web.archives import parse_copy
from storage.article_import.web.urls import canonicalize
from storage.errors import ReadError
from storage.wording.joined_words import join_words

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
    return _read(data, charset, url, is_fetched=bool(url))


def read_saved_page(data: bytes, charset: str, address: str, captured: str = "") -> ParsedArticle:
    """Return what a page holds that was saved at `address` at a time; either may be empty.

    `ReadError` where there is no text in it.
    """
    found = _read(data, charset, address, is_fetched=False)
    return found._replace(captured=found.captured or captured)


def _read(data: bytes, charset: str, address: str, *, is_fetched: bool) -> ParsedArticle:
    decoded = decode_markup(data, charset)
    tree = parse_html(decoded.text)
    if tree.root is None:
        raise ReadError("has no text")
    found = parse_tree(tree, address, decoded.text)
    count = len(found.text.split()) if found.has_words else 0
    is_thin = count < _THIN and len(data) > _LARGE
    if is_thin and is_fetched:
        raise ReadError(
            f"has {_describe_count(count)}; it may be behind a paywall or built by scripts."
            " Save the page in your browser and add that file"
        )
    if not count:
        raise ReadError("has no text")
    thin = f"has {_describe_count(count)}" if is_thin else ""
    return found._replace(notice=_join_notices(decoded.notice, thin or found.notice))


def parse_tree(tree: HtmlTree, address: str = "", markup: str = "") -> ParsedArticle:
    """Return text and metadata of a page that has a root.

    `address` is where it lay, if known; `markup` is the page as it was before it became a tree,
    where a program that saved it may have said so.
    """
    root = tree.root
    origin = find_origin(markup, root, address)
    if origin.captured or origin.archive:
        remove_toolbars(root)
    unwrap_layout_tables(root)
    url = _find_address(root, origin.address)
    things = read_jsonld(root)
    own = find_of_article(root, url)
    text = extract_article(root, url, own, things)
    unknown = (
        f"is a copy in {origin.archive} of a page unknown" if not url and origin.archive else ""
    )
    left_out = _count_left_out(text, root) if tree.is_flattened else ""
    not_free = _say_not_free(text, things)
    said = take_metadata(root, url, text, own, things)
    return ParsedArticle(
        text,
        said.title,
        said.outlet,
        said.author,
        said.published,
        url,
        _join_notices(unknown, left_out, not_free, said.notice),
        said.modified,
        origin.captured,
    )


def _count_left_out(text: str, root: Any) -> str:
    """Say how much of a page was not taken, where what is the article is hard to tell."""
    count, total = len(text.split()), len(extract_text(root).split())
    if count >= total:
        return ""
    return f"is nested unusually deep; only {count:,} of its {total:,} words were read"


def _find_address(root: Any, address: str) -> str:
    """Return the page's own address; what it calls canonical counts on the same host only."""
    links = [str(link).strip() for link in root.xpath("//link[@rel='canonical']/@href")]
    for link in links[:1]:
        copy = parse_copy(link)
        try:
            stated = canonicalize(copy.address if copy else urljoin(address, link))
        except (ReadError, ValueError):
            continue
        if not is_archived(stated) and (
            not address or extract_site(stated) == extract_site(address)
        ):
            return stated
    try:
        return canonicalize(address) if address else ""
    except ReadError:
        return ""


def _say_not_free(text: str, things: Iterable[Thing]) -> str:
    count = len(text.split())
    stated = [thing["isAccessibleForFree"] for thing in things if "isAccessibleForFree" in thing]
    if count < _EXCERPT and any(str(one).lower() == "false" for one in stated):
        return f"is not free; it has {_describe_count(count)}"
    return ""


def _join_notices(*notices: str) -> str:
    return join_words(one for one in notices if one)


def _describe_count(count: int) -> str:
    return "only one word" if count == 1 else f"only {count} words" if count else "no text"
