"""A table printed for people: whole where a program reads it, fitted into a terminal."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from storage.search.snippets import Snippet
from storage.wording.columns import ColumnNeed, Head, draw_heads, share_room
from storage.wording.name_cutting import NameCutter, cut_end
from storage.wording.terminal_text import reveal_line
from tui.cli.printing import say

_GAP = 2
"""Cells between two columns."""
_HEAD = 5
"""Cells of its head for which a column always has room; what is longer leans over its neighbour."""
_PERCENT = re.compile(r"\d+ ?%")


class TableColumn(NamedTuple):
    """A column that is cut where the terminal has too little room; one that is a name never is."""

    name: str
    least: int
    """Cells that it keeps."""
    wanted: int = 0
    """Cells that it has before any other has more than its least."""


Cell = str | int | Snippet


def print_table(head: Sequence[str | TableColumn], rows: Sequence[Sequence[Cell]]) -> None:
    """Print a table, numbers to the right; on a terminal as much of it as there is room for."""
    columns = [
        one if isinstance(one, TableColumn) else TableColumn(reveal_line(one), 0) for one in head
    ]
    cells = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns]
    is_number = [bool(column) and all(map(_is_number, column)) for column in cells]
    widths = [max(map(_measure, column), default=0) for column in cells]
    names = [cell_len(column.name) for column in columns]
    roomy = list(map(max, widths, names))
    room = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else sys.maxsize
    if sum(roomy) + _GAP * (len(columns) - 1) <= room:
        widths = roomy
    else:
        needs = [
            ColumnNeed(max(width, _count_head(names, is_number, at)), one.least, one.wanted)
            for at, (width, one) in enumerate(zip(widths, columns, strict=True))
        ]
        widths = share_room(needs, room - _GAP * (len(columns) - 1))
    starts = [0, *accumulate(width + _GAP for width in widths)]
    heads = [
        Head(one.name, start, start + width, number)
        for one, start, width, number in zip(columns, starts, widths, is_number, strict=False)
    ]
    line, _ = draw_heads(heads, min(room, starts[-1] + max(names, default=0)))
    say(line.rstrip())
    shown = [_fit_column(column, width) for column, width in zip(cells, widths, strict=True)]
    for row in zip(*shown, strict=True):
        say(cut_end((" " * _GAP).join(row).rstrip(), room))


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int) or (isinstance(cell, str) and _PERCENT.fullmatch(cell) is not None)


def _count_head(names: Sequence[int], is_number: Sequence[bool], at: int) -> int:
    """Return how many cells the head of a column takes of its own: one of a name gives blanks."""
    if at and is_number[at] and is_number[at - 1]:
        return names[at] - _GAP + 1
    return min(names[at], _HEAD)


def _measure(cell: Cell) -> int:
    return cell_len(cell.text if isinstance(cell, Snippet) else reveal_line(str(cell)))


def _fit_column(column: Sequence[Cell], width: int) -> list[str]:
    """Return the cells of a column, each of just that width; numbers are as they are."""
    cutter = NameCutter([reveal_line(one) for one in column if isinstance(one, str)])
    shown = []
    for one in column:
        if _is_number(one):
            shown.append(str(one).rjust(width))
            continue
        text = (
            reveal_line(one.fit(width).text)
            if isinstance(one, Snippet)
            else cutter.cut(reveal_line(str(one)), width)
        )
        shown.append(text + " " * (width - cell_len(text)))
    return shown
