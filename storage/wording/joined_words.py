"""Words in a row, as a sentence has them."""

from __future__ import annotations

from collections.abc import Iterable


def join_words(words: Iterable[str]) -> str:
    """Return words joined as in a sentence: `A, C and D`; empty where there are none."""
    *others, last = tuple(words) or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def join_some(words: Iterable[str], most: int = 5) -> str:
    """Return the first words joined, and how many more there are: `A, B and 7 more`."""
    named = list(words)
    more = len(named) - most
    return join_words([*named[:most], f"{more:,} more"] if more > 0 else named)


def split_names(line: str | None) -> list[str]:
    """Return the names in a line like `A,B`; none where it is not given."""
    return [name.strip() for name in (line or "").split(",") if name.strip()]
