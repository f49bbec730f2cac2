"""Versions: another text at the same address takes the place of the one that was there.

Versions may be collected in any order, an archive's copy after the page it is of. `is_newer` says
how they follow upon each other; `article.previous` leads from each to the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from storage.anchoring.anchors import make_anchor
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.models import NewArticle
from storage.tables.article_details import read_version

T = TypeVar("T")

_FEW_FINGERPRINTS = 5
"""Fingerprints below which a text is so short that its words are held against another's."""
_LEAST_IN_COMMON, _LEAST_WORDS_IN_COMMON = 0.1, 0.5
"""The share of the fingerprints, or words, of the shorter text that an edit of it has too."""


def find_at(db: Database, url: str | None) -> str | None:
    """Return the id of the article with that address that was added last; None without one."""
    return _find_last(db, "url", url)


def find_item(db: Database, item: str | None) -> str | None:
    """Return the id of the article that has that item of an agency, the one added last."""
    return _find_last(db, "item", item)


def _find_last(db: Database, column: Literal["url", "item"], value: str | None) -> str | None:
    if not value:
        return None
    row = db.execute(
        f"SELECT id FROM article WHERE {column} = ? AND deleted IS NULL"
        " ORDER BY added DESC, rowid DESC LIMIT 1",
        [value],
    ).fetchone()
    return None if row is None else str(row[0])


def find_edited(db: Database, article: NewArticle) -> str | None:
    """Return the id of the article that this one, from the same file, is an edit of; None if none.

    A file may be overwritten with another article, or have several in it: the texts have to be
    alike, and what both say of themselves the same, but for the title and when they were changed.
    """
    if not article.path:
        return None
    rows = db.query(
        "SELECT id, text, outlet, published, url FROM article WHERE path = ? AND deleted IS NULL"
        " ORDER BY added DESC, rowid DESC",
        [article.path],
    )
    for row in rows:
        stated = ((row[name], getattr(article, name)) for name in ("outlet", "published", "url"))
        if all(mine == yours for mine, yours in stated if mine and yours):
            return str(row["id"]) if are_alike(row["text"], article.text) else None
    return None


def are_alike(one: str, other: str) -> bool:
    """Tell whether two texts have so much in common that one may be an edit of the other."""
    from storage.search.text_measures import measure_text  # not before a file comes again
    from textreuse import split_words

    shared, least = _share(
        *(set(measure_text(text).iterate_fingerprints()) for text in (one, other))
    )
    if least >= _FEW_FINGERPRINTS:
        return shared >= _LEAST_IN_COMMON * least
    shared, least = _share(*(set(split_words(text).counts) for text in (one, other)))
    return shared >= _LEAST_WORDS_IN_COMMON * least


def _share(one: set[T], other: set[T]) -> tuple[int, int]:
    """Return how much two sets have in common, and how much the smaller one has."""
    return len(one & other), min(len(one), len(other))


class Times(NamedTuple):
    """What is known of when a version stood at its address, in ISO 8601."""

    modified: str | None
    published: str | None
    captured: str | None
    added: str
    item: str | None = None
    version: int | None = None
    """The number that its agency gives this version of the item."""

    @property
    def last_change(self) -> str | None:
        """When it was changed or published, whichever is later."""
        return max(filter(None, [self.modified, self.published]), default=None)


def is_newer(one: Times, other: Times) -> bool:
    """Tell whether a version is newer than another, by the first of these in which they differ.

    The numbers of two versions of one item; when each was modified; whether one was captured after
    the other was in the library; when a copy of each was captured; the last change that each tells
    of, be it only that it was published; when each was seen, that is captured, or else added. What
    one of the two does not tell, or only one to the hour, says nothing.
    """
    numbers = (one.version, other.version) if one.item and one.item == other.item else ()
    if None not in numbers and len(set(numbers)) == 2:
        return (one.version or 0) > (other.version or 0)
    if _differ(one.modified, other.modified):
        return (one.modified or "") > (other.modified or "")
    if (one.captured or "") > other.added or (other.captured or "") > one.added:
        return (one.captured or "") > other.added
    for mine, yours in (
        (one.captured, other.captured),
        (one.last_change, other.last_change),
        (one.captured or one.added, other.captured or other.added),
    ):
        if _differ(mine, yours):
            return (mine or "") > (yours or "")
    return False


def _differ(mine: str | None, yours: str | None) -> bool:
    if not mine or not yours:
        return False
    return not mine.startswith(yours) and not yours.startswith(mine)


