"""CSL JSON: what Zotero, Mendeley and citation processors exchange (citeproc-js's input format)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from storage.article_import.decode_text import decode
from storage.article_import.formats.references.reference import (
    Reference,
    find_citation_key,
    join_date,
)
from storage.errors import ReadError
from storage.wording.written_dates import read_date


def read_csl_json(data: bytes) -> Iterator[Reference]:
    """Yield the records, in their order; what is no object is none. `ReadError` for no JSON."""
    try:
        held = json.loads(decode(data)[0])
    except (ValueError, RecursionError):
        raise ReadError("is damaged or not CSL JSON") from None
    items = held.get("items") if isinstance(held, dict) else held
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            yield Reference(
                _take(item, "title"),
                _take(item, "container-title") or _take(item, "publisher"),
                ", ".join(filter(None, map(_read_name, _list(item, "author")))),
                _read_day(item.get("issued")),
                _take(item, "URL"),
                citation_key=_take(item, "citation-key")
                or find_citation_key(item.get("note"))
                or _take(item, "id"),
                captured=_read_day(item.get("accessed")),
                section=_take(item, "section"),
            )


def _take(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    value = value[0] if isinstance(value, list) and value else value  # Crossref sends lists
    return " ".join(value.split()) if isinstance(value, str) else ""


def _list(item: dict[str, Any], name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _read_name(name: Any) -> str:
    if not isinstance(name, dict):
        return ""
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _take(name, "literal") or " ".join(filter(None, (_take(name, one) for one in parts)))


def _read_day(day: Any) -> str:
    if not isinstance(day, dict):
        return ""
    parts = day.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        return join_date(*parts[0])
    return read_date(_take(day, "raw") or _take(day, "literal")).date
