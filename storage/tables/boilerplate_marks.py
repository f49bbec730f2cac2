"""What the reader says is boilerplate, or is none, over what the engine takes for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.ids import make_id
from storage.models import Article
from textreuse import Span, Verdicts


class BoilerplateMarks:
    """Remembers verdicts on places of articles; every change is a step that undo takes back.

    A verdict holds in every story that has the article.
    """

    def __init__(self, db: Database, undo_log: UndoLog) -> None:
        self._db = db
        self._undo_log = undo_log

    def mark(self, article: Article, start: int, end: int) -> bool:
        """Say that `start:end`, not empty, is boilerplate; it is on disk on return.

        Tells whether that changed anything: False if all of it was marked before.
        """
        with self._undo_log.record_step("boilerplate marked") as step:
            rows = self._find_rows([article])
            # One verdict for all marks that meet, and none against them.
            if any(
                row["is_boilerplate"] and row["start"] <= start and end <= row["end"]
                for row in rows
            ):
                return False
            marked = [
                row
                for row in rows
                if row["is_boilerplate"] and row["start"] <= end and start <= row["end"]
            ]
            self._delete(
                step,
                marked + [row for row in _find_overlaps(rows, start, end) if row not in marked],
            )
            self._insert(
                step,
                article,
                min([start, *(row["start"] for row in marked)]),
                max([end, *(row["end"] for row in marked)]),
                is_boilerplate=True,
            )
        return True

    def unmark(self, article: Article, start: int, end: int) -> None:
        """Say that `start:end`, not empty, is reporting; it is on disk on return.

        A mark that it meets is gone as a whole.
        """
        with self._undo_log.record_step("boilerplate unmarked") as step:
            rows = self._find_rows([article])
            self._delete(step, _find_overlaps(rows, start, end))
            self._insert(step, article, start, end, is_boilerplate=False)

    def find_verdicts(self, articles: Sequence[Article]) -> Verdicts:
        """Return the verdicts on `articles`, as `compare` wants them."""
        index = {article.id: number for number, article in enumerate(articles)}
        found: dict[bool, list[Span]] = {True: [], False: []}
        for row in self._find_rows(articles):
            span = Span(index[row["article"]], row["start"], row["end"])
            found[bool(row["is_boilerplate"])].append(span)
        return Verdicts(tuple(sorted(found[True])), tuple(sorted(found[False])))

    def _find_rows(self, articles: Sequence[Article]) -> list[dict[str, Any]]:
        ids = [article.id for article in articles]
        marks = ", ".join("?" for _ in ids)
        return list(self._db.query(f"SELECT * FROM verdict WHERE article IN ({marks})", ids))

    def _delete(self, step: Step, rows: Sequence[dict[str, Any]]) -> None:
        for row in rows:
            step.delete("verdict", [row["id"]])

    def _insert(
        self, step: Step, article: Article, start: int, end: int, *, is_boilerplate: bool
    ) -> None:
        step.insert(
            "verdict",
            {
                "id": make_id(),
                "article": article.id,
                "start": start,
                "end": end,
                "is_boilerplate": int(is_boilerplate),
                "made": now(),
            },
        )


def _find_overlaps(rows: Sequence[dict[str, Any]], start: int, end: int) -> list[dict[str, Any]]:
    return [row for row in rows if row["start"] < end and start < row["end"]]
