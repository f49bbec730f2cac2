"""Where whole stretches of two articles run parallel: what passages are too fine to tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.share_figures import Share
from textreuse import (
    PARAPHRASE,
    Comparison,
    Passage,
    Region,
    Span,
    merge,
    rank_dates,
    regions,
    split_sentences,
)

_PARAGRAPHS = 2
_SENTENCES = 3
_WORDS = 75
"""Any of them makes a side long. The words are those of three long sentences: they tell it of a
text without the marks that end sentences."""

_Sentences = Sequence[tuple[int, int]]


class ParallelSide(NamedTuple):
    """One of the two stretches."""

    span: Span
    letter: str
    """That of its article."""
    first: int
    last: int
    """The numbers of the paragraphs in which it begins and ends."""
    covered: Share
    """Of its words, those of passages that the other stretch has too."""

    @property
    def place(self) -> str:
        """Letter and paragraphs: `B ¶3–9`, or `B ¶3`."""
        last = f"–{self.last}" if self.last > self.first else ""
        return f"{self.letter} ¶{self.first}{last}"


class ParallelRegion(NamedTuple):
    """Two long stretches of different articles that correspond."""

    one: ParallelSide
    """Of the article that dates say was published later; where they do not say, of the first."""
    other: ParallelSide
    is_dated: bool
    """Whether dates say so: an order, not a proof of copying."""

    @property
    def words(self) -> int:
        """Words of the shorter side."""
        return min(self.one.covered.of, self.other.covered.of)

    def describe(self) -> str:
        """Return `B ¶3–9 follows A ¶2–8`, or that they correspond where no date says who did."""
        if self.is_dated:
            return f"{self.one.place} follows {self.other.place}"
        return f"{self.one.place} and {self.other.place} correspond"


class ParallelRegions:
    """The parallel regions of a compared story, found once, when they are asked for."""

    def __init__(self, compared: ComparedStory) -> None:
        self.compared = compared
        self.found: tuple[ParallelRegion, ...] | None = None
        """The longest first; None where nobody has looked yet."""
        self._lock = Lock()

    def find(self) -> tuple[ParallelRegion, ...]:
        """Look for them: some milliseconds, or seconds for many long articles; in any thread."""
        with self._lock:
            if self.found is None:
                self.found = find_parallel_regions(self.compared)
            return self.found


def find_parallel_regions(compared: ComparedStory) -> tuple[ParallelRegion, ...]:
    """Return those that are long on both sides, by the words of the shorter side, longest first.

    Long are two paragraphs, three sentences or 75 words. Left out is what a single passage says as
    well, what has no passages left since the reader ignores them, and below the step *paraphrase*
    what has none: it was reworded.
    """
    kept, found = _Passages(compared.kept), _Passages(compared.found)
    ranks = rank_dates([article.published for article in compared.articles])

    @cache
    def list_sentences(article: int) -> _Sentences:
        return split_sentences(compared.articles[article].text)

    told = []
    for region in regions(compared.whole):
        inside = kept.find_in(region)
        if not inside and (found.find_in(region) or compared.settings.sensitivity < PARAPHRASE):
            continue
        if any(_holds(passage, region) for passage in inside):
            continue
        sides = [
            _make_side(compared, span, (side for passage in inside for side in _sides(passage)))
            for span in (region.left, region.right)
        ]
        if all(_is_long(side, list_sentences) for side in sides):
            told.append(_order(sides, [ranks[side.span.article] for side in sides]))
    # Equals stay by place.
    return tuple(sorted(told, key=lambda one: -one.words))


class _Passages:
    """The passages of a comparison by the pair of articles that they are of."""

    def __init__(self, comparison: Comparison) -> None:
        self._by_pair: dict[tuple[int, int], list[Passage]] = {}
        for passage in comparison.passages:
            self._by_pair.setdefault(passage.pair, []).append(passage)

    def find_in(self, region: Region) -> list[Passage]:
        """Return those of which some lies in the region on both sides."""
        return [
            passage
            for passage in self._by_pair.get((region.left.article, region.right.article), ())
            if passage.left.overlap(region.left) and passage.right.overlap(region.right)
        ]


def _sides(passage: Passage) -> tuple[Span, Span]:
    return passage.left, passage.right


def _holds(passage: Passage, region: Region) -> bool:
    """Tell whether all of a region lies in a passage."""
    return all(
        side.overlap(span) == span.length
        for side, span in zip(_sides(passage), (region.left, region.right), strict=True)
    )


def _make_side(compared: ComparedStory, span: Span, copied: Iterable[Span]) -> ParallelSide:
    comparison = compared.kept
    covered = merge(_clip(copied, span))
    words = comparison.word_count(span.article, [span])
    return ParallelSide(
        span,
        compared.letters[span.article],
        compared.number_paragraph(span),
        compared.number_paragraph(span._replace(start=span.end - 1)),
        Share(comparison.word_count(span.article, covered), words),
    )


def _clip(spans: Iterable[Span], to: Span) -> Iterator[Span]:
    for span in spans:
        if span.overlap(to):
            yield Span(to.article, max(span.start, to.start), min(span.end, to.end))


def _is_long(side: ParallelSide, list_sentences: Callable[[int], _Sentences]) -> bool:
    if side.last - side.first + 1 >= _PARAGRAPHS or side.covered.of >= _WORDS:
        return True
    sentences = list_sentences(side.span.article)
    first = bisect_right(sentences, side.span.start, key=lambda sentence: sentence[1])
    return bisect_left(sentences, side.span.end, key=lambda one: one[0]) - first >= _SENTENCES


def _order(sides: Sequence[ParallelSide], ranks: Sequence[int | None]) -> ParallelRegion:
    one, other = sides
    rank, other_rank = ranks
    if rank is None or other_rank is None or rank == other_rank:
        return ParallelRegion(one, other, is_dated=False)
    if rank < other_rank:
        one, other = other, one
    return ParallelRegion(one, other, is_dated=True)
