"""The codings of another library, taken into this one, each in its coder's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.models import Annotation
from storage.tables.coded_articles import ArticleTag, CodedMark
from storage.tables.imported_annotations import ImportedAnnotations
from storage.tables.memos import Memo, MemoKind
from storage.tables.tags import Tags


class Codings(NamedTuple):
    """What coders made of articles and stories that are there."""

    annotations: Sequence[Annotation]
    tags: Sequence[ArticleTag]
    memos: Sequence[tuple[MemoKind, Memo]]
    marks: Sequence[CodedMark]


class MergedCodings(NamedTuple):
    """How many of what was new, and what stays as it was."""

    annotations: int
    known_annotations: int
    tags: int
    memos: int
    marks: int
    differing_memos: int
    """Memos of coders who have written another one here, which stays."""


class CodingMerger:
    """Takes in codings; what is there stays as it is."""

    def __init__(
        self, db: Database, undo_log: UndoLog, tags: Tags, annotations: ImportedAnnotations
    ) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags
        self._annotations = annotations

    def store(self, codings: Codings) -> MergedCodings:
        """Store codings in one step; the same again adds nothing.

        `NotFoundError` if an article is not there, or in the trash; then nothing is stored.
        """
        with self._undo_log.record_step("codings imported") as step:
            stored = self._annotations.put(step, codings.annotations)
            tags = self._put_tags(step, codings.tags)
            memos, differing = self._put_memos(step, codings.memos)
            marks = self._put_marks(step, codings.marks)
        return MergedCodings(len(stored.added), len(stored.there), tags, memos, marks, differing)

    # An article has one tag, memo and mark of each coder, be that coder's seen here or not.

    def _put_tags(self, step: Step, given: Iterable[ArticleTag]) -> int:
        rows = self._db.execute("SELECT article, tag, coder, place FROM article_tag").fetchall()
        known = {row[:3] for row in rows}
        places: dict[str, int] = {}
        for article, _, _, place in rows:
            places[article] = max(places.get(article, 0), place)
        new = 0
        for one in given:
            tag = self._tags.get_or_create(one.tag)
            if (one.article, tag, one.coder) not in known:
                known.add((one.article, tag, one.coder))
                places[one.article] = places.get(one.article, -1) + 1
                row = {"article": one.article, "tag": tag, "coder": one.coder}
                step.insert("article_tag", {**row, "place": places[one.article]})
                new += 1
        return new

    def _put_memos(self, step: Step, given: Iterable[tuple[MemoKind, Memo]]) -> tuple[int, int]:
        new = differing = 0
        for kind, memo in given:
            asked = f"SELECT memo FROM {kind}_memo WHERE {kind} = ? AND coder = ?"
            there = self._db.execute(asked, [memo.about, memo.coder]).fetchone()
            if there is not None:
                differing += there[0] != memo.memo
                continue
            row = memo._asdict()
            row[kind] = row.pop("about")
            step.insert(f"{kind}_memo", row)
            new += 1
        return new, differing

    def _put_marks(self, step: Step, given: Iterable[CodedMark]) -> int:
        known = set(self._db.execute("SELECT article, coder FROM coded_article").fetchall())
        new = [one for one in given if (one.article, one.coder) not in known]
        for one in new:
            step.insert("coded_article", one._asdict())
        return len(new)
