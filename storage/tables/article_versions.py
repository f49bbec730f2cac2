"""Versions: another text at the same address takes the place of the one that was there."""

from __future__ import annotations

from typing import Any

from storage.anchoring.anchors import make_anchor
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog


def find_newest_at(db: Database, url: str | None) -> str | None:
    """Return the id of the article with that address that was added last; None without one."""
    if not url:
        return None
    row = db.execute(
        "SELECT id FROM article WHERE url = ? AND deleted IS NULL"
        " ORDER BY added DESC, rowid DESC LIMIT 1",
        [url],
    ).fetchone()
    return None if row is None else str(row[0])


def take_over(db: Database, undo_log: UndoLog, old: str, new: str) -> None:
    """Let the article `new` stand wherever `old`, its earlier version, stood.

    Its annotations keep their anchors, which find the words in the changed text; those that do
    not come to the review. Verdicts on boilerplate move where their words are found for sure.
    One step: undo gives all of it back to the earlier version.
    """
    with undo_log.record_step("annotations moved to the newer version") as step:
        for row in _find_rows(db, "target", old):
            step.update("target", [row["annotation"], row["place"]], {"article": new})
        for row in _find_rows(db, "story_article", old):
            step.delete("story_article", [row["story"], old])
            step.insert("story_article", row | {"article": new})
        for row in _find_rows(db, "article_tag", old):
            step.insert("article_tag", row | {"article": new})
        _move_verdicts(db, step, old, new)


def _move_verdicts(db: Database, step: Step, old: str, new: str) -> None:
    from storage.anchoring.locate import locate  # the engine is not needed to list articles

    verdicts = _find_rows(db, "verdict", old)
    if not verdicts:
        return
    texts = dict(db.execute("SELECT id, text FROM article WHERE id IN (?, ?)", [old, new]))
    for row in verdicts:
        found = locate(make_anchor(texts[old], row["start"], row["end"]), texts[new])
        if found is not None and found.state in ("exact", "moved"):
            place = {"article": new, "start": found.start, "end": found.end}
            step.update("verdict", [row["id"]], place)


def _find_rows(db: Database, table: str, article: str) -> list[dict[str, Any]]:
    return list(db.table(table).rows_where("article = ?", [article]))
