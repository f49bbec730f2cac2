"""The columns of a table: how wide each is where not all of them fit, and where its head stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from storage.wording.name_cutting import cut_end


class ColumnNeed(NamedTuple):
    """What a column asks for, in cells."""

    natural: int
    """Its widest cell; what it takes where all fits."""
    least: int = 0
    """What it keeps however little room there is; 0 for one that is never cut."""
    wanted: int = 0
    """What it has before any other has more than its least."""


class Head(NamedTuple):
    """The head of a column that stands from `start` up to, not including, `end`."""

    name: str
    start: int
    end: int
    is_number: bool = False
    """Whether it stands to the right, like the numbers below it."""


def share_room(needs: Sequence[ColumnNeed], room: int) -> list[int]:
    """Return how wide each column is, so that all of them together take no more than `room`.

    Those that are never cut have what they need; of the others each has its least, then those
    have it that want more than that, then the narrowest grow first. Where there is not even room
    for the least, it is too little for all.
    """
    widths = [min(one.natural, one.least) if one.least else one.natural for one in needs]
    left = room - sum(widths)
    for bounds in (
        [min(one.natural, one.wanted) for one in needs],
        [one.natural for one in needs],
    ):
        growing = [at for at, bound in enumerate(bounds) if widths[at] < bound]
        while growing and left > 0:
            widths[min(growing, key=widths.__getitem__)] += 1
            left -= 1
            growing = [at for at in growing if widths[at] < bounds[at]]
    return widths


def draw_heads(heads: Sequence[Head], width: int) -> tuple[str, list[tuple[int, int]]]:
    """Return the line over a table, `width` cells, and from where to where each name stands in it.

    A name takes no room from the columns: that of numbers begins further to the left where it is
    wider than they are, and what is left of that gives way.
    """
    limit = width
    placed: list[tuple[int, str]] = []
    for head in reversed(heads):
        end = min(head.end, limit) if head.is_number else limit
        start = max(0, end - cell_len(head.name)) if head.is_number else min(head.start, limit)
        placed.append((start, cut_end(head.name, end - start)))
        limit = max(0, start - 1) if head.name else limit
    line = ""
    for start, name in reversed(placed):
        line += " " * (start - cell_len(line)) + name
    places = [(start, start + cell_len(name)) for start, name in reversed(placed)]
    return set_cell_size(line, width), places
