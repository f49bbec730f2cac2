"""The quick tags of the codebook and of each story: which tag stands for which number."""

from __future__ import annotations

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
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

    def get(self, story_id: str | None) -> dict[int, str]:
        """Return by number the names of the quick tags of a story; None for those of the codebook.

        A number of which nothing is said in this story has the tag of the codebook; where that
        says nothing either, the one it was last given in another story.
        """
        found: dict[int, str | None] = {}
        for row in self._db.query(
            """
            SELECT number, name FROM (
                SELECT number, tag, iif(story = ?, 3, 1) AS rank, given FROM quick_tag
                UNION ALL SELECT number, tag, 2, '' FROM codebook_quick_tag
            ) AS quick LEFT JOIN tag ON tag.id = quick.tag
            WHERE rank > 1 OR tag IS NOT NULL ORDER BY rank, given
            """,
            [story_id],
        ):
            found[row["number"]] = row["name"]
        return {number: name for number, name in sorted(found.items()) if name is not None}

    def give(self, story_id: str | None, number: int, name: str) -> str:
        """Give a number of a story or of the codebook, one of `NUMBERS`, to the tag of that name.

        Returns the name of the tag that it stood for there; empty where it was that one, or none.
        Where the codebook is strict, `ConflictError` for a tag that it has not.
        """
        if number not in NUMBERS:
            raise ValueError(f"quick tags have the numbers 1 to 9, not {number}")
        name = clean_tag(name)
        before = self.get(story_id).get(number, "")
        with self._undo_log.record_step("quick tag set") as step:
            self.put(step, story_id, number, self._tags.find_or_make(name))
        return "" if before.casefold() == name.casefold() else before

    def take_away(self, story_id: str | None, name: str) -> tuple[int, ...]:
        """Let no number of a story or of the codebook stand for a tag, and return those that did.

        Other stories keep theirs.
        """
        taken = tuple(number for number, one in self.get(story_id).items() if one == name)
        with self._undo_log.record_step("quick tag taken away") as step:
            for number in taken:
                self.put(step, story_id, number, None)
        return taken

    def put(self, step: Step, story_id: str | None, number: int, tag: int | None) -> None:
        """Let a number stand for the tag with that id, or for none, as part of a step."""
        table = "codebook_quick_tag"
        key: dict[str, int | str] = {"number": number}
        values: dict[str, int | str | None] = {"tag": tag}
        if story_id is not None:
            table, key = "quick_tag", {"story": story_id, **key}
            values["given"] = now()
        where = " AND ".join(f"{column} = ?" for column in key)
        known = list(self._db.table(table).rows_where(where, [*key.values()]))
        if not known:
            step.insert(table, {**key, **values})
        elif known[0]["tag"] != tag:
            step.update(table, [*key.values()], values)
