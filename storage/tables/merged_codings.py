"""Codings made elsewhere, taken into the library, each in its coder's name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.models import Annotation
from storage.tables.all_coders import AllCoders, GivenTag
from storage.tables.coded_articles import CodedMark
from storage.tables.imported_annotations import ImportedAnnotations, StoreResult
from storage.tables.memos import Memo


class Codings(NamedTuple):
    """What coders made of articles and stories that are there."""

    annotations: list[Annotation]
    tags: list[GivenTag]
    article_memos: list[Memo]
    story_memos: list[Memo]
    marks: list[CodedMark]


class MergedCodings(NamedTuple):
    """How many of what was new, and what stays as it was."""

    annotations: StoreResult
    tags: int
    """Of whole articles, as memos and marks."""
    memos: int
    marks: int
    differing: int
    """Memos, and values of variables, of coders who have others here, which stay."""


class CodingMerger:
    """Takes in codings; what is there stays as it is."""

    def __init__(
        self,
        db: Database,
        undo_log: UndoLog,
        annotations: ImportedAnnotations,
        all_coders: AllCoders,
    ) -> None:
        self._db = db
        self._undo_log = undo_log
        self._annotations = annotations
        self._all_coders = all_coders

    def store(self, codings: Codings, label: str = "codings imported") -> MergedCodings:
        """Store codings in one step; the same again adds nothing.

        `NotFoundError` if an article is not there, or in the trash; then nothing is stored.
        """
        with self._undo_log.record_step(label) as step:
            stored = self._annotations.put(step, codings.annotations)
            tags, values = self._all_coders.put_tags(step, codings.tags)
            of_articles = self._all_coders.put_memos(step, "article", codings.article_memos)
            of_stories = self._all_coders.put_memos(step, "story", codings.story_memos)
            marks = self._put_marks(step, codings.marks)
        memos, differing = map(sum, zip(of_articles, of_stories, strict=True))
        return MergedCodings(stored, tags, memos, marks, differing + values)

    def _put_marks(self, step: Step, given: Iterable[CodedMark]) -> int:
        # Whether that coder is seen here or not.
        known = set(self._db.execute("SELECT article, coder FROM coded_article").fetchall())
        new = {
            (one.article, one.coder): one._asdict()
            for one in given
            if (one.article, one.coder) not in known
        }
        step.insert_all("coded_article", list(new.values()))
        return len(new)
