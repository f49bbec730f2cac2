"""Annotations that come from elsewhere, with the ids and times they have."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.models import Annotation
from storage.tables.annotation_rows import make_annotation_row, make_target_row
from storage.tables.annotations import check_articles, forget_import
from storage.tables.tags import Tags


class StoreResult(NamedTuple):
    """What came of annotations that were imported."""

    added: tuple[str, ...]
    """Ids, in the order they were imported."""
    there: tuple[str, ...]
    """Ids of those that the library had; they are as they were."""


class ImportedAnnotations:
    """Stores annotations that have been made elsewhere."""

    def __init__(self, db: Database, undo_log: UndoLog, tags: Tags) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags

    def store(self, annotations: Sequence[Annotation]) -> StoreResult:
        """Store annotations as they are, in one step, but for those whose ids are there already.

        Ids are unique, tags clean (`clean_tags`) and short enough, notes storable. One that was
        deleted comes back as it is given. `NotFoundError` if an article is not there, or in the
        trash; then nothing is stored.
        """
        with self._undo_log.record_step("annotations imported") as step:
            return self.put(step, annotations)

    def put(self, step: Step, annotations: Sequence[Annotation]) -> StoreResult:
        """Store annotations as `store` does, as a part of a step."""
        known = self._find_known([annotation.id for annotation in annotations])
        new = [one for one in annotations if one.id not in known]
        back = [one for one in annotations if known.get(one.id)]
        added = [one for one in annotations if known.get(one.id, True)]
        check_articles(self._db, (target for one in added for target in one.targets))
        for annotation in back:
            self._clear(step, annotation)
        step.insert_all("annotation", [make_annotation_row(one) for one in new])
        step.insert_all(
            "target",
            [
                {"annotation": one.id, "place": place, **make_target_row(target)}
                for one in added
                for place, target in enumerate(one.targets)
            ],
        )
        moment = now()
        step.insert_all(
            "imported_note", [{"annotation": one.id, "imported": moment} for one in added]
        )
        names = dict.fromkeys(name for one in added for name in one.tags)
        tags = {name: self._tags.get_or_create(name) for name in names}
        step.insert_all(
            "annotation_tag",
            [
                {"annotation": one.id, "tag": tags[name], "place": place}
                for one in added
                for place, name in enumerate(one.tags)
            ],
        )
        there = tuple(one.id for one in annotations if known.get(one.id) is False)
        return StoreResult(tuple(one.id for one in added), there)

    def _find_known(self, ids: Sequence[str]) -> dict[str, bool]:
        """Tell of each id that the library knows whether its annotation was deleted."""
        # As JSON: there may be more of them than SQLite takes parameters.
        rows = self._db.execute(
            "SELECT id, deleted IS NOT NULL FROM annotation"
            " WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(ids)],
        )
        return {annotation: bool(deleted) for annotation, deleted in rows}

    def _clear(self, step: Step, annotation: Annotation) -> None:
        """Let a deleted annotation be there again, without targets and tags."""
        for table, column in (("target", "place"), ("annotation_tag", "tag")):
            for row in list(self._db.table(table).rows_where("annotation = ?", [annotation.id])):
                step.delete(table, [annotation.id, row[column]])
        forget_import(self._db, step, annotation.id)
        step.update("annotation", [annotation.id], make_annotation_row(annotation))
