"""What two or more texts disagree on, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse import Disagreement, compare, find_statements

Told = tuple[str, str, str, str]


def find(
    texts: Sequence[str], published: Sequence[str | None] | None = None
) -> tuple[Disagreement, ...]:
    """Return the disagreements; articles are called A, B, ..."""
    names = [chr(ord("A") + number) for number in range(len(texts))]
    return find_statements(compare(texts), names=names, published=published).disagreements


def tell(*texts: str, published: Sequence[str | None] | None = None) -> list[Told]:
    """Return severity, kind and both values of each disagreement, in order."""
    return [
        (
            one.severity,
            one.kind,
            texts[one.left.article][one.left.start : one.left.end],
            texts[one.right.article][one.right.start : one.right.end],
        )
        for one in find(texts, published)
    ]
