"""Words that sentences for people are made of."""

from __future__ import annotations

from collections.abc import Iterable


def join_names(names: Iterable[str], joint: str = "and") -> str:
    """Return `A`, `A and B`, `A, B and C`; empty where there are none."""
    *others, last = [*names] or [""]
    return f"{', '.join(others)} {joint} {last}" if others else last


def count_words(count: int) -> str:
    """Return `1 word`, `2 words`."""
    return "1 word" if count == 1 else f"{count:,} words"
