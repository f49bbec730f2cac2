"""Articles whose text is not the one that they were added with: a bit has turned on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from storage.backup.stored_texts import find_altered_articles
from storage.database.introspection import find_references, list_tables, quote_name
from storage.ids import make_text_id


def mend_altered_articles(connection: sqlite3.Connection) -> Iterator[str]:
    """Give each, wherever it is named, the id that follows from the text it has; says so.

    The caller holds a transaction in which foreign keys are not enforced.
    """
    altered = find_altered_articles(connection)
    for article in altered:
        new = _name_anew(connection, article)
        if len(altered) == 1:
            yield f"The text of article {article} has changed; it is article {new} now."
    if len(altered) > 1:
        yield f"The texts of {len(altered):,} articles have changed; they have new ids now."


def _name_anew(connection: sqlite3.Connection, article: str) -> str:
    """Give one article its id, and return it."""
    (text,) = connection.execute("SELECT text FROM article WHERE id = ?", [article]).fetchone()
    new = make_text_id(text)
    for table in list_tables(connection):
        for column in find_references(connection, table, "article"):
            connection.execute(
                f"UPDATE OR IGNORE {quote_name(table)} SET {quote_name(column)} = ?"
                f" WHERE {quote_name(column)} = ?",
                [new, article],
            )
    connection.execute("UPDATE article SET previous = ? WHERE previous = ?", [new, article])
    known = connection.execute("SELECT 1 FROM article WHERE id = ?", [new]).fetchone()
    if known is None:
        connection.execute("UPDATE article SET id = ? WHERE id = ?", [new, article])
    else:
        connection.execute("DELETE FROM article WHERE id = ?", [article])
    return new
