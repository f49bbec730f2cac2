"""Who wrote the article of a web page: all of them, and nobody who only stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from storage.article_import.formats.page_metadata.bylines import is_name, merge_names, parse_byline
from storage.article_import.formats.page_metadata.html_places import Places
from storage.article_import.formats.page_metadata.html_things import Thing
from storage.article_import.formats.pages.html_blocks import Block, squash
from storage.article_import.formats.pages.html_roles import is_byline

_METAS = frozenset(
    "author authors article:author og:author og:article:author citation_author byl byline"
    " parsely-author sailthru.author dc.creator dc:creator dcterms.creator creator"
    " shareaholic:article_author_name dcsext.author rbauthors cxenseparse:author".split()
)
_LONGEST = 200
"""Characters of a byline."""
_OPENING = ("by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "przez ")
_SEPARATOR = "; "


def find_authors(root: Any, things: Sequence[Thing], places: Places, outlet: str) -> str:
    """Return the names, joined by semicolons; empty where the page names nobody.

    `things` are what it says of its own article. A byline counts near the text: with the headline
    or among the paragraphs, and in no list, box or comment there. What names the outlet is no
    author.
    """
    told = next(filter(None, (_read_thing(thing) for thing in things)), [])
    told = told or _read_metas(root)
    shown = _read_bylines(root, places)
    told, shown = (
        [name for name in names if squash(name) != squash(outlet)] for names in (told, shown)
    )
    known = {squash(name) for name in told}
    if not told or (len(shown) > len(told) and known <= {squash(name) for name in shown}):
        return _SEPARATOR.join(shown)
    return _SEPARATOR.join(told)


def _read_thing(thing: Thing) -> list[str]:
    for name in ("author", "creator"):
        names = merge_names(_list_names(thing.get(name)))
        if names:
            return names
    return []


def _list_names(value: Any) -> Iterator[str]:
    """Yield the names in what JSON-LD has for an author: a name, an object, a list of them."""
    if isinstance(value, list):
        for one in value:
            yield from _list_names(one)
    elif isinstance(value, dict):
        called = value.get("name")
        if not called and value.get("familyName"):
            called = " ".join(
                str(value[part])
                for part in ("givenName", "additionalName", "familyName")
                if value.get(part)
            )
        yield from _list_names(called)
    elif isinstance(value, str) and "://" not in value:
        yield from parse_byline(value)


def _read_metas(root: Any) -> list[str]:
    found: dict[str, list[str]] = {}
    for meta in root.xpath("//head//meta[@content]"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name in _METAS and "://" not in meta.get("content"):
            found.setdefault(name, []).extend(parse_byline(_turn_name(name, meta.get("content"))))
    # Several names say the same; the one that names most people says all.
    return max(map(merge_names, found.values()), key=_count, default=[])


def _count(names: list[str]) -> int:
    return len(names)


def _turn_name(meta: str, written: str) -> str:
    """Return `Rask, Tom`, as libraries write it, as `Tom Rask`."""
    parts = [part.strip() for part in written.split(",")]
    if meta.startswith(("citation", "dc")) and len(parts) == 2 and " " not in parts[0]:
        return f"{parts[1]} {parts[0]}"
    return written


def _read_bylines(root: Any, places: Places) -> list[str]:
    """Return the names in the first byline of the article, and in those right beside it."""
    first, names = None, []
    for element in root.iter("*"):
        if not is_byline(element) or len(element.xpath("string()")) > _LONGEST:
            continue
        if first is not None and element.getparent() is not first.getparent():
            continue
        if read := _read_parts(element) if places.is_near(element) else []:
            first = element if first is None else first
            names += read
    return merge_names(names) or _read_plain(places.opening)


def _read_parts(element: Any) -> list[str]:
    """Return the names in a byline, of which each may have an element of its own."""
    names = parse_byline(" | ".join(element.itertext()))
    if any(" " in name for name in names):
        return names
    return parse_byline(element.xpath("string()")) or names


def _read_plain(opening: Sequence[Block]) -> list[str]:
    """Return the names in a paragraph that is nothing but a byline."""
    for block in opening:
        if block.text.casefold().startswith(_OPENING) and len(block.text) <= _LONGEST // 2:
            names = parse_byline(block.text)
            if names and all(" " in name and is_name(name) for name in names):
                return names
    return []
