"""Articles that a person says are versions of one: an address may change with the headline."""

from __future__ import annotations

from itertools import pairwise

from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.errors import ConflictError
from storage.tables.article_versions import hand_over, list_versions, merge_versions


def join_versions(db: Database, undo_log: UndoLog, one: str, other: str) -> list[str]:
    """Make two articles, and all their versions, versions of one; returns them, oldest first.

    The newest of all takes over what the newest of either had. One step for undo. `ConflictError`
    where they are versions of one already.
    """
    with undo_log.record_step("articles joined as versions") as step:
        families = list_versions(db, one), list_versions(db, other)
        if other in families[0]:
            raise ConflictError("They are versions of one article already.")
        versions = merge_versions(db, *families)
        for before, after in pairwise(versions):
            step.update("article", [after], {"previous": before})
        for newest in (family[-1] for family in families):
            if newest != versions[-1]:
                hand_over(db, step, newest, versions[-1])
    return versions
