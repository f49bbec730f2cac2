"""Words that go with a count: 1 article, 2 articles."""

from __future__ import annotations


def inflect(count: int, one: str, many: str | None = None) -> str:
    """Return the word that goes with a count: `one` with 1, else `many`, which is `one` and an s.

    A verb has its s with 1, so that both forms are given: `inflect(count, "stands", "stand")`.
    """
    return one if count == 1 else many or f"{one}s"


def pluralize(count: int, one: str, many: str | None = None) -> str:
    """Return a count with what is counted: `1 article`, `2,000 articles`; see `inflect`."""
    return f"{count:,} {inflect(count, one, many)}"
