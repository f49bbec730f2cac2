"""All texts of one comparison as one row of numbered words.

Places in texts are counted in several ways: by code points (plain `int`, as in `Span`, which
everybody may make), by the words of one article, by *positions* in the row of all words, by units
and by clauses. The last four have types of their own, so that none is taken for another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, groupby, pairwise
from operator import itemgetter
from typing import NewType

from textreuse.structures.ranges import Range
from textreuse.text.prepared_text import Layout, PreparedText
from textreuse.text.spans import Span
from textreuse.text.words import WordIndex, Words

Position = NewType("Position", int)
"""Where a word stands in the row of all words: an index into `Corpus.tokens`."""

Stretch = tuple[Position, Position]
"""The positions `first:last`, at least one, of one article."""


@dataclass(frozen=True)
class QuotedWords:
    """What stands between quotation marks in one article (see `quotations`), if it has words."""

    all: list[Stretch]
    """In order, one inside another behind it."""
    extents: Sequence[tuple[int, int]] = ()
    """By code points, in the same order, those without a word among them."""

    @cached_property
    def _outermost(self) -> list[Stretch]:
        """Those that lie in no other. They are disjoint, and hold whatever any quotation holds."""
        found: list[Stretch] = []
        for quotation in self.all:
            if not found or quotation[0] >= found[-1][1]:
                found.append(quotation)
        return found

    @cached_property
    def _starts(self) -> frozenset[Position]:
        return frozenset(first for first, _ in self.all)

    @cached_property
    def _ends(self) -> frozenset[Position]:
        return frozenset(last for _, last in self.all)

    def hold(self, first: Position, last: Position) -> bool:
        """Tell whether the positions `first:last` all stand between the same marks."""
        following = bisect_right(self._outermost, first, key=itemgetter(0))
        return following > 0 and self._outermost[following - 1][1] >= last

    def find_overlaps(self, first: Position, last: Position) -> list[Stretch]:
        """Return those that lie in no other and have a word at the positions `first:last`."""
        start = max(0, bisect_right(self._outermost, first, key=itemgetter(0)) - 1)
        end = bisect_left(self._outermost, last, lo=start, key=itemgetter(0))
        return [quotation for quotation in self._outermost[start:end] if quotation[1] > first]

    def count(self, first: Position, last: Position) -> int:
        """Return how many of the positions `first:last` stand in some quotation."""
        return sum(
            min(end, last) - max(start, first) for start, end in self.find_overlaps(first, last)
        )

    def begin_at(self, position: Position) -> bool:
        """Tell whether one begins with the word at `position`."""
        return position in self._starts

    def end_at(self, position: Position) -> bool:
        """Tell whether one ends with the word before `position`."""
        return position in self._ends


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts, their words, and every word's number in one row, article after article.

    Equal words have equal tokens, numbers with their signs (see `signs`); the token that stands
    between two articles, and every word left out, is unlike any other, so that no match can run
    over it.
    """

    texts: tuple[str, ...]
    words: tuple[Words, ...]
    tokens: list[int]
    first: list[Position]
    """The position of each article's first word."""
    sentences: list[list[Stretch]]
    """Of each article the sentences, in order; every word that was not left out lies in one. A
    sentence is two where words inside it were left out."""
    paragraphs: list[Position]
    """Where the paragraphs of all articles begin, ascending."""
    languages: list[str | None]
    """Of each article, as far as it is clear (see `language`)."""
    quotations: list[QuotedWords]
    """Of each article what it quotes."""
    barriers: list[Position]
    """The positions, ascending, that no match can run over: article ends, words left out."""
    same: list[int]
    """Of each article the first that has the same text, and the same words of it left out."""
    found: dict[tuple[str, int], object] = field(default_factory=dict, compare=False, repr=False)
    """What several ask of an article, found once: by what it is, and by article."""

    def article(self, position: Position) -> int:
        """Return the article in which the word at `position` stands."""
        return bisect_right(self.first, position) - 1

    def group_pairs(self) -> Iterable[list[tuple[int, int]]]:
        """Return all pairs of articles, left < right, those of the same two texts together."""
        alike: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for left, right in combinations(range(len(self.texts)), 2):
            alike.setdefault((self.same[left], self.same[right]), []).append((left, right))
        return alike.values()

    def all_of(self, article: int) -> Range[Position]:
        """Return the positions of all words of an article, those left out among them."""
        first = self.first[article]
        return Range(first, first + len(self.words[article]))

    def is_unbroken(self, first: Position, last: Position) -> bool:
        """Tell whether no barrier lies at the positions `first:last`."""
        following = bisect_left(self.barriers, first)
        return following == len(self.barriers) or self.barriers[following] >= last

    def list_barriers(self, first: Position, last: Position) -> Sequence[Position]:
        """Return the barriers at the positions `first:last`, ascending."""
        start = bisect_left(self.barriers, first)
        return self.barriers[start : bisect_left(self.barriers, last, start)]

    def open_before(self, position: Position, most: int) -> Position:
        """Return from where on, at most `most` words back, no barrier lies before `position`."""
        preceding = bisect_left(self.barriers, position) - 1
        start = self.barriers[preceding] + 1 if preceding >= 0 else 0
        return Position(max(start, position - most))

    def open_after(self, position: Position, most: int) -> Position:
        """Return up to where, at most `most` words on, no barrier lies from `position`."""
        following = self.barriers[bisect_left(self.barriers, position)]
        return Position(min(following, position + most))

    def sentence(self, position: Position) -> Stretch:
        """Return the sentence in which the word at `position` stands."""
        cut = self.sentences[self.article(position)]
        return cut[bisect_left(cut, (position + 1,)) - 1]

    def find_breaks(self, first: Position, last: Position) -> list[Position]:
        """Return where paragraphs begin among the positions `first:last`, but for `first`."""
        start = bisect_right(self.paragraphs, first)
        return self.paragraphs[start : bisect_left(self.paragraphs, last, start)]

    def is_quoted(self, first: Position, last: Position) -> bool:
        """Tell whether the positions `first:last` all stand between the same quotation marks."""
        return self.quotations[self.article(first)].hold(first, last)

    def span(self, first: Position, last: Position) -> Span:
        """Return the place of the words at positions `first:last`, of one article, not empty."""
        article = self.article(first)
        base, row = self.first[article], self.words[article]
        return Span(article, row.starts[first - base], row.ends[last - 1 - base])

    def positions(self, span: Span) -> Range[Position]:
        """Return the positions of the words that lie wholly inside `span`."""
        inside = self.words[span.article].within(span.start, span.end)
        base = self.first[span.article]
        return Range(base + inside.start, base + inside.stop)

    def size(self, first: Position, last: Position) -> float:
        """How much text the positions `first:last` of one article are, in words."""
        article = self.article(first)
        base = self.first[article]
        return self.words[article].size(WordIndex(first - base), WordIndex(last - base))


