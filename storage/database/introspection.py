"""What tables a library has, asked of the library itself."""

from __future__ import annotations

import sqlite3

COMPUTED = (
    *("article_number", "annotation_number", "signs_indexed"),
    *("fingerprint", "fingerprinted"),
)
"""Tables that follow from others, besides the indexes for full-text search."""
FULL_TEXT = ("article_words", "article_signs", "note_words")


def quote_name(name: str) -> str:
    """Return the name of a table or column as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def list_tables(connection: sqlite3.Connection) -> set[str]:
    """Return the names of all tables, virtual ones included."""
    return {
        name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type='table'")
    }


def list_kept_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the tables that hold what people put in: nothing that can be computed from others."""
    return sorted(
        name
        for name in list_tables(connection)
        if name not in COMPUTED and not name.startswith(("sqlite_", "_sqlite_", *FULL_TEXT))
    )


def list_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table that can be written."""
    found = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
    return [name for (name,) in found]


def list_keys(connection: sqlite3.Connection, table: str) -> list[str]:
    """Return the columns of a table's primary key, in its order."""
    found = connection.execute(
        "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", [table]
    )
    return [name for (name,) in found]


def find_references(connection: sqlite3.Connection, table: str, parent: str) -> list[str]:
    """Return the columns of `table` that name a row of `parent`."""
    found = connection.execute(
        'SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = ?', [table, parent]
    )
    return [name for (name,) in found]
