"""Finding words that somebody typed in the text that they were read in."""

from __future__ import annotations

import re

from textreuse import APOSTROPHES, DASHES, DOUBLE_QUOTES

# A keyboard has one of each; what is printed has many.
_ALIKE = (APOSTROPHES, DOUBLE_QUOTES, DASHES)


def find_quote(quote: str, text: str) -> list[tuple[int, int]]:
    """Return where `quote` stands in `text`, as offsets, in order; overlapping places included.

    Any quote stands for its straight and curly forms, any dash for all of them, white space for
    any white space; letters must be the same. Nothing for an empty quote.
    """
    if not quote.strip():
        return []
    form = "".join(_make_pattern(sign) for sign in re.findall(r"\s+|.", quote))
    pattern = re.compile(f"(?=({form}))")
    return [match.span(1) for match in pattern.finditer(text)]


def _make_pattern(sign: str) -> str:
    if sign.isspace():
        return r"\s+"
    for alike in _ALIKE:
        if sign in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(sign)
