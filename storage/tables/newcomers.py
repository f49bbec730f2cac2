"""Which articles came from a feed that was watched, and how much of the library each carries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.clock import now
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.database.undo_log import UndoLog


class Newcomer(NamedTuple):
    """An article that came in, and one of the library of which it carries some."""

    article: str
    """Its id."""
    carried: str
    """The id of the other one."""
    words: int
    """Of the other one's words those that stand in it."""
    of: int
    """All of these."""
    arrived: str
    is_new: bool
    """Whether nobody has looked at it yet."""


class Newcomers:
    """Keeps them until they are taken off the list, or one of the two is deleted for good."""

    def __init__(self, db: Database, undo_log: UndoLog) -> None:
        self._db = db
        self._undo_log = undo_log

    def put(self, article: str, carried: Iterable[tuple[str, int, int]]) -> None:
        """Store of which articles, by their ids, it carries how many words of how many."""
        arrived = now()
        with hold_write_lock(self._db):
            for other, words, of in carried:
                self._db.table("newcomer").upsert(
                    {
                        "article": article,
                        "carried": other,
                        "words": words,
                        "of": of,
                        "arrived": arrived,
                        "seen": None,
                    },
                    pk=("article", "carried"),
                )

    def list_all(self) -> list[Newcomer]:
        """Return them, the last that came first, of each what it carries most of first.

        Those of which one article is in the trash are left out.
        """
        rows = self._db.execute(
            """
            SELECT newcomer.article, carried, newcomer.words, "of", arrived, seen IS NULL
            FROM newcomer
            JOIN article AS one ON one.id = newcomer.article AND one.deleted IS NULL
            JOIN article AS other ON other.id = carried AND other.deleted IS NULL
            ORDER BY arrived DESC, newcomer.article, 1.0 * newcomer.words / "of" DESC, carried
            """
        )
        return [Newcomer._make((*row[:5], bool(row[5]))) for row in rows]

    def count_new(self) -> int:
        """Return how many articles came of which nobody has looked at the list yet."""
        (count,) = self._db.execute(
            """
            SELECT count(DISTINCT newcomer.article) FROM newcomer
            JOIN article AS one ON one.id = newcomer.article AND one.deleted IS NULL
            JOIN article AS other ON other.id = carried AND other.deleted IS NULL
            WHERE seen IS NULL
            """
        ).fetchone()
        return int(count)

    def mark_seen(self) -> None:
        """Let all of them be looked at."""
        with hold_write_lock(self._db):
            self._db.execute("UPDATE newcomer SET seen = ? WHERE seen IS NULL", [now()])

    def remove(self, article: str) -> None:
        """Take an article off the list; it stays in the library. One step for undo."""
        with self._undo_log.record_step("newcomer taken off the list") as step:
            for row in list(self._db.table("newcomer").rows_where("article = ?", [article])):
                step.delete("newcomer", [article, row["carried"]])
