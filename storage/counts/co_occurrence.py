"""Tags with each other: how often two of them meet."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal, get_args

from storage.counts.coded_uses import CodedUse, CodedUses
from storage.counts.count_table import CountRow, CountTable
from storage.counts.tag_counts import order_tags
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
"""Two tags in the order of the table, or one twice."""


def count_together(coded: CodedUses, within: Within, *, order: Sequence[str] = ()) -> CountTable:
    """Count how often each two tags meet; the table is symmetric.

    Each tag is itself here, without those below it, which would meet it everywhere. The total of a
    row is what stands in the diagonal. `order` is that of the codebook.
    """
    tags = order_tags({use.tag for use in coded.uses}, order)
    pairs = Counter(dict(_COUNT[within](coded)))
    rows = []
    for tag in tags:
        cells = tuple(pairs[_make_pair(tag, other)] for other in tags)
        rows.append(CountRow(tag, 0, cells, pairs[tag, tag]))
    return CountTable(tuple(tags), tuple(rows), f"{_COUNTED[within]}.")


def _make_pair(one: str, other: str) -> _Pair:
    return (one, other) if one <= other else (other, one)


def _count_overlaps(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    """Count pairs of places by a sweep along each article: what begins meets all that is open."""
    pairs: Counter[_Pair] = Counter()
    for uses in _list_by_article(coded).values():
        is_open: Counter[str] = Counter()
        ends: list[tuple[int, str]] = []
        for span, tag in sorted((span, use.tag) for use, span in uses):
            while ends and ends[0][0] <= span.start:
                _, ended = heapq.heappop(ends)
                is_open[ended] -= 1
            for other, count in is_open.items():
                if other != tag:
                    pairs[_make_pair(tag, other)] += count
            pairs[tag, tag] += 1
            is_open[tag] += 1
            heapq.heappush(ends, (span.end, tag))
    return pairs.items()


def _count_words(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    pairs: Counter[_Pair] = Counter()
    for uses in _list_by_article(coded).values():
        marked: dict[str, list[Span]] = {}
        for use, span in uses:
            marked.setdefault(use.tag, []).append(span)
        merged = {tag: merge(spans) for tag, spans in sorted(marked.items())}
        for tag, spans in merged.items():
            pairs[tag, tag] += coded.count_words_within(spans)
        for (one, its), (other, others) in combinations(merged.items(), 2):
            pairs[one, other] += coded.count_words_within(_intersect(its, others))
    return pairs.items()


def _intersect(one: Sequence[Span], other: Sequence[Span]) -> Iterator[Span]:
    """Yield what lies in both of two sorted rows of disjoint spans of one article."""
    at = 0
    for span in one:
        while at < len(other) and other[at].end <= span.start:
            at += 1
        for later in other[at:]:
            if later.start >= span.end:
                break
            yield Span(span.article, max(span.start, later.start), min(span.end, later.end))


def _count_sentences(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    tags_in: dict[tuple[int, int], set[str]] = {}
    for article, uses in _list_by_article(coded).items():
        sentences = coded.list_sentences(article)
        at = 0
        for use, span in sorted(uses, key=lambda one: one[1]):
            while at < len(sentences) and sentences[at].end <= span.start:
                at += 1
            for number in range(at, len(sentences)):
                if sentences[number].start >= span.end:
                    break
                tags_in.setdefault((article, number), set()).add(use.tag)
    return _count_sets(tags_in.values())


def _count_articles(coded: CodedUses) -> Iterable[tuple[_Pair, int]]:
    tags_in: dict[int, set[str]] = {}
    for use in coded.uses:
        tags_in.setdefault(use.article, set()).add(use.tag)
    return _count_sets(tags_in.values())


def _count_sets(sets: Iterable[set[str]]) -> Iterable[tuple[_Pair, int]]:
    pairs: Counter[_Pair] = Counter()
    for tags in sets:
        ordered = sorted(tags)
        pairs.update((tag, tag) for tag in ordered)
        pairs.update(combinations(ordered, 2))
    return pairs.items()


def _list_by_article(coded: CodedUses) -> dict[int, list[tuple[CodedUse, Span]]]:
    """Return by article the places of which the words are there; whole articles are none."""
    found: dict[int, list[tuple[CodedUse, Span]]] = {}
    for use in coded.uses:
        if use.span is not None:
            found.setdefault(use.article, []).append((use, use.span))
    return found


_COUNT = {
    "overlap": _count_overlaps,
    "words": _count_words,
    "sentence": _count_sentences,
    "article": _count_articles,
}
