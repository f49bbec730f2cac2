"""Rows of the tables that programs export annotations as."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storage.errors import ExchangeError

_DELIMITERS = ",;\t"
_LONGEST = 1_000_000
"""Characters of a cell."""


class Row(NamedTuple):
    """A row of a table, by the names of its columns in small letters."""

    number: int
    """Counted from 1, without the row of names."""
    cells: Mapping[str, str]

    def get(self, *names: str) -> str:
        """Return the first cell under one of these names that is not empty."""
        return next(filter(None, (self.cells.get(name, "").strip() for name in names)), "")


def list_rows(text: str, needed: Sequence[str]) -> list[Row]:
    """Return the rows; `ExchangeError` for what is no table, or has no column of a `needed` name.

    What the first line has most of parts the cells: commas, semicolons or tabulators.
    """
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    before = csv.field_size_limit(_LONGEST)
    try:
        names = [name.strip().lower() for name in next(table, [])]
        if set(names).isdisjoint(needed):
            raise ExchangeError(f"its first line names no column “{needed[0].capitalize()}”")
        return [
            Row(number, dict(zip(names, cells, strict=False)))
            for number, cells in enumerate(filter(None, table), 1)
        ]
    except csv.Error as error:
        raise ExchangeError(f"its table cannot be read on line {table.line_num}") from error
    finally:
        csv.field_size_limit(before)
