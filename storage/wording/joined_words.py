"""Words in a row, as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable


def join_words(words: Iterable[str]) -> str:
    """Return words joined as in a sentence: `A, C and D`; empty where there are none."""
    *others, last = tuple(words) or ("",)
    return f"{', '.join(others)} and {last}" if others else last
