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
_GROUPS = ("main", "article", "section", "div", "ol", "ul")
_TAGS = ("article", "section", "li", "div")
_FEWEST = 3
"""Updates that look alike, where nothing else says that they are some."""
_FEWEST_WORDS = 5
"""Words of an update."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CLOCK = re.compile(r"\d{1,2}\s?[:.hH]\s?\d{2}|\d{1,2}\s?(?:am|pm|Uhr)\b")
_STATED = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")


def find_updates(root: Any, things: Iterable[Thing]) -> list[Any]:
    """Return the updates of a live blog, in the order of the page; none of any other page.

    `things` are what it says in JSON-LD. A page is a live blog that says so there, or in the names
    of what is around at least three parts that are alike and have each a time.
    """
    named = root.xpath(_UPDATES)
    if named:
        return list(named)
    is_said = any("LiveBlogPosting" in list_kinds(thing) for thing in things)
    scopes = [root] if is_said else [one for one in root.iter(*_GROUPS) if is_live(one)]
    seen = {parent for scope in scopes for parent in scope.iter(*_GROUPS)}
    groups = [group for parent in seen if (group := _list_alike(parent))]
    return max(groups, key=lambda group: sum(map(_count_words, group)), default=[])


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


def _list_alike(parent: Any) -> list[Any]:
    """Return the children that may be updates: of one tag, each with a time and some words."""
    for tag in _TAGS:
        found = [one for one in parent.iterchildren(tag) if _may_be_update(one)]
        if len(found) >= _FEWEST:
            return found
    return []


def _may_be_update(element: Any) -> bool:
    return (
        not is_aside_update(element)
        and _count_words(element) >= _FEWEST_WORDS
        and (
            next(element.iter("time"), None) is not None
            or _CLOCK.search(element.xpath("string()")[:60]) is not None
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
    """Let each time say the hour: where it shows none, the one that it states."""
    for element in update.iter("time"):
        shown = " ".join(element.xpath("string()").split())
        stated = _format_time(element.get("datetime") or element.get("content") or "")
        if stated and not _CLOCK.search(shown):
            for child in list(element):
                element.remove(child)
            element.text = stated


def _format_time(stated: str) -> str:
    match = _STATED.match(stated)
    return " ".join(filter(None, match.groups())) if match else stated


def _read_text(thing: Thing, name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""
