"""When a web page was last changed, as it says itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from storage.article_import.formats.page_metadata.html_things import Thing
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


def find_modified(root: Any, things: Iterable[Thing]) -> str:
    """Return the date or time as ISO 8601; empty where the page does not say.

    `things` are what it says of its own article in JSON-LD, microdata and RDFa.
    """
    stated = _read_all(root, _STATED)
    stated += [value for one in things if isinstance(value := one.get("dateModified"), str)]
    stated += _read_all(root, _STATED_LOOSELY)
    return next(filter(None, (parse_date(one) for one in stated)), "")


def _read_all(root: Any, paths: Iterable[str]) -> list[str]:
    return [str(value) for path in paths for value in root.xpath(path)[:1]]
