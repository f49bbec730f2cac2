"""When a web page was last changed, as it says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from storage.article_import.formats.page_metadata.html_places import Places
from storage.article_import.formats.page_metadata.html_published import CHANGED
from storage.article_import.formats.page_metadata.html_things import Thing
from storage.article_import.formats.page_metadata.page_dates import (
    find_language,
    find_shown,
    read_stated,
)

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
_HEADS = ("h1", "h2", "h3")
_LONGEST_LINE = 16
"""Words of a line that tells of a change and nothing else."""


def find_modified(root: Any, things: Iterable[Thing], places: Places) -> str:
    """Return the date or time as ISO 8601; empty where the page does not say.

    `things` are what it says of its own article in JSON-LD, microdata and RDFa. Where these and the
    page's head say nothing, a line with the headline may: `Updated: 5 March 2026`.
    """
    stated = _read_all(root, _STATED)
    stated += [value for one in things if isinstance(value := one.get("dateModified"), str)]
    stated += _read_all(root, _STATED_LOOSELY)
    return read_stated([*stated, *_list_shown(places)], find_language(root)).date


def _list_shown(places: Places) -> Iterator[str]:
    """Yield the days that lines with the headline show behind a word for a change.

    A sentence is of the article, and tells of what else was changed.
    """
    for block in places.opening:
        is_line = block.words <= _LONGEST_LINE and not block.text.endswith(".")
        changed = (
            CHANGED.search(block.text) if is_line and block.element.tag not in _HEADS else None
        )
        if changed is not None:
            yield find_shown(block.text[changed.end() :])


def _read_all(root: Any, paths: Iterable[str]) -> list[str]:
    return [str(value) for path in paths for value in root.xpath(path)[:1]]
