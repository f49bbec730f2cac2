"""A text cut at all edges of what is marked in it, so that overlapping marks nest in HTML."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of one text, `start` up to, not including, `end`, in code points."""

    start: int
    end: int
    key: str
    """What it belongs to; several stretches may have one key. Empty for what nobody asks for."""
    style: str
    """How it is to look; empty for a stretch that is only found by its key."""


class Segment(NamedTuple):
    """A stretch in which nothing begins or ends."""

    start: int
    end: int
    marks: tuple[Mark, ...]
    """All that cover it, the shortest first."""


def cut_segments(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Segment]:
    """Cut a text of `length` code points at the edges of `marks`, and at `cuts` too.

    The segments are in order, none is empty, and together they are the whole text. What lies
    outside the text, and marks that cover nothing, are left out.
    """
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in marks:
        start, end = max(0, mark.start), min(length, mark.end)
        if start < end:
            opening.setdefault(start, []).append(mark)
            closing.setdefault(end, []).append(mark)
    inner = {cut for cut in cuts if 0 < cut < length}
    edges = sorted({0, length} | inner | opening.keys() | closing.keys())
    covering: dict[Mark, int] = {}
    found = []
    for start, end in pairwise(edges):
        for mark in closing.get(start, ()):
            covering[mark] -= 1
            if not covering[mark]:
                del covering[mark]
        for mark in opening.get(start, ()):
            covering[mark] = covering.get(mark, 0) + 1
        shortest_first = sorted(covering, key=lambda mark: (mark.end - mark.start, mark))
        found.append(Segment(start, end, tuple(shortest_first)))
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return `start:end` without the white space at either end; as it is where it has no more."""
    stretch = text[start:end]
    bare = stretch.strip()
    if not bare:
        return start, end
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(bare)
