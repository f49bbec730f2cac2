"""Tags with each other: how often two of them meet."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Literal, get_args

from storage.counts.coded_uses import CodedUses
from storage.counts.count_table import CountRow, CountTable
from storage.counts.units import Unit, UnitPlaces
from storage.tables.listed_tags import NO_ORDER, Order, sort_names

Within = Literal["overlap", "words", "sentence", "article"]
WITHIN: tuple[Within, ...] = get_args(Within)
"""Where two tags have to meet."""

_COUNTED: Mapping[Within, str] = {
    "overlap": "Pairs of marked places with the two tags that overlap, or are one; on the diagonal,"
    " places with the tag",
    "words": "Words marked with both tags; on the diagonal, words marked with the tag",
    "sentence": "Sentences in which both tags are, at least in part; on the diagonal, sentences"
    " with the tag",
    "article": "Articles with both tags, on any place or as a whole; on the diagonal, articles with"
    " the tag",
}
_Cells = list[list[int]]
"""By the numbers of two tags how often they meet, at first only for the smaller number before the
greater."""


def count_together(coded: CodedUses, within: Within, *, order: Order = NO_ORDER) -> CountTable:
    """Count how often each two tags meet; the table is symmetric.

    Each tag is itself here, without those below it, which would meet it everywhere. The total of a
    row is what stands on the diagonal. `order` is that of the codebook.
    """
    tags = sort_names(coded.uses, order)
    at = {tag: number for number, tag in enumerate(tags)}
    cells = [[0] * len(tags) for _ in tags]
    _COUNT[within](coded, at, cells)
    for number, its in enumerate(cells):
        its[:number] = [row[number] for row in cells[:number]]
    rows = tuple(
        CountRow(tag, tuple(its), its[number])
        for number, (tag, its) in enumerate(zip(tags, cells, strict=True))
    )
    return CountTable(tuple(tags), rows, f"{_COUNTED[within]}.")


def _count_overlaps(coded: CodedUses, at: Mapping[str, int], cells: _Cells) -> None:
    """Count pairs of places by a sweep along each article: what begins meets all that is open."""
    placed: dict[int, list[tuple[int, int, int]]] = {}
    for name, places in coded.uses.items():
        for place in places:
            span = coded.spans[place]
            if span is not None:
                placed.setdefault(coded.article_of[place], []).append((*span, at[name]))
    for its in placed.values():
        is_open: dict[int, int] = {}
        ends: list[tuple[int, int]] = []
        for start, end, tag in sorted(its):
            while ends and ends[0][0] <= start:
                _close(is_open, heapq.heappop(ends)[1])
            for other, count in is_open.items():
                if other != tag:
                    cells[min(tag, other)][max(tag, other)] += count
            cells[tag][tag] += 1
            is_open[tag] = is_open.get(tag, 0) + 1
            heapq.heappush(ends, (end, tag))


def _close(is_open: dict[int, int], tag: int) -> None:
    if is_open[tag] == 1:
        del is_open[tag]
    else:
        is_open[tag] -= 1


def _count_units(unit: Unit, coded: CodedUses, at: Mapping[str, int], cells: _Cells) -> None:
    turns: dict[int, list[tuple[int, int, int]]] = {}
    units = UnitPlaces(coded, unit)
    for tag, places in coded.uses.items():
        number = at[tag]
        for article, ranges in units.list_ranges(places):
            its = turns.setdefault(article, [])
            for first, last in ranges:
                its += [(first, 1, number), (last, 0, number)]
    for its in turns.values():
        _count_along(sorted(its), cells)


def _count_along(turns: Sequence[tuple[int, int, int]], cells: _Cells) -> None:
    """Count from one unit to the next at which a tag begins or ends: between, all are alike.

    Each of `turns`, in order, is a unit, 1 where a tag begins with it and 0 where one ended before
    it, and the tag.
    """
    is_open: dict[int, int] = {}
    before = 0
    for unit, begins, tag in turns:
        if unit > before:
            tags = sorted(is_open)
            for place, one in enumerate(tags):
                row = cells[one]
                for other in tags[place:]:
                    row[other] += unit - before
            before = unit
        if begins:
            is_open[tag] = is_open.get(tag, 0) + 1
        else:
            _close(is_open, tag)


def _count_articles(coded: CodedUses, at: Mapping[str, int], cells: _Cells) -> None:
    """Count what two tags have in common; of a tag's mask, a bit is an article."""
    masks = [0] * len(at)
    for tag, places in coded.uses.items():
        for article in set(map(coded.article_of.__getitem__, places)):
            masks[at[tag]] |= 1 << article
    for number, mask in enumerate(masks):
        cells[number][number:] = [(mask & other).bit_count() for other in masks[number:]]


_COUNT: Mapping[Within, Callable[[CodedUses, Mapping[str, int], _Cells], None]] = {
    "overlap": _count_overlaps,
    "words": partial(_count_units, "word"),
    "sentence": partial(_count_units, "sentence"),
    "article": _count_articles,
}
