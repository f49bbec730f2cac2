"""Memos: what coders write about whole articles and stories, one each."""

from __future__ import annotations

from typing import Literal, NamedTuple

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.errors import ConflictError, NotFoundError
from storage.wording.terminal_text import fit_utf8

MemoKind = Literal["article", "story"]


class Memo(NamedTuple):
    """What a coder wrote about an article or a story."""

    about: str
    """The id of that."""
    coder: str
    """Empty where nobody was named."""
    memo: str
    created: str
    updated: str


class Memos:
    """Keeps memos; every change is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._coder = coder

    def find(self, kind: MemoKind, about: str) -> list[Memo]:
        """Return the memos about one article or story, the first written first."""
        return self._read(kind, f"WHERE {kind} = ?", [about])

    def list_all(self, kind: MemoKind) -> dict[str, list[Memo]]:
        """Return the memos about all articles, or stories, that have any, by their ids."""
        found: dict[str, list[Memo]] = {}
        for memo in self._read(kind, "", []):
            found.setdefault(memo.about, []).append(memo)
        return found

    def find_own(self, kind: MemoKind, about: str) -> str:
        """Return what the coder of this library wrote; empty where that is nothing."""
        own = (one.memo for one in self.find(kind, about) if one.coder == self._coder.name)
        return next(own, "")

    def write(self, kind: MemoKind, about: str, memo: str, *, before: str | None = None) -> None:
        """Put this in place of what the coder wrote; an empty memo is none.

        `ConflictError` if that is no longer as it was `before`, where that is given;
        `NotFoundError` where what it is about is in the trash.
        """
        memo = fit_utf8(memo).strip()
        table, key = f"{kind}_memo", [about, self._coder.name]
        with self._undo_log.record_step("memo written" if memo else "memo deleted") as step:
            there = self.find_own(kind, about)
            if before is not None and there not in (before, memo):
                raise ConflictError("This memo has been changed in another window.")
            if there == memo:
                return
            if not self._db.table(kind).count_where("id = ? AND deleted IS NULL", [about]):
                raise NotFoundError(f"This {kind} has since been moved to the trash.")
            moment = now()
            if not memo:
                step.delete(table, key)
            elif there:
                step.update(table, key, {"memo": memo, "updated": moment})
            else:
                row = {kind: about, "coder": self._coder.name, "memo": memo}
                step.insert(table, {**row, "created": moment, "updated": moment})

    def _read(self, kind: MemoKind, where: str, values: list[str]) -> list[Memo]:
        rows = self._db.execute(
            f"SELECT {kind}, coder, memo, created, updated FROM seen_{kind}_memo"
            f" {where} ORDER BY created, coder",
            values,
        )
        return [Memo._make(row) for row in rows]
