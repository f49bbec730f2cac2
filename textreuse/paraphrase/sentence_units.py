"""Units: sentences made comparable, the smallest pieces that are matched by their terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NewType

from textreuse.text.corpus import Corpus, Position, Stretch

UnitIndex = NewType("UnitIndex", int)
"""Which unit a unit is, in the row of those of all articles, counted from 0."""

_SHORTEST = 3
"""Words below which a sentence is joined to the following one: "He smiled" says nothing alone."""

_LONGEST = 25
"""Words above which a sentence is cut into equal parts, so that one long sentence stands over two
short ones. On PAN13 the cut is worth .008 plagdet."""


def split_units(corpus: Corpus, article: int) -> list[Stretch]:
    """Return the units of one article, in order and disjoint; all words but those left out."""
    found: list[Stretch] = []
    for row in _cut_rows(corpus.sentences[article]):
        start = row[0][0]
        of_row: list[Stretch] = []
        for _, last in row:
            if last - start >= _SHORTEST:
                of_row.extend(cut_equally(start, last, _LONGEST))
                start = last
        if start < row[-1][1]:
            # A short last sentence has none to follow it: it joins the one before.
            start = of_row.pop()[0] if of_row else start
            of_row.append((start, row[-1][1]))
        found.extend(of_row)
    return found


def _cut_rows(sentences: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    """Cut sentences into rows between which words were left out."""
    row: list[Stretch] = []
    for sentence in sentences:
        if row and row[-1][1] != sentence[0]:
            yield row
            row = []
        row.append(sentence)
    if row:
        yield row


def cut_equally(first: Position, last: Position, longest: int) -> list[Stretch]:
    """Cut the positions `first:last` into the fewest parts of at most `longest` words."""
    if last - first <= longest:
        return [(first, last)]
    count = -(-(last - first) // longest)
    return list(
        pairwise(Position(first + (last - first) * part // count) for part in range(count + 1))
    )
