"""Tags with each other: how often two of them meet."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations_with_replacement
from typing import Literal, get_args

from storage.counts.coded_uses import CodedUses
from storage.counts.count_table import CountRow, CountTable
from storage.tables.listed_tags import NO_ORDER, Order, sort_names
from textreuse import Span, merge

Within = Literal["overlap", "words", "sentence", "article"]
WITHIN: tuple[Within, ...] = get_args(Within)
"""Where two tags have to meet."""

_COUNTED: Mapping[Within, str] = {
    "overlap": "Pairs of marked places with the two tags that overlap, or are one; in the diagonal,"
    " places with the tag",
    "words": "Words marked with both tags; in the diagonal, words marked with the tag",
    "sentence": "Sentences in which both tags are, at least in part; in the diagonal, sentences"
    " with the tag",
    "article": "Articles with both tags, on any place or as a whole; in the diagonal, articles with"
    " the tag",
}
_Pair = tuple[str, str]
"""Two tags by name, or one twice."""


def count_together(coded: CodedUses, within: Within, *, order: Order = NO_ORDER) -> CountTable:
    """Count how often each two tags meet; the table is symmetric.

    Each tag is itself here, without those below it, which would meet it everywhere. The total of a
    row is what stands in the diagonal. `order` is that of the codebook.
    """
    tags = sort_names({use.tag for use in coded.uses}, order)
    at = {tag: number for number, tag in enumerate(tags)}
    cells = [[0] * len(tags) for _ in tags]
    for (tag, other), count in _COUNT[within](coded):
        cells[at[tag]][at[other]] = cells[at[other]][at[tag]] = count
    rows = tuple(
        CountRow(tag, tuple(its), its[number])
        for number, (tag, its) in enumerate(zip(tags, cells, strict=True))
    )
    return CountTable(tuple(tags), rows, f"{_COUNTED[within]}.")


def _make_pair(one: str, other: str) -> _Pair:
    return (one, other) if one <= other else (other, one)


def _count_overlaps(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    """Count pairs of places by a sweep along each article: what begins meets all that is open."""
    pairs: Counter[_Pair] = Counter()
    for uses in coded.placed.values():
        is_open: Counter[str] = Counter()
        ends: list[tuple[int, str]] = []
        for span, tag in uses:
            while ends and ends[0][0] <= span.start:
                _, ended = heapq.heappop(ends)
                is_open[ended] -= 1
                if not is_open[ended]:
                    del is_open[ended]
            for other, count in is_open.items():
                if other != tag:
                    pairs[_make_pair(tag, other)] += count
            pairs[tag, tag] += 1
            is_open[tag] += 1
            heapq.heappush(ends, (span.end, tag))
    return pairs.items()


def _count_words(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    """Count from one word to the next at which a tag begins or ends: between, all are alike."""
    pairs: Counter[_Pair] = Counter()
    for article, uses in coded.placed.items():
        marked: dict[str, list[Span]] = {}
        for span, tag in uses:
            marked.setdefault(tag, []).append(span)
        words = coded.split_words(article)
        turns: list[tuple[int, int, str]] = []
        for tag, spans in marked.items():
            for span in merge(spans):
                inside = words.within(span.start, span.end)
                if inside.start < inside.stop:
                    turns += [(inside.start, 1, tag), (inside.stop, 0, tag)]
        is_open: set[str] = set()
        before = 0
        for word, begins, tag in sorted(turns):
            if word > before:
                for pair in combinations_with_replacement(sorted(is_open), 2):
                    pairs[pair] += word - before
                before = word
            (is_open.add if begins else is_open.discard)(tag)
    return pairs.items()


def _count_sentences(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    masks: dict[str, int] = {}
    before = 0
    for article, uses in coded.placed.items():
        sentences = coded.list_sentences(article)
        at = 0
        for span, tag in uses:
            while at < len(sentences) and sentences[at].end <= span.start:
                at += 1
            for number in range(at, len(sentences)):
                if sentences[number].start >= span.end:
                    break
                masks[tag] = masks.get(tag, 0) | 1 << before + number
        before += len(sentences)
    return _count_common(masks)


def _count_articles(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    masks: dict[str, int] = {}
    for use in coded.uses:
        masks[use.tag] = masks.get(use.tag, 0) | 1 << use.article
    return _count_common(masks)


def _count_common(masks: Mapping[str, int]) -> Iterator[tuple[_Pair, int]]:
    """Yield how many units each two tags have in common; of a tag's mask, a bit is a unit."""
    tags = sorted(masks)
    for at, tag in enumerate(tags):
        for other in tags[at:]:
            yield (tag, other), (masks[tag] & masks[other]).bit_count()


_COUNT = {
    "overlap": _count_overlaps,
    "words": _count_words,
    "sentence": _count_sentences,
    "article": _count_articles,
}
