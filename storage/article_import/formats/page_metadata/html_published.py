"""When the article of a web page was published, as the page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from storage.article_import.formats.page_metadata.html_places import Places
from storage.article_import.formats.page_metadata.html_things import Thing
from storage.article_import.formats.page_metadata.page_dates import (
    find_language,
    find_shown,
    read_stated,
)
from storage.article_import.formats.pages.html_roles import is_aside
from storage.wording.written_dates import ReadDate

_STATED = (
    "article:published_time og:article:published_time article:published article.published"
    " og:published_time"
).split()
_STATED_LOOSELY = (
    "datepublished date pubdate publishdate publish-date publish_date publication_date"
    " date_published parsely-pub-date sailthru.date cxenseparse:recs:publishtime"
    " citation_publication_date citation_online_date dc.date dc:date dc.date.issued"
    " dc.date.created dcterms.date dcterms.issued dcterms.created og:pubdate"
    " shareaholic:article_published_time rnews:datepublished"
).split()
"""Names, in small letters, under which pages say it, the surest first."""

_NAMED = ("class", "id", "itemprop", "property")
CHANGED = re.compile(
    r"modif|updat|chang|revis|aktuali|geändert|mis à jour|actuali|aggiorn|atuali|bijgewerkt|opdater"
    r"|uppdater|oppdater|zaktuali|ago\b",
    re.IGNORECASE,
)
"""What names a time of a change, in a page or for its makers."""


def find_published(root: Any, things: Iterable[Thing], places: Places) -> ReadDate:
    """Return the date or time that the page says, read in its language.

    `things` are what it says of its own article in JSON-LD, microdata and RDFa. A date beside it,
    in a list or a box, is another article's; one with the headline is its own.
    """
    metas = _read_metas(root)
    stated = [metas.get(name, "") for name in _STATED]
    for name in ("datePublished", "dateCreated"):
        stated += [value for thing in things if isinstance(value := thing.get(name), str)]
    stated += [metas.get(name, "") for name in _STATED_LOOSELY]
    stated += [*_list_loose(root), *_list_times(root, places)]
    return read_stated(stated, find_language(root))


def _read_metas(root: Any) -> dict[str, str]:
    """Return what the page says in `meta`, by names in small letters; the first of each counts."""
    found: dict[str, str] = {}
    for meta in root.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and not (attribute == "itemprop" and _is_scoped(meta)):
                found.setdefault(name, meta.get("content"))
    return found


def _list_loose(root: Any) -> Iterator[str]:
    """Yield the dates of elements that say what they are, and are of no thing of its own."""
    for element in root.xpath(
        "//*[@itemprop='datePublished' or @property='datePublished'"
        " or @property='schema:datePublished' or (self::time and @pubdate)]"
    ):
        if not _is_scoped(element) and not any(map(is_aside, element.iterancestors())):
            yield element.get("datetime") or element.get("content") or element.xpath("string()")


def _list_times(root: Any, places: Places) -> Iterator[str]:
    """Yield the times that stand with the headline, but for those of a change."""
    for element in root.iter("time"):
        named = " ".join(
            one.get(name) or "" for one in (element, element.getparent()) for name in _NAMED
        )
        if not CHANGED.search(f"{named} {element.xpath('string()')}") and places.is_opening(
            element
        ):
            shown = element.xpath("string()")
            yield from (element.get("datetime") or shown, find_shown(shown))


def _is_scoped(element: Any) -> bool:
    return any(
        "itemscope" in one.attrib or "typeof" in one.attrib for one in element.iterancestors()
    )
