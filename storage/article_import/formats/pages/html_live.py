"""Live blogs: the updates of a page one after another, with their times and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from storage.article_import.formats.page_metadata.html_things import Thing, list_kinds
from storage.article_import.formats.pages.html_blocks import Block, list_blocks
from storage.article_import.formats.pages.html_bodies import part_body
from storage.article_import.formats.pages.html_roles import is_aside, is_live

_UPDATES = "//*[contains(concat(' ', @itemprop, ' '), ' liveBlogUpdate ')]"
_GROUPS = ("main", "article", "section", "div", "ol", "ul", "dl", "amp-live-list")
_TAGS = ("article", "section", "li", "div")
_FEWEST = 3
"""Updates that look alike, where nothing else says that they are some."""
_FEWEST_HEADED = 2
"""Those that have each a heading and a time that says what it is."""
_SAME = 0.8
"""Share of the words of a group from which on another one may be what it is made of."""
_TIMES = ("data-published", "data-datetime", "data-date", "data-time", "data-timestamp")
_FEWEST_WORDS = 5
"""Words of an update."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOCK = re.compile(r"\d{1,2}\s?[:.hH]\s?\d{2}|\d{1,2}\s?(?:am|pm|Uhr)\b")
_STATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")


def find_updates(root: Any, things: Iterable[Thing]) -> list[Any]:
    """Return the updates of a live blog, in the order of the page; none of any other page.

    `things` are what it says in JSON-LD. A page is a live blog that says so there, or in the names
    of what is around at least three parts that are alike, have each a time and are most of the
    page.
    """
    named = root.xpath(_UPDATES)
    if named:
        return list(named)
    is_said = any("LiveBlogPosting" in list_kinds(thing) for thing in things)
    scopes = [root] if is_said else [one for one in root.iter(*_GROUPS) if is_live(one)]
    updates = _choose_group(_group_alike(scopes))
    return updates if is_said or _are_the_page(root, updates) else []


def tell_updates(root: Any, updates: Sequence[Any]) -> str:
    """Return the text of a live blog: what stands between headline and updates, then these."""
    for update in updates:
        _write_times(update)
    inside = set(updates)
    blocks = list_blocks(root, [])
    owners = [_find_owner(block, inside) for block in blocks]
    first = next((number for number, owner in enumerate(owners) if owner is not None), 0)
    top = max(
        (number for number in range(first) if blocks[number].element.tag == "h1"), default=first
    )
    told = [block.text for block in blocks[top:first] if _is_prose(block, root)]
    told += [
        block.text
        for block, owner in zip(blocks, owners, strict=True)
        if owner is not None and _is_of_update(block, owner)
    ]
    return "\n\n".join(told)


def tell_stated_updates(things: Iterable[Thing]) -> str:
    """Return the text of a live blog whose updates stand in JSON-LD alone; empty without any."""
    told = []
    for thing in things:
        updates = thing.get("liveBlogUpdate")
        if "LiveBlogPosting" not in list_kinds(thing) or updates is None:
            continue
        told += [_read_text(thing, "articleBody") or _read_text(thing, "description")]
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                told += [
                    _format_time(_read_text(update, "datePublished")),
                    _read_text(update, "headline"),
                    part_body(_read_text(update, "articleBody")),
                ]
        break
    return "\n\n".join(filter(None, told))


def _group_alike(scopes: Iterable[Any]) -> list[list[Any]]:
    """Return what may be the updates: parts of one tag in parents that are alike.

    Each has a time and some words. The parents may be days, in which a blog is parted.
    """
    parents = dict.fromkeys(parent for scope in scopes for parent in scope.iter(*_GROUPS))
    groups: dict[tuple[str, ...], list[Any]] = {}
    for parent in parents:
        for tag in _TAGS:
            found = [one for one in parent.iterchildren(tag) if _may_be_update(one)]
            if found:
                key = (tag, found[0].get("class") or "", parent.tag, parent.get("class") or "")
                groups.setdefault(key, []).extend(found)
    return [group for group in groups.values() if _are_enough(group)]


def _are_enough(group: Sequence[Any]) -> bool:
    return len(group) >= _FEWEST or (
        len(group) >= _FEWEST_HEADED
        and all(
            next(one.iter("time"), None) is not None
            and next(one.iter(*_HEADINGS), None) is not None
            for one in group
        )
    )


def _are_the_page(root: Any, updates: Sequence[Any]) -> bool:
    """Tell whether most of what a page says is in these; in a box beside an article it is not."""
    if not updates:
        return False
    inside = set(updates)
    within = beside = 0
    for block in list_blocks(root, []):
        if _find_owner(block, inside) is not None:
            within += block.words
        elif _is_prose(block, root):
            beside += block.words
    return within > beside


def _choose_group(groups: Sequence[list[Any]]) -> list[Any]:
    """Return the group with the most words, or that of the most parts which it is made of."""
    counts = [sum(map(_count_words, group)) for group in groups]
    most = max(counts, default=0)
    whole = (group for group, count in zip(groups, counts, strict=True) if count >= _SAME * most)
    return max(whole, key=len, default=[])


def _may_be_update(element: Any) -> bool:
    return (
        not is_aside_update(element)
        and _count_words(element) >= _FEWEST_WORDS
        and (
            next(element.iter("time"), None) is not None
            or _CLOCK.search(_begin(element)) is not None
            or any(_STATED.match(element.get(name) or "") for name in _TIMES)
        )
    )


def is_aside_update(element: Any) -> bool:
    """Tell whether an element is beside a live blog; items of a list may be its updates."""
    return element.tag != "li" and is_aside(element)


def _count_words(element: Any) -> int:
    return len(element.xpath("string()").split())


def _find_owner(block: Block, updates: set[Any]) -> Any:
    """Return the update that a paragraph is of; None where it is of none."""
    around = (block.element, *block.element.iterancestors())
    return next((element for element in around if element in updates), None)


def _is_of_update(block: Block, update: Any) -> bool:
    if block.element.tag in _HEADINGS:
        return True
    for element in (block.element, *block.element.iterancestors()):
        if element is update:
            return True
        if element.tag not in ("li", "ul", "ol", "table", "td", "tr") and is_aside(element):
            return False
    return True


def _is_prose(block: Block, root: Any) -> bool:
    inner = (block.element, *block.element.iterancestors())
    return block.element.tag == "h1" or (
        block.words >= _FEWEST_WORDS
        and not any(is_aside_update(element) for element in inner if element is not root)
    )


def _write_times(update: Any) -> None:
    """Let each time say the hour: where it shows none, the one that it states.

    Where no hour is shown at all, what the update states of itself becomes a time at its top.
    """
    for element in update.iter("time"):
        shown = " ".join(element.xpath("string()").split())
        stated = _format_time(element.get("datetime") or element.get("content") or "")
        if stated and not _CLOCK.search(shown):
            for child in list(element):
                element.remove(child)
            element.text = stated
    if next(update.iter("time"), None) is None and not _CLOCK.search(_begin(update)):
        said = update.xpath(".//meta[@itemprop='datePublished']/@content")
        said += [value for name in _TIMES if (value := update.get(name))]
        if said and _STATED.match(said[0]):
            time = update.makeelement("p")
            time.text = _format_time(said[0])
            update.insert(0, time)


def _begin(update: Any) -> str:
    """Return how an update begins, where a time may stand."""
    return str(update.xpath("string()")).strip()[:60]


def _format_time(stated: str) -> str:
    match = _STATED.match(stated)
    return " ".join(filter(None, match.groups())) if match else stated


def _read_text(thing: Thing, name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""
