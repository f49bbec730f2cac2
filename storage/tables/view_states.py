"""Where each story was left: panes, cursor, lens and the like, as the compare view wants them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from storage.clock import now
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.errors import NotFoundError


class ViewStates:
    """Keeps one view a story. It is no step of the undo log: undo takes back work, not looking."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, story_id: str, state: Mapping[str, Any]) -> None:
        """Store `state`, a JSON object, as the view of a story; it replaces the one before.

        Of two programs the last one wins. `NotFoundError` if there is no such story, be it in the
        trash; `LibraryError` if it cannot be written.
        """
        text = json.dumps(dict(state))
        with hold_write_lock(self._db):
            if not self._db.table("story").count_where("id = ?", [story_id]):
                raise NotFoundError(f"No story has the id {story_id}.")
            self._db.table("story_view").upsert(
                {"story": story_id, "state": text, "saved": now()}, pk="story"
            )

    def load(self, story_id: str) -> dict[str, Any] | None:
        """Return the view saved for a story; None where there is none that can be read."""
        # As bytes: what is no text at all is no view either, and no error.
        found = self._db.execute(
            "SELECT CAST(state AS BLOB) FROM story_view WHERE story = ?", [story_id]
        ).fetchone()
        try:
            state = json.loads(found[0]) if found else None
        except (ValueError, RecursionError):
            return None
        return state if isinstance(state, dict) else None
