"""When a web page was last changed, as it says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from storage.wording.terminal_text import fold_line
from storage.wording.written_dates import parse_date

_STATED = (
    "//meta[@property='article:modified_time' or @name='article:modified_time']/@content",
    "//meta[@itemprop='dateModified']/@content",
    "//*[@itemprop='dateModified']/@datetime",
)
_STATED_LOOSELY = (
    "//meta[@property='og:updated_time' or @name='og:updated_time']/@content",
    "//meta[@name='dcterms.modified' or @name='DC.date.modified']/@content",
    "//meta[@name='last-modified' or @name='lastmod' or @name='revised']/@content",
)
"""What says so of the page, where nothing says so of the article."""
_KINDS = ("article", "posting", "report", "review", "analysis")
"""How the types of schema.org end that are one article."""


def find_modified(root: Any, things: Iterable[dict[str, Any]], url: str) -> str:
    """Return the date or time as ISO 8601; empty where the page does not say.

    `things` are the objects of its JSON-LD, of which several may be about other articles: one
    counts that has the address `url` or a headline of the page.
    """
    stated = [*_read_all(root, _STATED), *_find_of_article(root, things, url)]
    stated += _read_all(root, _STATED_LOOSELY)
    return next(filter(None, (parse_date(one) for one in stated)), "")


def _read_all(root: Any, paths: Iterable[str]) -> list[str]:
    return [str(value) for path in paths for value in root.xpath(path)[:1]]


def _find_of_article(root: Any, things: Iterable[dict[str, Any]], url: str) -> Iterator[str]:
    headlines = {fold_line(str(line)) for line in _list_headlines(root)}
    for thing in things:
        stated = thing.get("dateModified")
        if not isinstance(stated, str) or not _is_article(thing):
            continue
        called = thing.get("headline") or thing.get("name")
        is_called_so = isinstance(called, str) and fold_line(" ".join(called.split())) in headlines
        if is_called_so or any(_are_same_place(url, one) for one in _list_addresses(thing)):
            yield stated


def _list_headlines(root: Any) -> list[str]:
    lines = root.xpath("//meta[@property='og:title']/@content")
    lines += [heading.xpath("string()") for heading in root.xpath("//h1")[:3]]
    lines += root.xpath("//title/text()")[:1]
    return [" ".join(str(line).split()) for line in lines if str(line).strip()]


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower().endswith(_KINDS) for kind in kinds)


def _list_addresses(thing: dict[str, Any]) -> Iterator[str]:
    for name in ("url", "@id", "mainEntityOfPage"):
        value = thing.get(name)
        value = value.get("@id") if isinstance(value, dict) else value
        if isinstance(value, str):
            yield value


def _are_same_place(one: str, other: str) -> bool:
    """Tell whether two addresses lead to one page, whatever their protocol, query and mark."""
    try:
        first, second = urlsplit(one), urlsplit(other)
    except ValueError:
        return False
    return (first.netloc, first.path.rstrip("/")) == (second.netloc, second.path.rstrip("/"))
