"""Fingerprints: which articles of a library have words in a row in common with a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.search.text_measures import TextMeasures, measure_text
from storage.search.winnowing import MOST_ARTICLES, SCHEME, hash_runs

if TYPE_CHECKING:
    from textreuse import Words


class Fingerprints:
    """Keeps the fingerprints of all articles, and finds articles by them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def put(self, article: str, measures: TextMeasures) -> None:
        """Store the fingerprints of an article that is in the library."""
        with hold_write_lock(self._db):
            number = self._db.execute(
                "SELECT number FROM article_number WHERE article = ?", [article]
            ).fetchone()[0]
            self._db.conn.executemany(
                "INSERT OR IGNORE INTO fingerprint (hash, number) VALUES (?, ?)",
                ((value, number) for value in measures.iterate_fingerprints()),
            )
            self._db.execute(
                "INSERT OR REPLACE INTO fingerprinted (number, scheme) VALUES (?, ?)",
                [number, SCHEME],
            )

    def catch_up(self) -> int:
        """Make the fingerprints that are missing or of another scheme; tells of how many articles.

        Costs well under a millisecond where nothing is to do.
        """
        missing = self._db.execute(
            """
            SELECT article_number.article, article_number.number FROM article_number
            LEFT JOIN fingerprinted ON fingerprinted.number = article_number.number
            WHERE fingerprinted.scheme IS NOT ?
            """,
            [SCHEME],
        ).fetchall()
        for article, number in missing:
            with hold_write_lock(self._db):
                text = self._db.execute(
                    "SELECT text FROM article WHERE id = ?", [article]
                ).fetchone()
                if text is None:
                    continue  # gone since, by another program
                if self._db.execute(
                    "SELECT 1 FROM fingerprinted WHERE number = ?", [number]
                ).fetchone():
                    self._db.execute("DELETE FROM fingerprint WHERE number = ?", [number])
                self.put(article, measure_text(text[0]))
        return len(missing)

    def count_shared(self, text_words: Words) -> dict[str, int]:
        """Return the articles that have fingerprints of these words, and how many of them.

        Runs of words that stand in more than 50 articles do not count. In the trash or not.
        """
        asked = set(hash_runs(text_words))
        shared: Counter[int] = Counter()
        for numbers in self._find_numbers(asked):
            if len(numbers) <= MOST_ARTICLES:
                shared.update(numbers)
        if not shared:
            return {}
        marks = ", ".join("?" for _ in shared)
        names = self._db.execute(
            f"SELECT number, article FROM article_number WHERE number IN ({marks})", list(shared)
        )
        return {article: shared[number] for number, article in names}

    def find_common(self) -> Iterator[list[int]]:
        """Yield for each fingerprint of 2 to 50 articles the numbers of those articles, ascending.

        In the trash or not.
        """
        for row in self._db.execute(
            f"""
            SELECT group_concat(number) FROM fingerprint GROUP BY hash
            HAVING count(*) BETWEEN 2 AND {MOST_ARTICLES}
            """
        ):
            yield sorted(map(int, row[0].split(",")))

    def count_all(self) -> dict[int, int]:
        """Return by their numbers how many fingerprints the articles have that have any."""
        return dict(
            self._db.execute("SELECT number, count(*) FROM fingerprint GROUP BY number").fetchall()
        )

    def _find_numbers(self, asked: set[int]) -> Iterator[list[int]]:
        question = f"SELECT number FROM fingerprint WHERE hash = ? LIMIT {MOST_ARTICLES + 1}"
        cursor = self._db.conn.cursor()
        for value in sorted(asked):  # neighbours in the table, one page after the other
            found = [row[0] for row in cursor.execute(question, [value])]
            if found:
                yield found
