"""The annotations of a library."""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from sqlite_utils import Database

from storage.anchors import Anchor
from storage.clock import now
from storage.errors import NotFoundError
from storage.journal import Journal, Step
from storage.records import Annotation, Target
from storage.transactions import writing
from storage.visible import storable


class Annotations:
    """Makes, changes and finds annotations; every change is a step that undo takes back."""

    def __init__(self, db: Database, journal: Journal) -> None:
        self._db = db
        self._journal = journal

    def create(
        self, targets: Sequence[Target], note: str = "", tags: Iterable[str] = ()
    ) -> Annotation:
        """Store an annotation on `targets` (at least one); it is on disk on return."""
        if not targets:
            raise ValueError("an annotation needs a target")
        annotation_id = uuid.uuid4().hex[:12]
        made = now()
        label = "note" if note else "tag" if tags else "mark"
        with self._journal.step(label) as step:
            step.insert(
                "annotation",
                {
                    "id": annotation_id,
                    "note": storable(note),
                    "created": made,
                    "updated": made,
                    "deleted": None,
                },
            )
            for place, target in enumerate(targets):
                anchor = target.anchor
                step.insert(
                    "target",
                    {
                        "annotation": annotation_id,
                        "place": place,
                        "article": target.article,
                        "start": anchor.start,
                        "end": anchor.end,
                        "quote": anchor.quote,
                        "prefix": anchor.prefix,
                        "suffix": anchor.suffix,
                    },
                )
            self._set_tags(step, annotation_id, tags)
        return self.get(annotation_id)

    def set_note(self, annotation_id: str, note: str) -> Annotation:
        """Replace the note."""
        note = storable(note)
        with self._journal.step("edit of a note") as step:
            if self.get(annotation_id).note != note:
                step.update("annotation", [annotation_id], {"note": note, "updated": now()})
        return self.get(annotation_id)

    def set_tags(self, annotation_id: str, tags: Iterable[str]) -> Annotation:
        """Replace the tags; new ones come into being."""
        with self._journal.step("tags") as step:
            if self._set_tags(step, annotation_id, tags):
                step.update("annotation", [annotation_id], {"updated": now()})
        return self.get(annotation_id)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        with self._journal.step("deletion") as step:
            self.get(annotation_id)
            step.update("annotation", [annotation_id], {"deleted": now()})

    def get(self, annotation_id: str) -> Annotation:
        """Return the annotation with that id; `NotFoundError` if it is gone."""
        found = self._read("annotation.id = ?", [annotation_id])
        if not found:
            raise NotFoundError("This annotation has been deleted meanwhile.")
        return found[0]

    def on(self, articles: Iterable[str]) -> list[Annotation]:
        """Return the annotations with a target in any of `articles`, oldest first."""
        ids = list(articles)
        marks = ", ".join("?" for _ in ids)
        return self._read(
            f"annotation.id IN (SELECT annotation FROM target WHERE article IN ({marks}))", ids
        )

    def all(self) -> list[Annotation]:
        """Return all annotations whose articles are there, oldest first."""
        return self._read(
            """
            annotation.id IN (
                SELECT target.annotation FROM target JOIN article ON article.id = target.article
                WHERE article.deleted IS NULL
            )
            """,
            [],
        )

    def tags_in_use(self) -> list[str]:
        """Return the tags that some annotation has, most used first."""
        return [
            row["name"]
            for row in self._db.query(
                """
                SELECT tag.name, count(*) AS uses FROM tag
                JOIN annotation_tag ON annotation_tag.tag = tag.id
                JOIN annotation ON annotation.id = annotation_tag.annotation
                WHERE annotation.deleted IS NULL
                GROUP BY tag.id ORDER BY uses DESC, tag.key
                """
            )
        ]

    def _set_tags(self, step: Step, annotation_id: str, tags: Iterable[str]) -> bool:
        """Give an annotation exactly these tags, in this order; tell whether that changed any."""
        wanted = [self._tag_id(name) for name in clean_tags(tags)]
        rows = list(
            self._db.table("annotation_tag").rows_where(
                "annotation = ?", [annotation_id], order_by="place"
            )
        )
        if [row["tag"] for row in rows] == wanted:
            return False
        for row in rows:
            step.delete("annotation_tag", [annotation_id, row["tag"]])
        for place, tag in enumerate(wanted):
            step.insert("annotation_tag", {"annotation": annotation_id, "tag": tag, "place": place})
        return True

    def _tag_id(self, name: str) -> int:
        # Not part of the step: a tag without uses is never shown, and others may use it by then.
        with writing(self._db):
            key = name.casefold()
            self._db.execute("INSERT OR IGNORE INTO tag (name, key) VALUES (?, ?)", [name, key])
            found = self._db.execute("SELECT id FROM tag WHERE key = ?", [key]).fetchone()
        return int(found[0])

    def _read(self, condition: str, values: list[str]) -> list[Annotation]:
        """Return what meets `condition` and is not deleted, with targets and tags."""
        rows = list(
            self._db.query(
                f"SELECT * FROM annotation WHERE deleted IS NULL AND {condition}"
                " ORDER BY created, rowid",
                values,
            )
        )
        chosen = f"(SELECT id FROM annotation WHERE deleted IS NULL AND {condition})"
        targets: dict[str, list[Target]] = {}
        for row in self._db.query(
            f"SELECT * FROM target WHERE annotation IN {chosen} ORDER BY place", values
        ):
            targets.setdefault(row["annotation"], []).append(_target(row))
        tags: dict[str, list[str]] = {}
        for row in self._db.query(
            f"""
            SELECT annotation_tag.annotation, tag.name FROM annotation_tag
            JOIN tag ON tag.id = annotation_tag.tag
            WHERE annotation_tag.annotation IN {chosen} ORDER BY annotation_tag.place
            """,
            values,
        ):
            tags.setdefault(row["annotation"], []).append(row["name"])
        return [
            Annotation(
                row["id"],
                tuple(targets.get(row["id"], ())),
                tuple(tags.get(row["id"], ())),
                row["note"],
                row["created"],
                row["updated"],
            )
            for row in rows
        ]


def clean_tags(names: Iterable[str]) -> list[str]:
    """Return tag names in one spelling, without those that are empty or repeated (but for case).

    A comma parts two tags. No `#` in front, one space for any white space, no control characters.
    """
    cleaned: dict[str, str] = {}
    for name in ",".join(names).split(","):
        printable = "".join(
            " " if unicodedata.category(character) == "Cc" else character for character in name
        )
        tag = " ".join(unicodedata.normalize("NFC", storable(printable)).split()).lstrip("# ")
        if tag:
            cleaned.setdefault(tag.casefold(), tag)
    return list(cleaned.values())


def _target(row: dict[str, Any]) -> Target:
    return Target(
        row["article"],
        Anchor(row["start"], row["end"], row["quote"], row["prefix"], row["suffix"]),
    )
