"""All texts of one comparison as one row of numbered words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from textreuse.text.language import guess_language
from textreuse.text.sentences import sentences
from textreuse.text.spans import Span
from textreuse.text.words import Words

Stretch = tuple[int, int]
"""The positions `first:last`, at least one, of one article."""


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
    sentences: list[list[Stretch]]
    """Of each article the sentences, in order; every word that was not left out lies in one. A
    sentence is two where words inside it were left out."""
    languages: list[str | None]
    """Of each article, as far as it is clear (see `language`)."""
    barriers: list[int]
    """The positions, ascending, that no match can run over: article ends, words left out."""

    def article(self, position: int) -> int:
        """Return the article in which the word at `position` stands."""
        return bisect_right(self.first, position) - 1

    def unbroken(self, first: int, last: int) -> bool:
        """Tell whether no barrier lies at the positions `first:last`."""
        following = bisect_left(self.barriers, first)
        return following == len(self.barriers) or self.barriers[following] >= last

    def open_before(self, position: int, most: int) -> int:
        """Return from where on, at most `most` words back, no barrier lies before `position`."""
        preceding = bisect_left(self.barriers, position) - 1
        start = self.barriers[preceding] + 1 if preceding >= 0 else 0
        return max(start, position - most)

    def open_after(self, position: int, most: int) -> int:
        """Return up to where, at most `most` words on, no barrier lies from `position`."""
        following = self.barriers[bisect_left(self.barriers, position)]
        return min(following, position + most)

    def sentence(self, position: int) -> Stretch:
        """Return the sentence in which the word at `position` stands."""
        cut = self.sentences[self.article(position)]
        return cut[bisect_left(cut, (position + 1,)) - 1]

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
    # In the order of the words themselves, so that no choice hangs on the order of the texts.
    vocabulary = sorted(set().union(*(row.counts for row in rows)))
    numbers = {key: number for number, key in enumerate(vocabulary)}
    tokens: list[int] = []
    first: list[int] = []
    barriers: list[int] = []
    for row in rows:
        first.append(len(tokens))
        tokens.extend(map(numbers.__getitem__, row.keys))
        barriers.append(len(tokens))
        tokens.append(-len(tokens) - 1)
    for span in left_out:
        base = first[span.article]
        for index in rows[span.article].touching(span.start, span.end):
            tokens[base + index] = -(base + index) - 1
            barriers.append(base + index)
    in_order = sorted(set(barriers))
    cut = [_sentences(*article, in_order) for article in zip(texts, rows, first, strict=True)]
    languages = [guess_language(row.counts) for row in rows]
    return Corpus(tuple(texts), tuple(rows), tokens, first, cut, languages, in_order)


def _sentences(text: str, row: Words, base: int, barriers: Sequence[int]) -> list[Stretch]:
    borders = [base]
    for _, end in sentences(text):
        border = base + bisect_right(row.ends, end)
        if border > borders[-1]:
            borders.append(border)
    within = barriers[bisect_left(barriers, base) : bisect_left(barriers, base + len(row))]
    if not within:
        return list(pairwise(borders))
    closed = set(within)
    return [
        (part[0], part[-1] + 1)
        for sentence in pairwise(borders)
        for is_closed, part in (
            (key, list(positions))
            for key, positions in groupby(range(*sentence), key=closed.__contains__)
        )
        if not is_closed
    ]
