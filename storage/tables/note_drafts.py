"""Notes that are being written, kept so that a crash loses none."""

from __future__ import annotations

import json
import os
import platform
import secrets
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.models import Anchor, Target
from storage.wording.terminal_text import fit_utf8

BEAT_SECONDS = 5.0
"""How often an editor says that it is alive."""
_SILENT_BEATS = 2.5
"""Beats missed after which its editor is taken for gone."""


@dataclass(frozen=True)
class NoteDraft:
    """A note as far as it is written."""

    id: str
    story: str
    annotation: str | None
    """The one that it would change; None for a new one."""
    targets: tuple[Target, ...]
    """Where a new one would stand."""
    note: str


class NoteDrafts:
    """Keeps what editors tell; it is no step of the undo log, for nothing was saved yet."""

    def __init__(self, db: Database, coder: Coder = NOBODY) -> None:
        self._db = db
        self._coder = coder
        # Who writes: the machine, the process, and which library of that process.
        self._session = f"{platform.node()}:{os.getpid()}:{secrets.token_hex(4)}"

    def begin(
        self, story: str, annotation: str | None, targets: Sequence[Target], note: str
    ) -> NoteDraft:
        """Return a new draft, which is not kept yet."""
        return NoteDraft(secrets.token_hex(6), story, annotation, tuple(targets), note)

    def keep(self, draft: NoteDraft) -> None:
        """Put a draft on disk, as of now alive, in the place of what was there of it."""
        targets = json.dumps([[one.article, asdict(one.anchor)] for one in draft.targets])
        with hold_write_lock(self._db):
            self._db.table("draft").upsert(
                {
                    "id": draft.id,
                    "story": draft.story,
                    "annotation": draft.annotation,
                    "targets": targets,
                    "note": fit_utf8(draft.note),
                    "coder": self._coder.name,
                    "session": self._session,
                    "beat": now(),
                },
                pk="id",
            )

    def forget(self, draft_id: str) -> None:
        """Remove a draft: it was saved, or thrown away."""
        with hold_write_lock(self._db):
            self._db.table("draft").delete_where("id = ?", [draft_id])

    def find_left(self, story: str, *, alive: bool = False) -> list[NoteDraft]:
        """Return the drafts of a story whose editor is gone, oldest first.

        An editor is gone when its process is, or when it has not told for some time that it is
        alive. With `alive` also those whose editor, in another window, may be open still.
        """
        silent = datetime.now(UTC) - timedelta(seconds=BEAT_SECONDS * _SILENT_BEATS)
        before = silent.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        rows = self._db.query(
            "SELECT * FROM seen_draft WHERE story = ? AND session <> ? ORDER BY beat",
            [story, self._session],
        )
        return [
            NoteDraft(
                row["id"],
                row["story"],
                row["annotation"],
                tuple(
                    Target(article, Anchor(**anchor))
                    for article, anchor in json.loads(row["targets"])
                ),
                row["note"],
            )
            for row in rows
            if alive or row["beat"] < before or _has_ended(row["session"])
        ]


def _has_ended(session: str, system: str = sys.platform) -> bool:
    """Tell whether the process of a session is known to have ended: on this machine, not Windows.

    There a process cannot be asked for without harm.
    """
    node, _, rest = session.rpartition(":")[0].rpartition(":")
    if system == "win32" or node != platform.node() or not rest.isdecimal():
        return False
    try:
        os.kill(int(rest), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
