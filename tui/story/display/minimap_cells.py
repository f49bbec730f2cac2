"""A whole article in one column: what lies where, and what of it is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tui.story.display.highlighted_rows import Stretch
from tui.story.display.styles import LAYERS, STYLE_SIGNS

PASSAGES = tuple(style for style, signs in STYLE_SIGNS.items() if signs.minimap)
"""Styles of passages, from the bottom layer to the top."""
SIGNPOSTS = tuple(style for style, signs in STYLE_SIGNS.items() if signs.signpost)
"""What stands beside the passages, from the bottom layer to the top."""

_SIGNPOSTS = {LAYERS[style]: style for style in SIGNPOSTS}


class Cell(NamedTuple):
    """What lies on some rows of the text; the top layer where there is more."""

    passage: str = ""
    """One of `PASSAGES`, or empty."""
    signpost: str = ""
    """One of `SIGNPOSTS`, or empty."""


class Scale:
    """Which of `height` cells stands for which of the `rows` of a text.

    A text that is shorter than the map has a cell for each row, and the other cells are empty.
    Both numbers are at least 1.
    """

    def __init__(self, rows: int, height: int) -> None:
        self._rows = rows
        self.cells = min(rows, height)
        """How many cells stand for rows; each for one at least."""

    def cell_of(self, row: int) -> int:
        """Return the cell that stands for `row`; a row beyond the text counts as the last."""
        return min(max(row, 0), self._rows - 1) * self.cells // self._rows

    def rows_of(self, cell: int) -> range:
        """Return the rows that `cell` stands for: none for a cell beyond the text."""
        return range(*(-(-at * self._rows // self.cells) for at in self._bounds_of(cell)))

    def cells_of(self, top: int, shown: int) -> range:
        """Return the cells for the `shown` rows from `top` on: at least one."""
        return range(self.cell_of(top), self.cell_of(top + max(1, shown) - 1) + 1)

    def _bounds_of(self, cell: int) -> tuple[int, int]:
        return min(max(cell, 0), self.cells), min(max(cell + 1, 0), self.cells)


def fill_cells(scale: Scale, stretches: Iterable[Stretch]) -> list[Cell]:
    """Return a cell for each of `scale.cells`, in order.

    Every stretch of a passage or signpost is in each of the cells of its rows, unless one of a
    higher layer lies there too.
    """
    cells = [Cell()] * scale.cells
    for stretch in stretches:
        for index in range(scale.cell_of(stretch.first), scale.cell_of(stretch.last) + 1):
            cell = cells[index]
            if stretch.style in PASSAGES:
                cells[index] = cell._replace(passage=_choose_upper(cell.passage, stretch.style))
            elif LAYERS[stretch.style] in _SIGNPOSTS:
                signpost = _SIGNPOSTS[LAYERS[stretch.style]]
                cells[index] = cell._replace(signpost=_choose_upper(cell.signpost, signpost))
    return cells


def _choose_upper(known: str, style: str) -> str:
    return style if not known or LAYERS[style] > LAYERS[known] else known
