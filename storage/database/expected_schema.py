"""What tables, indexes and triggers a library of this version has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from storage.database.connection import Database
from storage.database.introspection import FULL_TEXT, quote_name
from storage.database.schema import migrations

_SHADOWS = tuple(f"{name}_" for name in FULL_TEXT)
"""How the tables begin that an index for full-text search is made of, to SQLite's own taste."""
Schema = dict[tuple[str, str], str]
"""What defines each thing, by its type and name."""


def read_schema(connection: sqlite3.Connection) -> Schema:
    """Return what defines the things of a database, in the words that every SQLite has for it.

    Of tables and indexes that is their columns, for versions of SQLite spell statements their own
    way; of all else the statement, which is ours. What SQLite and sqlite-utils keep for themselves
    is left out. Errors are SQLite's own.
    """
    schema = {}
    for kind, name, table, statement in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
    ).fetchall():
        if name.startswith(("sqlite_", "_sqlite_", *_SHADOWS)):
            continue
        if kind == "index" or (kind == "table" and name not in FULL_TEXT):
            columns = connection.execute(f"PRAGMA {kind}_xinfo({quote_name(name)})").fetchall()
            schema[kind, name] = f"{table} {columns}"
        else:
            schema[kind, name] = f"{table} {statement}"
    return schema


@cache
def make_expected_schema() -> Schema:
    """Return the schema of a new library."""
    with closing(Database(sqlite3.connect(":memory:", isolation_level=None))) as db:
        migrations.apply(db)
        return read_schema(db.conn)
