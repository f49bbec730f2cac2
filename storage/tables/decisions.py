"""What was decided where two coders differ: a coding of its own, and who decided what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from storage.clock import now
from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.undo_log import Step, UndoLog
from storage.errors import ConflictError
from storage.ids import make_id
from storage.models import Anchor, Annotation, Target
from storage.tables.annotation_rows import make_annotation_row, make_target_row
from storage.tables.annotations import check_articles
from storage.tables.tags import Tags

SETTLED = "settled"
"""The coder of what was decided, whoever decided it."""
Choice = Literal["first", "second", "both", "neither", "edited"]
"""Whose coding was taken; edited, one that is neither's."""
CHOICES: tuple[Choice, ...] = get_args(Choice)


class Coding(NamedTuple):
    """What a coder says of a place, or of a whole article."""

    article: str
    tags: tuple[str, ...]
    anchor: Anchor | None = None
    """None for the whole article."""
    note: str = ""


class Decision(NamedTuple):
    """One decision."""

    id: str
    article: str
    start: int | None
    """Which stretch of the article it is about, in code points; None for the whole article."""
    end: int | None
    first: str
    """The name of a coder."""
    second: str
    first_has: str
    """What that coder had, in one line."""
    second_has: str
    chosen: Choice
    result: str
    """What it was settled as, in one line; empty where that is nothing."""
    coder: str
    """Who decided."""
    made: str


class Decisions:
    """Keeps decisions, with what they settled; each is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, tags: Tags, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._tags = tags
        self._coder = coder

    def list_all(self) -> list[Decision]:
        """Return all decisions on articles that are there, the first made first."""
        columns = ", ".join(f"decision.{name}" for name in Decision._fields)
        rows = self._db.execute(
            f"""
            SELECT {columns} FROM seen_decision AS decision
            JOIN article ON article.id = decision.article
            WHERE article.deleted IS NULL ORDER BY decision.made, decision.id
            """
        )
        return [Decision._make(row) for row in rows]

    def settle(self, decision: Decision, codings: Sequence[Coding], *, is_last: bool) -> None:
        """Store a decision, its id, coder and time given now, and the codings it comes to.

        Where it `is_last` of its article, that counts as coded. `ConflictError` for who codes
        blind, `NotFoundError` if the article is in the trash.
        """
        with self._undo_log.record_step("disagreement settled") as step:
            self._put(step, codings)
            row = decision._replace(id=make_id(), coder=self._coder.name, made=now())
            step.insert("decision", row._asdict())
            if is_last:
                self._mark_coded(step, [decision.article])

    def take_agreed(self, codings: Sequence[Coding], done: Iterable[str]) -> None:
        """Store codings on which coders agree; articles that are `done` with that are coded."""
        with self._undo_log.record_step("agreed codings taken") as step:
            self._put(step, codings)
            self._mark_coded(step, done)

    def _put(self, step: Step, codings: Sequence[Coding]) -> None:
        if self._coder.is_blind:
            raise ConflictError("Who codes blind cannot settle what others disagree on.")
        for coding in codings:
            if coding.anchor is None:
                self._tag_article(step, coding)
            else:
                self._annotate(step, coding, coding.anchor)

    def _annotate(self, step: Step, coding: Coding, anchor: Anchor) -> None:
        targets = (Target(coding.article, anchor),)
        check_articles(self._db, targets)
        moment = now()
        made = Annotation(make_id(), targets, (), coding.note, moment, moment, coder=SETTLED)
        step.insert("annotation", make_annotation_row(made))
        step.insert("target", {"annotation": made.id, "place": 0, **make_target_row(targets[0])})
        self._tags.put(step, "annotation", made.id, coding.tags)

    def _tag_article(self, step: Step, coding: Coding) -> None:
        asked = "SELECT tag, place FROM seen_article_tag WHERE article = ? AND coder = ?"
        known = dict(self._db.execute(asked, [coding.article, SETTLED]).fetchall())
        for name in coding.tags:
            tag = self._tags.get_or_create(name)
            if tag not in known:
                known[tag] = max(known.values(), default=-1) + 1
                row = {"article": coding.article, "tag": tag, "coder": SETTLED}
                step.insert("article_tag", {**row, "place": known[tag]})

    def _mark_coded(self, step: Step, articles: Iterable[str]) -> None:
        asked = "SELECT article FROM seen_coded_article WHERE coder = ?"
        known = {article for (article,) in self._db.execute(asked, [SETTLED])}
        for article in articles:
            if article not in known:
                step.insert("coded_article", {"article": article, "coder": SETTLED, "made": now()})
