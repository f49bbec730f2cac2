"""Shared quotations: how much of what articles share is what somebody said, and what is their own.

Two reports of one press conference share its quotations, and neither took a word of the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from textreuse.comparison import Comparison
from textreuse.passages.passages import REWORDED, Passage
from textreuse.settings import Settings
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import Position, QuotedWords, Stretch
from textreuse.text.spans import Span, merge

_RUNS_OF_OWN = Settings().min_words
"""Words in common outside quotations, from which on they are a passage by themselves."""

_GOOD_PART = 0.4
"""Share of the own words of an article from which on it and another are versions of one text."""


class SharedQuotations:
    """What articles share inside direct quotations: `quotations` are those of each article."""

    def __init__(self, comparison: Comparison, quotations: Sequence[Sequence[Quotation]]) -> None:
        self._comparison = comparison
        self._quoted = [_merge_spans(of_article) for of_article in quotations]
        places = (map(comparison.corpus.positions, spans) for spans in self._quoted)
        self._places = [
            QuotedWords([(place.start, place.stop) for place in of_article if place])
            for of_article in places
        ]

    def find_overlaps(self, first: Position, last: Position) -> list[Stretch]:
        """Return the direct quotations that have a word at the positions `first:last`."""
        return self._places[self._comparison.corpus.article(first)].find_overlaps(first, last)

    def find(self, article: int, other: int | None = None) -> list[Span]:
        """Return what of `comparison.shared(article, other)` stands in its direct quotations."""
        return _intersect(self._comparison.shared(article, other), self._quoted[article])

    def count(self, article: int, other: int | None = None) -> int:
        """Count the words of `find`. The rest of those shared are the outlet's own."""
        return self._comparison.word_count(article, self.find(article, other))

    def count_all(self, article: int) -> int:
        """Count the words of the direct quotations of `article`, shared or not."""
        return self._comparison.word_count(article, self._quoted[article])


def find_quotation_passages(
    comparison: Comparison, quotations: Sequence[Sequence[Quotation]]
) -> tuple[Passage, ...]:
    """Return the passages that are quotations and nothing else, for `Comparison.without`.

    A passage that is partly a quotation is kept whole, or not at all. It is kept where the words in
    common that stand outside quotations, on either side, would make a passage by themselves (six of
    them); fewer say who spoke. Of a paraphrase all words of the side with fewer of its own count.
    """
    quoted = [_merge_spans(of_article) for of_article in quotations]
    return tuple(
        passage
        for passage in comparison.passages
        if _has_quotations(passage, quoted)
        and _count_own_words(comparison, passage, quoted) < _RUNS_OF_OWN
    )


class OwnWords:
    """How much of their own words, quotations left out, two articles have in common."""

    def __init__(self, comparison: Comparison, quotations: Sequence[Sequence[Quotation]]) -> None:
        self._comparison, self._quoted = comparison, SharedQuotations(comparison, quotations)
        self._of_pair: dict[tuple[int, int], bool] = {}

    def are_shared(self, one: int, other: int) -> bool:
        """Tell whether a good part of the own words of either article stands in the other."""
        pair = min(one, other), max(one, other)
        if pair not in self._of_pair:
            shares = (self._measure(*pair), self._measure(*pair[::-1]))
            self._of_pair[pair] = max(shares) >= _GOOD_PART
        return self._of_pair[pair]

    def _measure(self, article: int, other: int) -> float:
        count = self._comparison.word_count
        shared = count(article, self._comparison.shared(article, other))
        own = count(article) - self._quoted.count_all(article)
        return (shared - self._quoted.count(article, other)) / max(1, own)


def _has_quotations(passage: Passage, quoted: Sequence[Sequence[Span]]) -> bool:
    return all(
        any(side.overlap(span) for span in _near(quoted[side.article], side))
        for side in (passage.left, passage.right)
    )


def _count_own_words(
    comparison: Comparison, passage: Passage, quoted: Sequence[Sequence[Span]]
) -> int:
    if passage.kind in REWORDED:
        sides = passage.left, passage.right
        return min(_count_outside(comparison, (side,), quoted) for side in sides)
    sides_of_runs = zip(*passage.runs, strict=True)
    return max(_count_outside(comparison, side, quoted) for side in sides_of_runs)


def _count_outside(
    comparison: Comparison, spans: Sequence[Span], quoted: Sequence[Sequence[Span]]
) -> int:
    article = spans[0].article
    inside = _intersect(spans, quoted[article])
    return comparison.word_count(article, spans) - comparison.word_count(article, inside)


def _merge_spans(quotations: Iterable[Quotation]) -> tuple[Span, ...]:
    return merge(quotation.span for quotation in quotations)


def _near(spans: Sequence[Span], place: Span) -> Sequence[Span]:
    """Return those of sorted, disjoint spans that may touch a place."""
    first = bisect_right(spans, place.start, key=lambda span: span.end)
    last = bisect_left(spans, place.end, lo=first, key=lambda span: span.start)
    return spans[first:last]


def _intersect(spans: Iterable[Span], others: Sequence[Span]) -> list[Span]:
    """Return what disjoint spans of one article have in common with sorted, disjoint others."""
    return [
        Span(span.article, max(span.start, other.start), min(span.end, other.end))
        for span in spans
        for other in _near(others, span)
    ]