def list_versions(db: Database, article: str) -> list[str]:
    """Return the ids of all versions of an article that are not in the trash, oldest first."""
    rows = db.execute(
        """
        WITH RECURSIVE
            before (id) AS (
                SELECT ?
                UNION SELECT article.previous FROM article
                JOIN before ON article.id = before.id WHERE article.previous IS NOT NULL
            ),
            every (id) AS (
                SELECT id FROM before
                UNION SELECT article.id FROM article JOIN every ON article.previous = every.id
            )
        SELECT article.id, article.previous, article.deleted FROM article
        JOIN every ON every.id = article.id ORDER BY article.added, article.rowid
        """,
        [article],
    ).fetchall()
    previous = {one: before for one, before, _ in rows}
    # Two have one previous version where one of them was in the trash as the other came.
    ranked = sorted(rows, key=lambda row: _count_before(row[0], previous))
    return [one for one, _, deleted in ranked if deleted is None]


def _count_before(article: str, previous: dict[str, str | None]) -> int:
    seen = set()
    at: str | None = article
    while at is not None and at not in seen:
        seen.add(at)
        at = previous.get(at)
    return len(seen)


def put_among_versions(db: Database, undo_log: UndoLog, sibling: str, new: str) -> None:
    """Make the article `new`, just added, a version of the one that `sibling` is a version of.

    It stands before the first one that is newer. The newest takes over, see `hand_over`; an older
    copy that comes in later leaves annotations on the words that they were made on.
    """
    versions = [one for one in list_versions(db, sibling) if one != new]
    at = merge_versions(db, versions, [new]).index(new)
    behind = versions[at : at + 1]
    previous = _find_previous(db, behind[0]) if behind else versions[-1]
    db.table("article").update(new, {"previous": previous})
    if behind:
        db.table("article").update(behind[0], {"previous": new})
        return
    with undo_log.record_step("annotations moved to the newer version") as step:
        hand_over(db, step, versions[-1], new)


def merge_versions(db: Database, versions: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return both rows of ids as one: each of `others` before the first that is newer than it."""
    merged = [*versions]
    times = _read_times(db, [*versions, *others])
    for one in others:
        newer = (at for at, each in enumerate(merged) if is_newer(times[each], times[one]))
        merged.insert(next(newer, len(merged)), one)
    return merged


def _read_times(db: Database, ids: list[str]) -> dict[str, Times]:
    marks = ", ".join("?" for _ in ids)
    columns = "modified, published, captured, added, item"
    asked = f"SELECT id, details, {columns} FROM article WHERE id IN ({marks})"
    return {row[0]: Times._make((*row[2:], read_version(row[1]))) for row in db.execute(asked, ids)}


def _find_previous(db: Database, article: str) -> str | None:
    row = db.execute("SELECT previous FROM article WHERE id = ?", [article]).fetchone()
    return None if row[0] is None else str(row[0])


def hand_over(db: Database, step: Step, old: str, new: str) -> None:
    """Let the article `new` stand wherever `old`, its earlier version, stood.

    Its annotations keep their anchors, which find the words in the changed text; those that do
    not come to the review. Its citation key goes along where the new one has none. Verdicts on
    boilerplate move where their words are found for sure. Tags and memos stand on both; who was
    done with the earlier one is not with the newer. Undo gives all of it back to the earlier
    version.
    """
    for row in _find_rows(db, "target", old):
        step.update("target", [row["annotation"], row["place"]], {"article": new})
    there = {row["story"] for row in _find_rows(db, "story_article", new)}
    for row in _find_rows(db, "story_article", old):
        step.delete("story_article", [row["story"], old])
        if row["story"] not in there:
            step.insert("story_article", row | {"article": new})
    tagged = {(row["tag"], row["coder"]) for row in _find_rows(db, "article_tag", new)}
    for row in _find_rows(db, "article_tag", old):
        if (row["tag"], row["coder"]) not in tagged:
            step.insert("article_tag", row | {"article": new})
    written = {row["coder"] for row in _find_rows(db, "article_memo", new)}
    for row in _find_rows(db, "article_memo", old):
        if row["coder"] not in written:
            step.insert("article_memo", row | {"article": new})
    keys = dict(db.execute("SELECT id, citation_key FROM article WHERE id IN (?, ?)", [old, new]))
    if keys[old] and not keys[new]:
        step.update("article", [new], {"citation_key": keys[old]})
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
