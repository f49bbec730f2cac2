"""The trash: what was deleted, until somebody wants it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.errors import NotFoundError
from storage.ids import name_by_id
from storage.tables.story_names import hide_titles

Kind = Literal["article", "story", "annotation"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class TrashedItem(NamedTuple):
    """A thing in the trash."""

    kind: Kind
    id: str
    name: str
    """A title, the name of a story, or the words that were annotated."""
    beside: str
    """The outlet of an article, the note of an annotation; empty where there is none."""
    deleted: str
    """When it was put there."""


class Trash:
    """Lists what is in the trash, and takes things out."""

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._hides_names = coder.hides_names

    def list_all(self) -> list[TrashedItem]:
        """Return what is in the trash, the last deleted first.

        The annotations of an article in the trash are part of it and not listed. To who codes blind
        to outlets articles are called by their ids.
        """
        found = [
            TrashedItem(**row)
            for row in self._db.query(
                """
                SELECT 'article' AS kind, id, title AS name, outlet AS beside, deleted
                FROM article WHERE deleted IS NOT NULL
                UNION ALL
                SELECT 'story', id, name, '', deleted FROM story WHERE deleted IS NOT NULL
                UNION ALL
                SELECT 'annotation', annotation.id, min(target.quote), note, annotation.deleted
                FROM deleted_annotation AS annotation
                JOIN target ON target.annotation = annotation.id
                JOIN article ON article.id = target.article
                WHERE article.deleted IS NULL
                    AND target.place = (
                        SELECT min(place) FROM target WHERE annotation = annotation.id
                    )
                GROUP BY annotation.id
                ORDER BY deleted DESC, id
                """
            )
        ]
        return list(self._hide_names(found)) if self._hides_names else found

    def _hide_names(self, items: Iterable[TrashedItem]) -> Iterator[TrashedItem]:
        stories = hide_titles(self._db)
        for one in items:
            if one.kind == "article":
                yield one._replace(name=name_by_id(one.id), beside="")
            elif one.kind == "story":
                yield one._replace(name=stories[one.id])
            else:
                yield one

    def has_text(self, article_id: str) -> bool:
        """Tell whether the text with that id was put there: it is not to come back by itself."""
        return self._has_article("id = ?", article_id)

    def has_address(self, url: str) -> bool:
        """Tell whether an article with that address was put there, likewise."""
        return self._has_article("url = ?", url)

    def _has_article(self, where: str, value: str) -> bool:
        asked = f"SELECT 1 FROM article WHERE deleted IS NOT NULL AND {where} LIMIT 1"
        return self._db.execute(asked, [value]).fetchone() is not None

    def restore(self, kind: Kind, thing_id: str) -> None:
        """Take a thing out of the trash; undo puts it back. An article's annotations come along.

        `NotFoundError` if it is not in the trash any more.
        """
        with self._undo_log.record_step(f"{kind} restored from the trash") as step:
            if not self._db.table(kind).count_where("id = ? AND deleted IS NOT NULL", [thing_id]):
                raise NotFoundError("This is no longer in the trash.")
            step.update(kind, [thing_id], {"deleted": None})
