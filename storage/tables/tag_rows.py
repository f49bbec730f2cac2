"""The rows of tags and of their uses, where one tag takes the name or the place of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from storage.database.connection import Database
from storage.database.undo_log import Step

UsedOn = Literal["annotation", "article"]
"""What a tag is on."""
USE_TABLES = ("annotation_tag", "article_tag")
"""Where tags are used."""
QUICK_TABLES = ("quick_tag", "codebook_quick_tag")
"""Where numbers stand for tags: in one story, and in those that say nothing else."""

_TAKEN_OVER = (
    *("colour", "description", "inclusion", "exclusion", "example"),
    *("made", "position", "is_variable", "guid"),
)
"""What a tag that stands for another takes over from that where it lacks it."""


def find_rows(db: Database, table: str, where: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the rows of a table that meet a condition with these parameters."""
    return list(db.table(table).rows_where(where, values))


def read_uses(db: Database, kind: UsedOn, owner: str) -> list[dict[str, Any]]:
    """Return the rows of the tags on an annotation or an article, in their order, as they are seen.

    `key` has the name of each tag in small letters; it is no column of these rows.
    """
    seen = "seen_article_tag" if kind == "article" else "annotation_tag"
    asked = (
        f"SELECT used.*, tag.key FROM {seen} AS used JOIN tag ON tag.id = used.tag"
        f" WHERE {kind} = ? ORDER BY place"
    )
    return list(db.query(asked, [owner]))


def replace_uses(
    db: Database,
    step: Step,
    kind: UsedOn,
    before: Iterable[Mapping[str, Any]],
    after: Iterable[Mapping[str, Any]],
) -> None:
    """Put uses of tags in place of those that were read; uses of one tag have one place."""
    table = f"{kind}_tag"
    for row in before:
        step.delete(table, [row[column] for column in db.table(table).pks])
    places: dict[int, int] = {}
    for row in after:
        place = places.setdefault(row["tag"], len(places))
        columns = {name: value for name, value in row.items() if name != "key"}
        step.insert(table, {**columns, "place": place})


def find_family(db: Database, name: str) -> dict[int, dict[str, Any]]:
    """Return by id the rows of a tag and of all below it, used or not."""
    key = name.casefold()
    rows = find_rows(db, "tag", "key = ? OR substr(key, 1, ?) = ?", [key, len(key) + 1, f"{key}/"])
    return {row["id"]: row for row in rows}


def make_room(db: Database, step: Step, names: Iterable[str], spared: Mapping[int, object]) -> None:
    """Remove unlisted tags of these names."""
    for name in names:
        for row in find_rows(db, "tag", "key = ?", [name.casefold()]):
            if row["id"] not in spared:
                for table in USE_TABLES:
                    for use in find_rows(db, table, "tag = ?", [row["id"]]):
                        step.delete(table, [use[one] for one in db.table(table).pks])
                step.delete("tag", [row["id"]])


def absorb(db: Database, step: Step, tag_id: int, into: int) -> None:
    """Put `into` in place of a tag everywhere, and remove that."""
    if tag_id == into:
        return
    for table in USE_TABLES:
        keys = db.table(table).pks
        for row in find_rows(db, table, "tag = ?", [tag_id]):
            moved = {**row, "tag": into}
            step.delete(table, [row[column] for column in keys])
            where = " AND ".join(f"{column} = ?" for column in keys)
            if not find_rows(db, table, where, [moved[column] for column in keys]):
                step.insert(table, moved)
    for table in QUICK_TABLES:
        for row in find_rows(db, table, "tag = ?", [tag_id]):
            step.update(table, [row[column] for column in db.table(table).pks], {"tag": into})
    (gone,), (kept,) = (find_rows(db, "tag", "id = ?", [one]) for one in (tag_id, into))
    step.delete("tag", [tag_id])
    step.update("tag", [into], {one: gone[one] for one in _TAKEN_OVER if not kept[one]})
