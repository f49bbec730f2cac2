"""The columns of a list: what stands in them, and how wide each is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style

GAP = 2
"""Cells between two columns."""
_WIDE_ENOUGH = 34
"""Cells that the widest column should have before others may stay beside it."""
_NARROWEST = 8


class Column(NamedTuple):
    """A column: what it is called, and how wide it is."""

    name: str
    width: int
    """Cells; 0 takes all that the others leave, and has names, which are told apart when cut."""
    is_number: bool = False
    """Whether it stands to the right; then its name may be wider than it is."""
    leaves: int = 0
    """Where there is little room, the columns with a number here leave, the highest first."""
    is_picture: bool = False
    """Whether its cells are drawn here, of signs that are fit for a terminal, blanks included."""


class StyledCell(NamedTuple):
    """Words of ours in a style of their own, whatever the row is."""

    text: str
    style: Style


Cell = str | StyledCell


@lru_cache(16)
def measure_columns(columns: tuple[Column, ...], room: int) -> tuple[int | None, ...]:
    """Return how wide each column is in `room` cells; None for one that there is no room for."""

    def count_left(shown: Sequence[Column]) -> int:
        """Return how many cells are left for the column that takes what the others leave."""
        return room - 2 - sum(one.width + GAP for one in shown) + GAP

    shown = list(columns)
    leaving = sorted((one for one in shown if one.leaves), key=lambda one: one.leaves)
    while leaving and count_left(shown) < _WIDE_ENOUGH:
        shown.remove(leaving.pop())
    left = max(_NARROWEST, count_left(shown))
    return tuple((one.width or left) if one in shown else None for one in columns)
