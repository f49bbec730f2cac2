"""The quick tags of each story: which tag stands for which number."""

from __future__ import annotations

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.tables.tag_names import clean_tag
from storage.tables.tags import Tags

NUMBERS = range(1, 10)
"""The numbers of quick tags."""


class QuickTags:
    """Finds and gives quick tags; giving one is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, tags: Tags) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags

    def get(self, story_id: str) -> dict[int, str]:
        """Return by number the names of the quick tags of a story.

        A number that has none in this story has the one it was last given in another.
        """
        found: dict[int, str] = {}
        for row in self._db.query(
            """
            SELECT quick_tag.number, tag.name FROM quick_tag JOIN tag ON tag.id = quick_tag.tag
            ORDER BY quick_tag.story = ?, quick_tag.given
            """,
            [story_id],
        ):
            found[row["number"]] = row["name"]
        return dict(sorted(found.items()))

    def give(self, story_id: str, number: int, name: str) -> None:
        """Give a number of a story, one of `NUMBERS`, to the tag of that name."""
        if number not in NUMBERS:
            raise ValueError(f"quick tags have the numbers 1 to 9, not {number}")
        name = clean_tag(name)
        with self._undo_log.record_step("quick tag set") as step:
            given = {"tag": self._tags.get_or_create(name), "given": now()}
            known = list(
                self._db.table("quick_tag").rows_where(
                    "story = ? AND number = ?", [story_id, number]
                )
            )
            if not known:
                step.insert("quick_tag", {"story": story_id, "number": number, **given})
            elif known[0]["tag"] != given["tag"]:
                step.update("quick_tag", [story_id, number], given)
