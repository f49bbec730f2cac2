"""What a person types into a search: words, phrases, beginnings of words, filters.

Any text is a query; nothing in it is ever read as FTS5's own syntax or as SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from storage.wording.terminal_text import fit_utf8, shorten
from storage.wording.written_dates import ReadDate, describe_readings, find_first_day

_PIECE = re.compile(
    r"""
    (?P<without>[-!\u00ac\u2010-\u2013\u2212\uff01\uff0d](?=["'‘’*\#\w]))?
    (?:
      (?P<filter>outlet|source|tag|story|coder|coded|after|before):(?:"(?P<quoted>[^"]*)"?|(?P<value>\S*))
    | "(?P<phrase>[^"]*)"?
    | (?P<word>\S+)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_OPERATORS = frozenset(("AND", "NOT", "OR", "|", "||", "&", "&&"))
"""What other searches join words by; in small letters they are words."""
_BEYOND = re.compile(
    r"""[\w"*)]\s+(?:OR|\|\|?|NEAR(?:/\d+)?)\s+\S|(?:^|\s)(?:NOT\s+|[-+!])\(|(?:^|[\s-])\*\w"""
)
"""Signs of what a query cannot say."""
_CANNOT = (
    "A search finds what has all of its words, and none with “-” before it; there is no OR,"
    " there are no brackets, and “*” ends a word."
)
_FILTERS = ("outlet", "tag", "story", "after", "before", "coder", "coded")
_FORMER = {"source": "outlet"}
"""Filters by the names that earlier versions had for them, which are understood."""
_LIKE_A_FILTER = re.compile(r"([a-z]{3,}):(?!//)\S", re.IGNORECASE)
_LIKENESS = 70
"""Of 100: less like a filter's name is a word of its own."""
_EAST_ASIAN = re.compile("[⺀-〿぀-ヿ㄀-ㆿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ﾟ]")
_SHOWN = 30
"""Characters of a query that a sentence about it repeats."""


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
    coders: tuple[str, ...] = ()
    """Who has annotated or tagged it."""
    coded: tuple[str, ...] = ()
    """Who is done with it; `yes` is anybody."""
    without: Query | None = None
    """Terms and names of which none may be there."""
    notices: tuple[str, ...] = ()
    """What cannot be meant as it is written, a sentence each."""
    doubts: tuple[str, ...] = ()
    """What may be meant otherwise, a sentence each: to be told where nothing is found."""

    @property
    def has_filters(self) -> bool:
        """Whether anything but terms narrows the search."""
        return any(self[1:-2])

    def explain(self, *, found: bool) -> tuple[str, ...]:
        """Return what is to be said of the query, by whether anything was found."""
        return self.notices if found else (*self.notices, *self.doubts)

    def split(self) -> Iterator[Query]:
        """Yield each thing that is asked for as a query of its own."""
        yield from (Query(terms=(term,)) for term in self.terms)
        yield from (Query(outlets=(outlet,)) for outlet in self.outlets)
        yield from (Query(tags=(tag,)) for tag in self.tags)
        yield from (Query(stories=(story,)) for story in self.stories)
        yield from (Query(coders=(coder,)) for coder in self.coders)
        yield from (Query(coded=(coder,)) for coder in self.coded)
        if self.after is not None:
            yield Query(after=self.after)
        if self.before is not None:
            yield Query(before=self.before)


def parse_query(typed: str, *, is_unfinished: bool = False) -> Query:
    """Read what a person typed; every text is a query, at worst one that finds nothing.

    `"in a row"`, `begin*`, `outlet:NAME`, `tag:NAME`, `story:NAME`, `after:DATE`, `before:DATE`,
    `coder:NAME`, `coded:NAME`, `coded:yes`; names with spaces in quotes; `-` before a word, a
    phrase or a name for what is not to be there. `NOT` means the same, `AND` nothing; in quotes
    they are words. Dates are those of `find_first_day`, `before:2026` ends with 2025. A filter
    without a value, or with a date that is none, is searched for as a word. Where the query
    `is_unfinished`, a word at its end may be the beginning of one.
    """
    wanted, unwanted = _Reader(), _Reader()
    typed = fit_utf8(typed).replace("\0", " ").translate(_QUOTES)
    pieces = list(_PIECE.finditer(typed))
    is_negated = False
    for piece in pieces:
        is_last = piece is pieces[-1]
        if piece.group() in _OPERATORS and not is_last:
            is_negated = piece.group() == "NOT" or (is_negated and piece.group() == "AND")
            continue
        if piece.group() == "-" and not is_last:
            wanted.notices.append("“-” leaves out what follows without a space: -word.")
        reader = unwanted if piece["without"] or is_negated else wanted
        is_negated = False
        is_begun = is_unfinished and is_last and piece.end() == len(typed)
        reader.take(piece, is_begun=is_begun)
    if _BEYOND.search(typed):
        wanted.notices.append(_CANNOT)
    wanted.tell_dates()
    without = unwanted.make_query()
    return wanted.make_query()._replace(
        without=without if any(without) else None,
        notices=tuple(dict.fromkeys(wanted.notices + unwanted.notices)),
        doubts=tuple(dict.fromkeys(wanted.doubts + unwanted.doubts)),
    )


class _Reader:
    """Collects what is wanted, or what is not."""

    def __init__(self) -> None:
        self._terms: list[QueryTerm] = []
        self._names: dict[str, list[str]] = {
            name: [] for name in ("outlet", "tag", "story", "coder", "coded")
        }
        self._dates: dict[str, str] = {}
        self.notices: list[str] = []
        self.doubts: list[str] = []

    def take(self, piece: re.Match[str], *, is_begun: bool) -> None:
        """Take one piece of what was typed."""
        kind = (piece["filter"] or "").lower()
        kind = _FORMER.get(kind, kind)
        value = (piece["quoted"] or piece["value"] or "").strip()
        date = find_first_day(value) if kind in ("after", "before") else ReadDate()
        if kind in self._names and value.lstrip("#"):
            self._names[kind].append(value.lstrip("#") if kind == "tag" else value)
        elif date.date:
            self._dates[kind] = date.date
        elif piece["phrase"] is not None:
            _append(self._terms, piece["phrase"], beginning=False)
        else:
            word = piece.group().removeprefix(piece["without"] or "")
            if kind and value:
                said = shorten(value, _SHOWN)
                self.notices.append(
                    f"{describe_readings(said, date.readings)}; write which."
                    if date.readings
                    else f"“{said}” is not a date; write it like 2026-03."
                )
            self._look_for_filter(word)
            _append(self._terms, word.rstrip("*"), beginning=is_begun or word.endswith("*"))

    def _look_for_filter(self, word: str) -> None:
        """Tell of a word that looks like a filter which is likely meant, or may be."""
        match = _LIKE_A_FILTER.match(word)
        if match is None or match[1].lower() in (*_FILTERS, *_FORMER):
            return
        told = f"There is no filter “{shorten(match[1], _SHOWN)}:”"
        meant = _find_meant(match[1])
        if meant is not None:
            self.notices.append(f"{told}; did you mean “{meant}:”?")
        else:
            known = ", ".join(f"{name}:" for name in _FILTERS)
            self.doubts.append(f"{told}; there are {known}.")

    def tell_dates(self) -> None:
        """Tell which days dates were read as."""
        for kind, day in self._dates.items():
            since = f"on {day} or later" if kind == "after" else f"before {day}"
            self.doubts.append(f"“{kind}:” finds articles dated {since}, and none without a date.")

    def make_query(self) -> Query:
        """Return what was collected, but for what is to be said of it."""
        return Query(
            tuple(dict.fromkeys(self._terms)),
            outlets=tuple(dict.fromkeys(self._names["outlet"])),
            tags=tuple(dict.fromkeys(self._names["tag"])),
            stories=tuple(dict.fromkeys(self._names["story"])),
            coders=tuple(dict.fromkeys(self._names["coder"])),
            coded=tuple(dict.fromkeys(self._names["coded"])),
            after=self._dates.get("after"),
            before=self._dates.get("before"),
        )


def _find_meant(name: str) -> str | None:
    """Return the filter that is written nearly like `name`."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name.lower(), _FILTERS, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    return found[0] if found else None


def _append(terms: list[QueryTerm], text: str, *, beginning: bool) -> None:
    # What has no letter or digit has no word: FTS5 would find nothing for it.
    if any(sign.isalnum() for sign in text):
        terms.append(QueryTerm(text, beginning))
