"""What tables are made of, whatever the format of their file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

Row = Mapping[str, str]
"""Cells by the names of their columns; a cell that says nothing may be missing."""


class Table(NamedTuple):
    """The columns that a table names, and its rows, which are read once."""

    names: tuple[str, ...]
    rows: Iterator[Row]
