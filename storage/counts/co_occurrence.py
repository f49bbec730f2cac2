"""Tags with each other: how often two of them meet."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain, combinations_with_replacement
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
_Turn = tuple[int, int, int, int]
"""A unit, 1 where a tag begins with it and 0 where one ended before it, the coder, and the tag."""


def count_together(coded: CodedUses, within: Within, *, order: Order = NO_ORDER) -> CountTable:
    """Count how often each two tags meet; the table is symmetric.

    Each tag is itself here, without those below it, which would meet it everywhere. Two tags meet
    where one coder has both; a word, sentence or article in which several coders have them counts
    once. The total of a row is what stands on the diagonal. `order` is that of the codebook.
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
    """Count pairs of places by a sweep along each article: what begins meets all that is open.

    Each coder's places are swept by themselves.
    """
    placed: dict[tuple[int, str], list[tuple[int, int, int]]] = {}
    for name, places in coded.uses.items():
        for place in places:
            span = coded.spans[place]
            if span is not None:
                swept = coded.article_of[place], coded.coder_of[place]
                placed.setdefault(swept, []).append((*span, at[name]))
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
    turns: dict[int, list[_Turn]] = {}
    units = UnitPlaces(coded, unit)
    for coder, uses in enumerate(coded.by_coder):
        for tag, places in uses.items():
            number = at[tag]
            for article, ranges in units.list_ranges(places):
                its = turns.setdefault(article, [])
                for first, last in ranges:
                    its += [(first, 1, coder, number), (last, 0, coder, number)]
    for its in turns.values():
        _count_along(sorted(its), cells)


def _count_along(turns: Sequence[_Turn], cells: _Cells) -> None:
    """Count from one unit to the next at which a tag begins or ends: between, all are alike."""
    is_open: dict[int, dict[int, int]] = {}
    before = 0
    for unit, begins, coder, tag in turns:
        if unit > before:
            _count_meetings([*filter(None, is_open.values())], unit - before, cells)
            before = unit
        tags = is_open.setdefault(coder, {})
        if begins:
            tags[tag] = tags.get(tag, 0) + 1
        else:
            _close(tags, tag)


def _count_meetings(of_coders: Sequence[Mapping[int, int]], units: int, cells: _Cells) -> None:
    """Count all pairs of the tags that a coder has in some units; what several have counts once."""
    for number, tags in enumerate(of_coders):
        _add_pairs(sorted(tags), units, cells)
        again = [common for one in of_coders[:number] if (common := tags.keys() & one.keys())]
        if len(again) == 1:
            _add_pairs(sorted(again[0]), -units, cells)
        elif again:
            pairs = (combinations_with_replacement(sorted(one), 2) for one in again)
            for first, second in {*chain.from_iterable(pairs)}:
                cells[first][second] -= units


def _add_pairs(tags: Sequence[int], units: int, cells: _Cells) -> None:
    for place, one in enumerate(tags):
        row = cells[one]
        for other in tags[place:]:
            row[other] += units


def _count_articles(coded: CodedUses, at: Mapping[str, int], cells: _Cells) -> None:
    """Count what two tags have in common; of a tag's mask, a bit is an article."""
    of_coders: list[list[int]] = []
    for uses in coded.by_coder:
        masks = [0] * len(at)
        for tag, places in uses.items():
            its = set(map(coded.article_of.__getitem__, places))
            masks[at[tag]] = sum(map((1).__lshift__, its))
        of_coders.append(masks)
    first, *others = of_coders
    for number, row in enumerate(cells):
        met = [first[number] & mask for mask in first[number:]]
        for masks in others:
            own = masks[number]
            if own:
                met = [one | own & mask for one, mask in zip(met, masks[number:], strict=True)]
        row[number:] = map(int.bit_count, met)


_COUNT: Mapping[Within, Callable[[CodedUses, Mapping[str, int], _Cells], None]] = {
    "overlap": _count_overlaps,
    "words": partial(_count_units, "word"),
    "sentence": partial(_count_units, "sentence"),
    "article": _count_articles,
}
