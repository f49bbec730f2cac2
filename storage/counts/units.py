"""The units, words or sentences, that places of articles have."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal

from storage.counts.coded_uses import CodedUses
from textreuse import find_words, split_sentences

Unit = Literal["word", "sentence"]
Range = tuple[int, int]
"""From which unit of its article, counted from 0, up to which."""
FindRange = Callable[[int, int], Range]
"""What finds the units of a text between two offsets."""
Stretch = tuple[int, int, int, int]
"""From which offset to which a place stands in its article, and the range of its units."""


class UnitPlaces:
    """The units of all places: words that are wholly in one, or sentences at least in part."""

    def __init__(self, coded: CodedUses, unit: Unit) -> None:
        self._article_of = coded.article_of
        self._stretches: list[Stretch | None] = [None] * len(coded.spans)
        find_article = coded.article_of.__getitem__
        # One article after the other: its units need to be known no longer than that.
        for article, places in groupby(
            sorted(range(len(coded.spans)), key=find_article), find_article
        ):
            find_range: FindRange | None = None
            for place in places:
                span = coded.spans[place]
                if span is not None:
                    find_range = find_range or _RANGES[unit](coded.texts[article])
                    self._stretches[place] = (*span, *find_range(*span))

    def list_ranges(self, places: Iterable[int]) -> Iterator[tuple[int, Sequence[Range]]]:
        """Yield by article the units in these places; ranges of words are disjoint.

        Places that overlap or touch are one: it has the word that each of them has a part of.
        """
        by_article: dict[int, list[Stretch]] = {}
        for place in places:
            stretch = self._stretches[place]
            if stretch is not None:
                by_article.setdefault(self._article_of[place], []).append(stretch)
        for article, stretches in by_article.items():
            yield article, _unite(stretches)

    def count_words(self, places: Iterable[int]) -> dict[int, int]:
        """Return by article how many words are in these places; those in several count once.

        Not for sentences, of which one may be in two ranges.
        """
        return {
            article: sum(last - first for first, last in ranges)
            for article, ranges in self.list_ranges(places)
        }


def _unite(stretches: list[Stretch]) -> list[Range]:
    if len(stretches) == 1:  # the usual case
        ((_, _, first, last),) = stretches
        return [(first, last)] if first < last else []
    stretches.sort()
    ranges = []
    reached, first, last = -1, 0, 0
    for start, end, its_first, its_last in stretches:
        if start > reached:
            if first < last:
                ranges.append((first, last))
            reached, first, last = end, its_first, its_last
        elif end > reached:
            reached, last = end, its_last
    if first < last:
        ranges.append((first, last))
    return ranges


def _find_words_of(text: str) -> FindRange:
    words = find_words(text)
    starts, ends = words.starts, words.ends
    return lambda start, end: (bisect_left(starts, start), bisect_right(ends, end))


def _find_sentences_of(text: str) -> FindRange:
    sentences = split_sentences(text)
    starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
    return lambda start, end: (bisect_right(ends, start), bisect_left(starts, end))


_RANGES: Mapping[Unit, Callable[[str], FindRange]] = {
    "word": _find_words_of,
    "sentence": _find_sentences_of,
}
