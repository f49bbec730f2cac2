"""Reading a comparison's answers in words instead of offsets."""

from __future__ import annotations

from collections.abc import Iterable

from textreuse import Comparison, Passage, Span


def text_of(comparison: Comparison, span: Span) -> str:
    return comparison.corpus.texts[span.article][span.start : span.end]


def texts_of(comparison: Comparison, spans: Iterable[Span]) -> list[str]:
    return [text_of(comparison, span) for span in spans]


def sides_of(comparison: Comparison, passage: Passage) -> tuple[str, str]:
    return text_of(comparison, passage.left), text_of(comparison, passage.right)


def keys_of(comparison: Comparison, span: Span) -> list[str]:
    """Return the folded words that lie wholly inside `span`."""
    row = comparison.corpus.words[span.article]
    return [row.keys[index] for index in row.within(span.start, span.end)]


def covered(comparison: Comparison, article: int, spans: Iterable[Span]) -> set[int]:
    """Return the indices of the words of `article` that lie wholly inside one of `spans`."""
    row = comparison.corpus.words[article]
    return {word for span in spans for word in row.within(span.start, span.end)}
