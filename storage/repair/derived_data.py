"""What a library keeps to find things at once; all of it can be made anew from the rest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from storage.backup.inspect_file import is_garbled
from storage.database.introspection import FULL_TEXT, list_tables, quote_name
from storage.search.winnowing import SCHEME, hash_runs, winnow
from textreuse import split_words

_MOST_LOOKED_AT = 1_000
_PARTIAL = "article_signs"
_NUMBERS = {"article_number": "article", "annotation_number": "annotation"}


def count_wrong_numbers(connection: sqlite3.Connection) -> dict[str, int]:
    """Count, for articles and annotations, those without a number and numbers without them."""
    found = {}
    for table, parent in _find_present_numbers(connection).items():
        (count,) = connection.execute(
            f"""
            SELECT (SELECT count(*) FROM {parent} WHERE id NOT IN (SELECT {parent} FROM {table}))
            + (SELECT count(*) FROM {table} WHERE {parent} NOT IN (SELECT id FROM {parent}))
            """
        ).fetchone()
        if count:
            found[parent] = int(count)
    return found


def correct_numbers(connection: sqlite3.Connection) -> None:
    """Give each article and annotation a number, and take away what belongs to no article."""
    for table, parent in _find_present_numbers(connection).items():
        connection.execute(f"DELETE FROM {table} WHERE {parent} NOT IN (SELECT id FROM {parent})")
        if parent == "article":
            # Before a number is given anew: the new article has other fingerprints.
            _remove_stray_fingerprints(connection)
        connection.execute(
            f"INSERT INTO {table} ({parent}) SELECT id FROM {parent}"
            f" WHERE id NOT IN (SELECT {parent} FROM {table}) ORDER BY rowid"
        )


def find_wrong_indexes(connection: sqlite3.Connection) -> list[str]:
    """Return the full-text indexes that are not true to what they index.

    The caller holds a transaction, as SQLite asks for one; nothing is written.
    """
    wrong = []
    for table in sorted(list_tables(connection) & {*FULL_TEXT}):
        # What has East Asian signs is a part of the articles, which SQLite does not know.
        names, values = (
            (table, "'integrity-check'")
            if table == _PARTIAL
            else (f"{table}, rank", "'integrity-check', 1")
        )
        try:
            connection.execute(f"INSERT INTO {table}({names}) VALUES ({values})")
            is_wrong = table == _PARTIAL and _is_incomplete(connection)
        except sqlite3.DatabaseError as error:
            if not is_garbled(error):
                raise
            is_wrong = True
        if is_wrong:
            wrong.append(table)
    return wrong


def _is_incomplete(connection: sqlite3.Connection) -> bool:
    known, indexed = (
        {number for (number,) in connection.execute(f"SELECT {column} FROM {table}")}
        for column, table in (("number", "signs_indexed"), ("id", f"{_PARTIAL}_docsize"))
    )
    return known != indexed


@contextmanager
def suspend_triggers(connection: sqlite3.Connection) -> Iterator[None]:
    """Let nothing follow what is written in the block: what is computed is wrong after it."""
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {quote_name(name)}")
    yield
    for _, statement in triggers:
        connection.execute(statement)


def rebuild_indexes(connection: sqlite3.Connection) -> None:
    """Make all full-text indexes anew, as they are made for new articles and notes."""
    tables = list_tables(connection)
    for table in sorted(tables & {*FULL_TEXT}):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")
    if "signs_indexed" in tables:
        connection.execute("DELETE FROM signs_indexed")
    for table, parent in _find_present_numbers(connection).items():
        connection.execute(f"CREATE TEMP TABLE numbers AS SELECT number, {parent} FROM {table}")
        connection.execute(f"DELETE FROM {table}")
        connection.execute(
            f"INSERT INTO {table} (number, {parent}) SELECT * FROM numbers ORDER BY number"
        )
        connection.execute("DROP TABLE numbers")


def count_wrong_fingerprints(connection: sqlite3.Connection) -> int:
    """Count the articles whose fingerprints are not those of their text, those of none included.

    Fingerprints that are still to be made are not wrong. Of more than 1,000 articles some are
    looked at, spread evenly, and only the count of the others' is.
    """
    if "fingerprinted" not in list_tables(connection):
        return 0
    counts = dict(
        connection.execute("SELECT number, count(*) FROM fingerprint GROUP BY number").fetchall()
    )
    known = connection.execute(
        """
        SELECT number, article FROM article_number
        WHERE number IN (SELECT number FROM fingerprinted WHERE scheme = ?) ORDER BY number
        """,
        [SCHEME],
    ).fetchall()
    wrong = len(counts.keys() - {number for number, _ in _list_numbered_articles(connection)})
    for number, article in known[:: len(known) // _MOST_LOOKED_AT + 1]:
        found = connection.execute("SELECT text FROM article WHERE id = ?", [article]).fetchone()
        expected = winnow(hash_runs(split_words(found[0]))) if found else set()
        wrong += len(expected) != counts.get(number, 0) or not all(
            connection.execute(
                "SELECT 1 FROM fingerprint WHERE hash = ? AND number = ?", [value, number]
            ).fetchone()
            for value in expected
        )
    return wrong


def drop_fingerprints(connection: sqlite3.Connection) -> None:
    """Forget all fingerprints, so that they are made anew."""
    for table in sorted(list_tables(connection) & {"fingerprint", "fingerprinted"}):
        connection.execute(f"DELETE FROM {table}")


def _remove_stray_fingerprints(connection: sqlite3.Connection) -> None:
    for table in sorted(list_tables(connection) & {"fingerprint", "fingerprinted"}):
        connection.execute(
            f"DELETE FROM {table} WHERE number NOT IN (SELECT number FROM article_number)"
        )


def _list_numbered_articles(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    return connection.execute("SELECT number, article FROM article_number").fetchall()


def _find_present_numbers(connection: sqlite3.Connection) -> dict[str, str]:
    tables = list_tables(connection)
    return {table: parent for table, parent in _NUMBERS.items() if table in tables}
