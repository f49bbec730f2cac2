"""Which articles each coder is done with, and who has coded in a library."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.clock import now
from storage.coder import NOBODY, Coder, name_coder
from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.errors import NotFoundError

_SIGNED = ("seen_annotation", "seen_article_tag", "seen_coded_article", "seen_article_memo")


class CodedMark(NamedTuple):
    """That a coder is done with an article."""

    article: str
    coder: str
    made: str


class CodedArticles:
    """Keeps what is coded; every change is a step that undo takes back."""

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._coder = coder

    def find_coders(self) -> dict[str, tuple[str, ...]]:
        """Return by the id of each article that somebody is done with who that is, by name.

        Nothing of the trash.
        """
        found: dict[str, list[str]] = {}
        asked = """
            SELECT article.id, coded.coder FROM seen_coded_article AS coded
            JOIN article ON article.id = coded.article
            WHERE article.deleted IS NULL ORDER BY coded.coder
            """
        for article, coder in self._db.execute(asked):
            found.setdefault(article, []).append(coder)
        return {article: tuple(coders) for article, coders in found.items()}

    def list_marks(self) -> list[CodedMark]:
        """Return who is done with which articles, since when; the first marked first."""
        asked = "SELECT article, coder, made FROM seen_coded_article ORDER BY made, article, coder"
        return [CodedMark._make(row) for row in self._db.execute(asked)]

    def find_own(self) -> set[str]:
        """Return the ids of the articles that the coder of this library is done with."""
        asked = "SELECT article FROM seen_coded_article WHERE coder = ?"
        return {article for (article,) in self._db.execute(asked, [self._coder.name])}

    def list_coders(self) -> list[str]:
        """Return who has annotated, tagged or coded anything, by name; nobody is the empty name."""
        asked = " UNION ".join(f"SELECT coder FROM {table}" for table in _SIGNED)
        return [coder for (coder,) in self._db.execute(f"{asked} ORDER BY 1")]

    def find_named(self, names: Sequence[str]) -> list[str]:
        """Return the coders who are so called, in whatever case, each once.

        `NotFoundError` where somebody has coded nothing.
        """
        known = {name_coder(coder).casefold(): coder for coder in self.list_coders()}
        unknown = [name for name in names if name.casefold() not in known]
        if unknown:
            raise NotFoundError(f"Nobody called “{unknown[0]}” has coded in this library.")
        return list(dict.fromkeys(known[name.casefold()] for name in names))

    def find_next(
        self, articles: Sequence[str], after: str | None = None, *, is_shuffled: bool = False
    ) -> str | None:
        """Return the next of these articles that this coder is not done with; None if none is left.

        The first behind the article `after`, from the end on to the beginning. Shuffled they stand
        in an order that tells nothing of them: one for each coder, the same every time.
        """
        order = sorted(articles, key=self._rank) if is_shuffled else [*articles]
        at = order.index(after) + 1 if after in order else 0
        done = self.find_own()
        return next((one for one in order[at:] + order[:at] if one not in done), None)

    def _rank(self, article: str) -> bytes:
        return hashlib.sha256(f"{self._coder.name}\0{article}".encode()).digest()

    def mark(self, articles: Iterable[str], *, is_coded: bool) -> bool:
        """Say that this coder is done with articles, or is not; tells whether that is new of any.

        `NotFoundError` if one is not there, or in the trash.
        """
        own = self.find_own()
        changed = [one for one in dict.fromkeys(articles) if (one in own) != is_coded]
        label = "marked as coded" if is_coded else "marked as not coded"
        with self._undo_log.record_step(label) as step:
            for article in changed:
                if not is_coded:
                    step.delete("coded_article", [article, self._coder.name])
                    continue
                if not self._db.table("article").count_where(
                    "id = ? AND deleted IS NULL", [article]
                ):
                    raise NotFoundError("This article has since been moved to the trash.")
                row = {"article": article, "coder": self._coder.name, "made": now()}
                step.insert("coded_article", row)
        return bool(changed)
