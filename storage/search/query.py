"""What a person types into a search: words, phrases, beginnings of words, filters.

Any text is a query; nothing in it is ever read as FTS5's own syntax or as SQL.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from storage.wording.terminal_text import fit_utf8

_PIECE = re.compile(
    r"""
      (?P<filter>outlet|source|tag|story|after|before):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S*))
    | "(?P<phrase>[^"]*)"?
    | (?P<word>\S+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FORMER = {"source": "outlet"}
"""Filters by the names that earlier versions had for them, which are understood."""
_EAST_ASIAN = re.compile("[⺀-〿぀-ヿ㄀-ㆿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ﾟ]")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")


class QueryTerm(NamedTuple):
    """Words that are to stand in a row."""

    text: str
    is_beginning: bool = False
    """Whether words that only begin so are meant too."""

    @property
    def expression(self) -> str:
        """The term in FTS5's syntax; no sign of the text has a meaning there."""
        quoted = self.text.replace('"', '""')
        return f'"{quoted}"' + ("*" if self.is_beginning else "")

    @property
    def is_east_asian(self) -> bool:
        """Whether it has signs of a writing without spaces between words."""
        return bool(_EAST_ASIAN.search(self.text))


class Query(NamedTuple):
    """A search. All terms must be found; of filters with one name, all must hold.

    Nothing stands in it twice.
    """

    terms: tuple[QueryTerm, ...] = ()
    outlets: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    after: str | None = None
    """The first day that counts, ISO 8601."""
    before: str | None = None
    """The first day that counts no more."""

    @property
    def has_filters(self) -> bool:
        """Whether anything but terms narrows the search."""
        return any(self[1:])


def parse_query(typed: str) -> Query:
    """Read what a person typed; every text is a query, at worst one that finds nothing.

    `"in a row"`, `begin*`, `outlet:NAME`, `tag:NAME`, `story:NAME`, `after:DATE`, `before:DATE`;
    names with spaces in quotes. Dates are years, months or days, `before:2026` ends with 2025. A
    filter without a value, or with a date that is none, is searched for as a word.
    """
    terms: list[QueryTerm] = []
    names: dict[str, list[str]] = {"outlet": [], "tag": [], "story": []}
    dates: dict[str, str] = {}
    for piece in _PIECE.finditer(fit_utf8(typed).replace("\0", " ")):
        kind = (piece["filter"] or "").lower()
        kind = _FORMER.get(kind, kind)
        value = (piece["quoted"] or piece["value"] or "").strip()
        day = parse_first_day(value) if kind in ("after", "before") else None
        if kind in names and value.lstrip("#"):
            names[kind].append(value.lstrip("#") if kind == "tag" else value)
        elif day is not None:
            dates[kind] = day
        elif piece["phrase"] is not None:
            _append(terms, piece["phrase"], beginning=False)
        else:
            word = piece.group()
            _append(terms, word.rstrip("*"), beginning=word.endswith("*"))
    return Query(
        tuple(dict.fromkeys(terms)),
        _drop_repeated(names["outlet"]),
        _drop_repeated(names["tag"]),
        _drop_repeated(names["story"]),
        dates.get("after"),
        dates.get("before"),
    )


def _drop_repeated(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def parse_first_day(written: str) -> str | None:
    """Return the first day of a year, month or day as ISO 8601; None for anything else."""
    match = _PARTIAL_DATE.match(written)
    if match is None:
        return None
    try:
        return date(*(int(part or 1) for part in match.groups())).isoformat()
    except ValueError:
        return None


def _append(terms: list[QueryTerm], text: str, *, beginning: bool) -> None:
    # What has no letter or digit has no word: FTS5 would find nothing for it.
    if any(sign.isalnum() for sign in text):
        terms.append(QueryTerm(text, beginning))
