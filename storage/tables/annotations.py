"""The annotations of a library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.errors import ConflictError, NotFoundError
from storage.ids import make_id
from storage.models import Anchor, Annotation, Target
from storage.tables.annotation_rows import make_annotation_row, make_target_row
from storage.tables.tag_names import clean_tags
from storage.tables.tags import Tags
from storage.wording.terminal_text import fit_utf8

_IMPORTED = "SELECT imported FROM imported_note WHERE imported_note.annotation = annotation.id"


class Annotations:
    """Makes, changes and finds annotations; every change is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, tags: Tags, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags
        self._coder = coder

    def create(
        self, targets: Sequence[Target], note: str = "", tags: Iterable[str] = ()
    ) -> Annotation:
        """Store an annotation on `targets` (at least one); it is on disk on return.

        `NotFoundError` if one of their articles is not there, or in the trash.
        """
        if not targets:
            raise ValueError("an annotation needs a target")
        annotation_id = make_id()
        moment = now()
        label = "note added" if note else "tag added" if tags else "mark added"
        with self._undo_log.record_step(label) as step:
            check_articles(self._db, targets)
            made = Annotation(
                annotation_id,
                tuple(targets),
                (),
                fit_utf8(note),
                moment,
                moment,
                coder=self._coder.name,
            )
            step.insert("annotation", make_annotation_row(made))
            for place, target in enumerate(targets):
                step.insert(
                    "target",
                    {"annotation": annotation_id, "place": place, **make_target_row(target)},
                )
            self._tags.put(step, "annotation", annotation_id, tags)
        return self.get(annotation_id)

    def set_note(
        self,
        annotation_id: str,
        note: str,
        *,
        before: str | None = None,
        targets: Sequence[Target] = (),
    ) -> None:
        """Replace the note, and the places too where `targets` are given, in one step.

        A note that was imported is the reader's own once it is other than it was. An
        annotation without a tag goes with its note.
        `ConflictError` if the note is no longer as it was `before`, where that is given.
        """
        note = fit_utf8(note)
        with self._undo_log.record_step("note edited") as step:
            now_there = self.get(annotation_id).note
            if before is not None and now_there not in (before, note):
                raise ConflictError("This note has been changed in another window.")
            if now_there != note:
                step.update("annotation", [annotation_id], {"note": note, "updated": now()})
                forget_import(self._db, step, annotation_id)
            if targets:
                self._put_targets(step, annotation_id, targets)
            self._delete_if_empty(step, annotation_id, had_any=bool(now_there))

    def set_tags(self, annotation_id: str, tags: Iterable[str]) -> None:
        """Replace the tags; new ones come into being. Without a note it goes with its last tag."""
        with self._undo_log.record_step("tags changed") as step:
            had_any = bool(self.get(annotation_id).tags)
            if self._tags.put(step, "annotation", annotation_id, tags):
                step.update("annotation", [annotation_id], {"updated": now()})
            self._delete_if_empty(step, annotation_id, had_any=had_any)

    def change_tags(
        self,
        annotation_id: str,
        *,
        add: Iterable[str] = (),
        remove: Iterable[str] = (),
        targets: Sequence[Target] = (),
    ) -> None:
        """Add tags to an annotation and take others away; the rest stays as it is by now.

        Where `targets` are given, they become its places, in the same step. Without a note
        an annotation goes with its last tag.
        """
        gone = {name.casefold() for name in clean_tags(remove)}
        with self._undo_log.record_step("tags changed") as step:
            had = self.get(annotation_id).tags
            kept = [name for name in had if name.casefold() not in gone]
            if self._tags.put(step, "annotation", annotation_id, [*kept, *add]):
                step.update("annotation", [annotation_id], {"updated": now()})
            if targets:
                self._put_targets(step, annotation_id, targets)
            self._delete_if_empty(step, annotation_id, had_any=bool(had))

    def _delete_if_empty(self, step: Step, annotation_id: str, *, had_any: bool) -> None:
        """Delete an annotation that had a tag or a note and has neither now."""
        annotation = self.get(annotation_id)
        if had_any and not (annotation.note or annotation.tags):
            step.update("annotation", [annotation_id], {"deleted": now()})

    def set_targets(self, annotation_id: str, targets: Sequence[Target]) -> Annotation:
        """Let an annotation stand on these places (at least one) and no others.

        Places that it has keep what is known of them; the first one stays the first.
        """
        if not targets:
            raise ValueError("an annotation needs a target")
        with self._undo_log.record_step("annotation moved") as step:
            self._put_targets(step, annotation_id, targets)
        return self.get(annotation_id)

    def place_anew(self, annotation_id: str, place: int, target: Target) -> Annotation:
        """Let the place of that number stand on other text: its edges moved, its text re-found."""
        annotation = self.get(annotation_id)
        if place >= len(annotation.targets):
            raise NotFoundError("This place of the annotation has since been removed.")
        targets = list(annotation.targets)
        targets[place] = target
        return self.set_targets(annotation_id, targets)

    def keep_orphan(self, annotation_id: str, place: int) -> Annotation:
        """Remember that the place of that number is to stay without its text."""
        with self._undo_log.record_step("orphan kept") as step:
            annotation = self.get(annotation_id)
            if place < len(annotation.targets) and not annotation.targets[place].orphaned:
                step.update("target", [annotation_id, place], {"orphaned": now()})
        return self.get(annotation_id)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation; undo brings it back."""
        with self._undo_log.record_step("annotation deleted") as step:
            self.get(annotation_id)
            step.update("annotation", [annotation_id], {"deleted": now()})

    def get(self, annotation_id: str) -> Annotation:
        """Return the annotation with that id; `NotFoundError` if it is gone."""
        found = self._read("annotation.id = ?", [annotation_id])
        if not found:
            raise NotFoundError("This annotation has since been deleted.")
        return found[0]

    def find_on(self, articles: Iterable[str]) -> list[Annotation]:
        """Return the annotations with a target in any of `articles`, oldest first."""
        ids = list(articles)
        marks = ", ".join("?" for _ in ids)
        return self._read(
            f"annotation.id IN (SELECT annotation FROM target WHERE article IN ({marks}))", ids
        )

    def get_all(self, ids: Iterable[str]) -> list[Annotation]:
        """Return the annotations with these ids, oldest first; unknown ones are left out."""
        # As JSON: there may be more of them than SQLite takes parameters.
        condition = "annotation.id IN (SELECT value FROM json_each(?))"
        return self._read(condition, [json.dumps([*ids])])

    def list_all(self) -> list[Annotation]:
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

    def find_tagged(self, tag_id: int) -> list[Annotation]:
        """Return the annotations with a tag whose articles are there, oldest first."""
        return self._read(
            """
            annotation.id IN (
                SELECT annotation_tag.annotation FROM annotation_tag
                JOIN target ON target.annotation = annotation_tag.annotation
                JOIN article ON article.id = target.article
                WHERE annotation_tag.tag = ? AND article.deleted IS NULL
            )
            """,
            [tag_id],
        )

    def _put_targets(self, step: Step, annotation_id: str, targets: Sequence[Target]) -> None:
        known = self.get(annotation_id).targets
        check_articles(self._db, (target for target in targets if target not in known))
        for place, target in enumerate(targets):
            if place >= len(known):
                step.insert(
                    "target",
                    {"annotation": annotation_id, "place": place, **make_target_row(target)},
                )
            elif known[place] != target:
                step.update("target", [annotation_id, place], make_target_row(target))
        for place in range(len(targets), len(known)):
            step.delete("target", [annotation_id, place])
        if known != tuple(targets):
            step.update("annotation", [annotation_id], {"updated": now()})

    def _read(self, condition: str, values: Sequence[str | int]) -> list[Annotation]:
        """Return what meets `condition` and is not deleted, with targets and tags."""
        # Plain rows: a library has tens of thousands, and takes as long to name their columns.
        rows = self._db.execute(
            f"SELECT id, note, created, updated, ({_IMPORTED}), coder"
            f" FROM seen_annotation AS annotation WHERE {condition} ORDER BY created, rowid",
            values,
        ).fetchall()
        chosen = f"(SELECT id FROM seen_annotation AS annotation WHERE {condition})"
        targets: dict[str, list[Target]] = {}
        for annotation, article, orphaned, *anchor in self._db.execute(
            'SELECT annotation, article, orphaned, start, "end", quote, prefix, suffix FROM target'
            f" WHERE annotation IN {chosen} ORDER BY place",
            values,
        ):
            targets.setdefault(annotation, []).append(Target(article, Anchor(*anchor), orphaned))
        tags: dict[str, list[str]] = {}
        for annotation, tag in self._db.execute(
            f"""
            SELECT annotation_tag.annotation, tag.name FROM annotation_tag
            JOIN tag ON tag.id = annotation_tag.tag
            WHERE annotation_tag.annotation IN {chosen} ORDER BY annotation_tag.place
            """,
            values,
        ):
            tags.setdefault(annotation, []).append(tag)
        return [
            Annotation(id_, tuple(targets.get(id_, ())), tuple(tags.get(id_, ())), *rest)
            for id_, *rest in rows
        ]


def check_articles(db: Database, targets: Iterable[Target]) -> None:
    """Raise `NotFoundError` if an article of a target is not there, or in the trash."""
    wanted = list({target.article for target in targets})
    marks = ", ".join("?" for _ in wanted)
    there = db.table("article").count_where(f"id IN ({marks}) AND deleted IS NULL", wanted)
    if there < len(wanted):
        one = "The" if len(wanted) == 1 else "An"
        raise NotFoundError(f"{one} article has since been moved to the trash; nothing was saved.")


def forget_import(db: Database, step: Step, annotation_id: str) -> None:
    """Let a note be the reader's own, if it was imported."""
    if db.table("imported_note").count_where("annotation = ?", [annotation_id]):
        step.delete("imported_note", [annotation_id])
