"""Whether texts are as they were stored: SQLite looks after its pages, not after words in them."""

from __future__ import annotations

import sqlite3

from storage.database.introspection import list_kept_tables, quote_name
from storage.ids import make_text_id


def find_garbled_table(connection: sqlite3.Connection) -> str | None:
    """Return the first table in which a text is no UTF-8, which all that is stored was."""
    before, connection.text_factory = connection.text_factory, bytes.decode
    try:
        for table in list_kept_tables(connection):
            try:
                for _ in connection.execute(f"SELECT * FROM {quote_name(table)}"):
                    pass
            except UnicodeDecodeError:
                return table
    finally:
        connection.text_factory = before
    return None


def find_altered_articles(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of articles that do not follow from their text, as they did once."""
    return [
        article
        for article, text in connection.execute("SELECT id, text FROM article ORDER BY rowid")
        if make_text_id(text) != article
    ]
