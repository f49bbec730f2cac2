"""One record of a corpus, whatever file it stands in: which of its columns says what."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from storage.article_import.formats.tables.columns import choose_columns
from storage.article_import.formats.tables.rows import spell_cell
from storage.errors import ReadError
from storage.wording.terminal_text import clean_line, fit_utf8

LONGEST_TEXT = 4 * 2**20
"""Characters of a text: a long book. Two of them can still be compared."""
_IDS = ("id", "_id", "uid", "docid", "doc_id", "article_id", "stories_id", "guid")
_SERIES = "series"
"""What passim calls an outlet; before any other name."""
_OWN = ("id", "text", "series", "title", "date", "url")
"""What an index of a scan has by itself, under these names."""


class Record(NamedTuple):
    """A text with what is said of it; see `index.rows.IndexedDocument`."""

    id: str
    """Empty where it has none."""
    series: str
    text: str
    title: str
    date: str | None
    url: str | None
    other: str


def make_record(columns: Mapping[str, Any]) -> Record:
    """Return the record of these columns, the text as it is, but that UTF-8 can hold it.

    passim's names come first, then those under which tables have the same. `ReadError`, in words
    that follow "The line", where it is of no use.
    """
    chosen = _choose(tuple(columns))
    if "text" not in chosen:
        raise ReadError("has no column that is known for the text; call it text")
    text = columns[chosen["text"]]
    if not isinstance(text, str):
        raise ReadError("has no text" if text is None else "has something else for a text")
    if not text.strip():
        raise ReadError("has no text")
    if len(text) > LONGEST_TEXT:
        raise ReadError(f"has a text of more than {LONGEST_TEXT:,} characters; split it")

    def take(field: str) -> str:
        return clean_line(spell_cell(columns.get(chosen.get(field, ""))))

    left_out = {chosen["text"], *_OWN}
    other = {key: value for key, value in columns.items() if key not in left_out}
    return Record(
        take("id"),
        take("series"),
        fit_utf8(text),
        take("title"),
        take("date") or None,
        take("url") or None,
        fit_utf8(_spell_columns(other)),
    )


def _spell_columns(columns: Mapping[str, Any]) -> str:
    try:
        return json.dumps(columns, ensure_ascii=False, default=spell_cell, allow_nan=False)
    except (ValueError, TypeError):
        return json.dumps(_fit_json(columns), ensure_ascii=False, default=spell_cell)


def _fit_json(value: Any) -> Any:
    """Return a value as JSON has it: names are text, and of NaN and infinities it knows nothing."""
    if isinstance(value, Mapping):
        return {spell_cell(key): _fit_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_fit_json(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


@lru_cache(maxsize=256)
def _choose(names: tuple[str, ...]) -> dict[str, str]:
    """Return which of the columns with these names has what."""
    found = choose_columns(names)
    chosen = {
        "series": found.get("outlet", ""),
        "date": found.get("published", ""),
        "id": next((name for name in _IDS if name in names), ""),
    }
    chosen |= {key: found[key] for key in ("text", "title", "url") if key in found}
    chosen |= {name: name for name in _OWN if name in names}
    return chosen