def build_corpus(prepared: Sequence[PreparedText], left_out: Collection[Span] = ()) -> Corpus:
    """Number the words of texts; those touching a span of `left_out` match nothing."""
    # In the order of the words themselves, so that no choice hangs on the order of the texts.
    signed = {sign + one.words.keys[index] for one in prepared for index, sign in one.signs.items()}
    vocabulary = sorted(signed.union(*(one.words.counts for one in prepared)))
    numbers = dict(zip(vocabulary, range(len(vocabulary)), strict=True))
    tokens: list[int] = []
    first: list[Position] = []
    barriers: list[Position] = []
    for one in prepared:
        base = Position(len(tokens))
        first.append(base)
        tokens.extend(map(numbers.__getitem__, one.words.keys))
        for index, sign in one.signs.items():
            tokens[base + index] = numbers[sign + one.words.keys[index]]
        barriers.append(Position(len(tokens)))
        tokens.append(-len(tokens) - 1)
    for span in left_out:
        base = first[span.article]
        for index in prepared[span.article].words.find_overlaps(span.start, span.end):
            tokens[base + index] = -(base + index) - 1
            barriers.append(Position(base + index))
    in_order = sorted(set(barriers))
    texts = tuple(one.text for one in prepared)
    laid_out = [(one.layout, base) for one, base in zip(prepared, first, strict=True)]
    return Corpus(
        texts,
        tuple(one.words for one in prepared),
        tokens,
        first,
        [_cut_sentences(layout.borders, base, in_order) for layout, base in laid_out],
        [Position(base + start) for layout, base in laid_out for start in layout.paragraphs],
        [one.language for one in prepared],
        [_place_quotations(layout, base) for layout, base in laid_out],
        in_order,
        _find_same(texts, left_out),
    )


def _find_same(texts: Sequence[str], left_out: Iterable[Span]) -> list[int]:
    """Return of each text the first one that is the same, spans `left_out` included."""
    spans: list[list[tuple[int, int]]] = [[] for _ in texts]
    for article, start, end in left_out:
        spans[article].append((start, end))
    first: dict[tuple[str, tuple[tuple[int, int], ...]], int] = {}
    return [
        first.setdefault((text, tuple(of_text)), article)
        for article, (text, of_text) in enumerate(zip(texts, spans, strict=True))
    ]


def _place_quotations(layout: Layout, base: Position) -> QuotedWords:
    return QuotedWords(
        [(Position(base + first), Position(base + last)) for first, last in layout.quotations],
        layout.quoted,
    )


def _cut_sentences(
    borders: Sequence[WordIndex], base: Position, barriers: Sequence[Position]
) -> list[Stretch]:
    shifted = [Position(base + border) for border in borders]
    within = barriers[bisect_left(barriers, base) : bisect_left(barriers, shifted[-1])]
    if not within:
        return list(pairwise(shifted))
    closed = set(within)
    return [
        (part[0], Position(part[-1] + 1))
        for sentence in pairwise(shifted)
        for is_closed, part in (
            (key, list(positions))
            for key, positions in groupby(Range(*sentence), key=closed.__contains__)
        )
        if not is_closed
    ]
