"""Words of an article, cut where some of them are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textreuse import DiffPiece, Span, merge


def mark_removed(text: str, span: Span, changed: Iterable[Span]) -> tuple[DiffPiece, ...]:
    """Return the words at `span`, those in `changed` as what the other version has not."""
    return tuple(
        DiffPiece("deleted", words, "") if is_changed else DiffPiece("same", words, words)
        for words, is_changed in _cut(text, span, changed)
    )


def mark_added(text: str, span: Span, changed: Iterable[Span]) -> tuple[DiffPiece, ...]:
    """Return the words at `span`, those in `changed` as what this version has alone."""
    return tuple(
        DiffPiece("inserted", "", words) if is_changed else DiffPiece("same", words, words)
        for words, is_changed in _cut(text, span, changed)
    )


def _cut(text: str, span: Span, changed: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Yield stretches of `span`, none of them empty, and whether each is marked."""
    at = span.start
    for one in merge(changed):
        start, end = max(at, one.start), min(span.end, one.end)
        if one.article == span.article and start < end:
            if at < start:
                yield text[at:start], False
            yield text[start:end], True
            at = end
    if at < span.end:
        yield text[at : span.end], False
