"""Rows of Parquet, the columns of which data sets of articles are made; DuckDB reads them."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storage.article_import.formats.tables.rows import Table, make_table
from storage.errors import ReadError
from storage.wording.extras import tell_how_to_install

_AT_ONCE = 100
"""Rows that are taken from DuckDB at a time; it holds as many more as it unpacks in one go."""
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "1GB",
    "temp_directory": "",
    "autoload_known_extensions": False,
    "autoinstall_known_extensions": False,
}


def read_parquet(path: str) -> Table:
    """Return the table that a file holds; nothing outside its folder is opened or fetched.

    `ReadError`, in words that follow the file's name, where what reads it is missing, and for what
    is not in a file (`path` is empty then): the columns of Parquet are told at its end.
    """
    try:
        import duckdb
    except ImportError:
        raise ReadError(
            f"is a Parquet file; what reads it is missing: {tell_how_to_install('parquet')}"
        ) from None
    if not path:
        raise ReadError("is Parquet; save it as a file that ends in .parquet, and add that")
    file = Path(path).absolute()
    database = duckdb.connect(":memory:", config=_SETTINGS)
    # Nothing outside its folder can be opened from here on, whatever stands in it.
    database.execute("SET allowed_directories = [$1]", [str(file.parent)])
    database.execute("SET enable_external_access = false")
    # DuckDB would take stars and brackets in a name for a pattern.
    found = database.execute("SELECT * FROM read_parquet($1)", [glob.escape(str(file))])
    names = [str(column[0]) for column in found.description or ()]
    return make_table(_list_rows(found, names))


def _list_rows(found: Any, names: list[str]) -> Iterator[dict[str, Any]]:
    while rows := found.fetchmany(_AT_ONCE):
        for row in rows:
            yield dict(zip(names, row, strict=True))
