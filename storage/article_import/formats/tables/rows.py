"""What tables are made of, whatever the format of their file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import chain, islice
from typing import Any, NamedTuple

from storage.errors import ReadError

Row = Mapping[str, str]
"""Cells by the names of their columns; a cell that says nothing may be missing."""
_DEEPEST = 3
"""Objects in each other whose members are columns."""
_ASKED = 20
"""Rows by which the columns are told where a table does not name them."""


class Table(NamedTuple):
    """The columns that a table names, and its rows, which are read once."""

    names: tuple[str, ...]
    rows: Iterator[Row]


def make_table(objects: Iterable[Mapping[str, Any]]) -> Table:
    """Return a table of objects, whose members are its columns.

    `ReadError`, in words that follow a file's name, where the first ones have none.
    """
    rows = (dict(_flatten(one)) for one in objects)
    first = list(islice(rows, _ASKED))
    names = tuple(dict.fromkeys(name for row in first for name in row))
    if not names:
        raise ReadError("has no list of articles")
    return Table(names, chain(first, rows))


def _flatten(
    held: Mapping[str, Any], within: str = "", depth: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield what an object says, that of objects in it under names such as `source.name`."""
    for key, value in held.items():
        name = f"{within}{key}"
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flatten(value, f"{name}.", depth + 1)
        else:
            yield name, spell_cell(value)


def spell_cell(value: Any) -> str:
    """Return what a value says in a line; of people and the like their names."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(spell_cell, value)))
    if isinstance(value, dict):
        return spell_cell(value.get("name") or value.get("title") or "")
    if isinstance(value, datetime):
        is_day = not (value.hour or value.minute or value.second)
        return value.date().isoformat() if is_day else value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):  # texts, where who wrote the table did not say so
        return value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return json.dumps(value)
    return "" if value is None else str(value)
