"""What stands above and below the text of pages: running heads, page numbers, what browsers print.

Browsers print the day, the title, the address and the number of the page, each side of a row; one
page with them is enough. Other heads and feet are known by standing on several pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from storage.article_import.formats.pdf_layout.rows import Row

_EDGE_ROWS = 2
"""Rows at the top and at the foot of a page that may be no text."""
_COMMON = 3
"""Pages that have the same row there, numbers aside, where that is no text."""
_OF_TWO = 2
"""Pages of a document, both of which have it."""
_LEAST_TOLD = 2
"""Of time, title, address and number of the page: how many a browser prints at the least."""
_APART = 1.6
"""Distance from the text, in heights of a line, of what is on two pages only."""
_NUMBER = re.compile(
    r"(?:page\s+|seite\s+|p\.\s?)?\d{1,4}\s?(?:/|of|von|de|sur|di)\s?\d{1,4}", re.IGNORECASE
)
_TIME = re.compile(
    r"""
    (?:[^\W\d]{2,12}\.?,?\s+)?                                    # the day of the week
    (?: \d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\.?                  # in figures
      | \d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,10}\.?\s+(?:de\s+)?\d{4} # 2. März 2026
      | [^\W\d]{3,10}\.?\s+\d{1,2},?\s+\d{4}                      # March 2, 2026
    )
    ,?\s+ (?:(?:um|at|à|a\slas|alle|às|om|kl\.?)\s+)?
    \d{1,2}[:.h]\d{2} (?::\d{2})? (?:\s?[ap]\.?\s?m\.?|\s(?:Uhr|h))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?|file):/{2,3}\S+|about:\w+")
_ELLIPSIS = ("…", "...")


class Margins(NamedTuple):
    """Pages without their heads and feet, and what these tell."""

    pages: list[list[Row]]
    address: str = ""
    """Where a browser printed the pages from; empty where none did, or it is cut off."""


def take_off_margins(pages: Sequence[list[Row]], title: str = "") -> Margins:
    """Take heads and feet off; `title` is that of the document."""
    common = _find_common(pages)
    address = ""
    bare: list[list[Row]] = []
    for rows in pages:
        printed = _find_printed(rows, title)
        for number in sorted(printed):
            address = address or _find_address(rows[number])
        first, last = 0, len(rows)
        while first < last and (first in printed or _is_margin(rows[first], common)):
            first += 1
        while last > first and (last - 1 in printed or _is_margin(rows[last - 1], common)):
            last -= 1
        bare.append(rows[first:last])
    return Margins(bare, address)


def _find_printed(rows: Sequence[Row], title: str) -> set[int]:
    """Return the numbers of the rows that a browser printed: the first, the last, both or none."""
    edges = {number for number in (0, len(rows) - 1) if 0 <= number < len(rows)}
    parts = {number: _take_apart(_join(rows[number])) for number in edges}
    told = set().union(*(kinds for kinds, _ in parts.values()))
    if any(_is_title(rest, title) for kinds, rest in parts.values() if kinds):
        told.add("title")
    # A day alone may open a letter, an address alone may end a text.
    if len(told) < _LEAST_TOLD:
        return set()
    is_sure = "address" in told
    return {
        number
        for number, (kinds, rest) in parts.items()
        if kinds and (not rest or _is_title(rest, title) or (is_sure and len(rows[number]) > 1))
    }


def _take_apart(text: str) -> tuple[set[str], str]:
    """Return which kinds of things browsers print stand in a row, and what else does."""
    kinds: set[str] = set()
    for kind, pattern in (("address", _ADDRESS), ("time", _TIME), ("number", _NUMBER)):
        text, count = pattern.subn(" ", text)
        if count:
            kinds.add(kind)
    return kinds, " ".join(text.split())


def _is_title(text: str, title: str) -> bool:
    for sign in _ELLIPSIS:
        text = text.removesuffix(sign).rstrip()
    return bool(text) and " ".join(title.split()).startswith(text)


def _find_address(row: Row) -> str:
    match = _ADDRESS.search(" ".join(one.text for one in row))
    if match is None or not match[0].startswith("http") or match[0].endswith(_ELLIPSIS):
        return ""
    return match[0]


def _find_common(pages: Sequence[list[Row]]) -> frozenset[str]:
    """Return the rows, numbers aside, that head or foot several pages."""
    edges: Counter[str] = Counter()
    apart: Counter[str] = Counter()
    for rows in pages:
        numbers = {
            *range(min(_EDGE_ROWS, len(rows))),
            *range(max(0, len(rows) - _EDGE_ROWS), len(rows)),
        }
        edges.update({strip_numbers(_join(rows[number])) for number in numbers})
        outer = [number for number in (0, len(rows) - 1) if _stands_apart(rows, number)]
        apart.update({strip_numbers(_join(rows[number])) for number in outer})
    found = {text for text, count in edges.items() if count >= _COMMON}
    if len(pages) == _OF_TWO:
        found |= {text for text, count in apart.items() if count == _OF_TWO}
    return frozenset(found - {""})


def _stands_apart(rows: Sequence[Row], number: int) -> bool:
    if len(rows) < _COMMON:
        return False
    other = 1 if number == 0 else number - 1
    distance = abs(rows[number][0].baseline - rows[other][0].baseline)
    return distance > _APART * max(rows[number][0].size, rows[other][0].size)


def _is_margin(row: Row, common: frozenset[str]) -> bool:
    bare = strip_numbers(_join(row))
    return not bare or bare in common


def _join(row: Row) -> str:
    return " ".join(one.text for one in row)


def strip_numbers(line: str) -> str:
    """Return a line without its numbers; of a page number nothing is left."""
    return re.sub(r"[\d\W_]+", " ", re.sub(r"\b(?:page|of)\b", "", line.lower())).strip()
