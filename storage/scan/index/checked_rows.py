"""Whether an index has what a scan writes: anybody may have made the file, or changed it."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from storage.scan.index.schema import INDEXES, TABLES

LARGEST = 2**53
"""No number in an index is beyond this, nor below 0."""

Row = TypeVar("Row", bound=tuple[Any, ...])


def make_row(kind: type[Row], values: Sequence[Any]) -> Row:
    """Return the named tuple `kind` of these values.

    `ValueError` where one is not of the type that its field has, or a number that no scan writes:
    those are finite, and from 0 to `LARGEST`.
    """
    checks = _list_checks(kind)
    if not all(check(value) for check, value in zip(checks, values, strict=True)):
        raise ValueError(f"no {kind.__name__}")
    return kind(*values)


def has_schema(connection: sqlite3.Connection) -> bool:
    """Tell whether the tables are those that a scan makes, and nothing runs when they are read.

    A view, a column that is computed or another module's table could do anything, without end.
    """
    return _read_schema(connection) == _make_expected_schema()


@cache
def _list_checks(kind: type[tuple[Any, ...]]) -> tuple[Callable[[object], bool], ...]:
    hints = get_type_hints(kind)
    return tuple(_make_check(hints[name]) for name in kind._fields)  # type: ignore[attr-defined]


def _make_check(wanted: object) -> Callable[[object], bool]:
    if isinstance(wanted, UnionType):
        checks = [_make_check(one) for one in get_args(wanted)]
        return lambda value: any(check(value) for check in checks)
    if get_origin(wanted) is Literal:
        words = get_args(wanted)
        return lambda value: isinstance(value, str) and value in words
    if wanted is float:
        return lambda value: isinstance(value, float) and math.isfinite(value) and value >= 0
    if wanted is int:
        return lambda value: isinstance(value, int) and 0 <= value <= LARGEST
    assert wanted in (str, NoneType)
    return lambda value: type(value) is wanted


def _read_schema(connection: sqlite3.Connection) -> dict[str, object]:
    """Return the columns of each table; the statement of what is more than a table."""
    found: dict[str, object] = {}
    for kind, name, statement in connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type <> 'index'"
    ).fetchall():
        if kind != "table" or statement.upper().startswith("CREATE VIRTUAL"):
            found[name] = " ".join(statement.split())
        elif not name.startswith(("sqlite_", "cluster_words_")):
            columns = connection.execute("SELECT * FROM pragma_table_xinfo(?)", [name])
            found[name] = columns.fetchall()
    return found


@cache
def _make_expected_schema() -> dict[str, object]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(TABLES + INDEXES)
        return _read_schema(connection)
