"""All texts of one comparison as one row of numbered words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textreuse.spans import Span
from textreuse.words import Words


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts, their words, and every word's number in one row, article after article.

    A *position* is an index into `tokens`. Equal words have equal tokens; the token that stands
    between two articles, and every word left out, is unlike any other, so that no match can
    run over it.
    """

    texts: tuple[str, ...]
    words: tuple[Words, ...]
    tokens: list[int]
    first: list[int]
    """The position of each article's first word."""

    def article(self, position: int) -> int:
        """Return the article in which the word at `position` stands."""
        return bisect_right(self.first, position) - 1

    def span(self, first: int, last: int) -> Span:
        """Return the place of the words at positions `first:last`, of one article, not empty."""
        article = self.article(first)
        base, row = self.first[article], self.words[article]
        return Span(article, row.starts[first - base], row.ends[last - 1 - base])

    def positions(self, span: Span) -> range:
        """Return the positions of the words that lie wholly inside `span`."""
        inside = self.words[span.article].within(span.start, span.end)
        base = self.first[span.article]
        return range(base + inside.start, base + inside.stop)

    def size(self, first: int, last: int) -> float:
        """How much text the positions `first:last` of one article are, in words."""
        article = self.article(first)
        base = self.first[article]
        return self.words[article].size(first - base, last - base)


def corpus(texts: Sequence[str], rows: Sequence[Words], left_out: Collection[Span] = ()) -> Corpus:
    """Number `rows`, the words of `texts`; those touching a span of `left_out` match nothing."""
    numbers: dict[str, int] = {}
    tokens: list[int] = []
    first: list[int] = []
    for row in rows:
        first.append(len(tokens))
        tokens.extend(numbers.setdefault(key, len(numbers)) for key in row.keys)
        tokens.append(-len(tokens) - 1)
    for span in left_out:
        base = first[span.article]
        for index in rows[span.article].touching(span.start, span.end):
            tokens[base + index] = -(base + index) - 1
    return Corpus(tuple(texts), tuple(rows), tokens, first)
