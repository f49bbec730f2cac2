"""UTF-16 without a byte order mark, in scripts whose letters have no byte that is zero."""

from __future__ import annotations

import unicodedata

_LOOKED_AT = 2**16
"""Bytes by which a text is told from what is none."""
_OF_TEXT = "LMNPZ"
"""General categories of what texts are made of: letters, marks, numbers, punctuation, blanks."""
_BLANK = "\n\r\t\f\v\ufeff"
_LEAST = 0.98
"""Share of such characters that a text has; other bytes mean much that Unicode has not."""
_MOST_ALIKE = 0.75
"""Most distinct upper bytes of a text, for each lower one: a script stands in few rows."""


def find_wide_codec(data: bytes) -> str | None:
    """Return the name of the codec that reads these bytes as a text; None where neither does."""
    sample = data[: min(len(data), _LOOKED_AT) & ~1]
    even, odd = len(set(sample[::2])), len(set(sample[1::2]))
    upper, lower, codec = (odd, even, "utf-16-le") if odd < even else (even, odd, "utf-16-be")
    if not sample or upper > _MOST_ALIKE * lower:
        return None
    text = sample.decode(codec, "replace")
    known = sum(one in _BLANK or unicodedata.category(one)[0] in _OF_TEXT for one in text)
    return codec if known >= _LEAST * len(text) else None
