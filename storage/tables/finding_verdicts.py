"""What the reader says of findings: that they are none, or that they hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import UndoLog

Verdict = Literal["dismissed", "confirmed"]
_LABELS = {"dismissed": "finding dismissed", "confirmed": "finding confirmed"}
_KEYS_ASKED_AT_ONCE = 500


class FindingVerdicts:
    """Remembers which findings are dismissed or confirmed; each is a step that undo takes back.

    They are known by their words (`Finding.key`): a verdict holds in every story, and for every
    version of an article, that has the same words.
    """

    def __init__(self, db: Database, undo_log: UndoLog) -> None:
        self._db = db
        self._undo_log = undo_log

    def decide(self, key: str, verdict: Verdict) -> None:
        """Dismiss or confirm a finding; it is on disk on return."""
        with self._undo_log.record_step(_LABELS[verdict]) as step:
            known = self.find([key]).get(key)
            if known == verdict:
                return
            if known is not None:
                step.update("finding_verdict", [key], {"verdict": verdict, "made": now()})
            else:
                step.insert("finding_verdict", {"key": key, "verdict": verdict, "made": now()})

    def reopen(self, key: str) -> None:
        """Forget what was decided on a finding; it is on disk on return."""
        with self._undo_log.record_step("finding reopened") as step:
            if self.find([key]):
                step.delete("finding_verdict", [key])

    def find(self, keys: Iterable[str]) -> dict[str, Verdict]:
        """Return what was decided on those of the findings on which anything was, by their keys."""
        asked = list(keys)
        found: dict[str, Verdict] = {}
        for first in range(0, len(asked), _KEYS_ASKED_AT_ONCE):
            some = asked[first : first + _KEYS_ASKED_AT_ONCE]
            marks = ", ".join("?" for _ in some)
            rows = self._db.query(
                f"SELECT key, verdict FROM finding_verdict WHERE key IN ({marks})", some
            )
            found.update((row["key"], row["verdict"]) for row in rows)
        return found
