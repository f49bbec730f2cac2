"""The uses of all tags, as few columns as counting takes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.ids import name_by_id

MarkedPlace = tuple[str, str, str, int, int, str, str, str]
"""An annotation, its coder, the article that its place is in, and the fields of the `Anchor` there.

Plain tuples, as SQLite returns them: there are tens of thousands."""


class UsedArticle(NamedTuple):
    """What tells of an article that tags are used in."""

    id: str
    title: str
    outlet: str
    published: str | None


class TagUses:
    """Finds uses of tags; nothing of the trash."""

    def __init__(self, db: Database, coder: Coder = NOBODY) -> None:
        self._db = db
        self._hides_names = coder.hides_names

    def list_places(
        self, articles: Collection[str] | None = None, coders: Collection[str] | None = None
    ) -> list[MarkedPlace]:
        """Return the marked places in some articles, or in all, by annotation and place.

        With `coders`, only theirs.
        """
        chosen, values = _choose(articles, coders)
        rows: list[MarkedPlace] = self._db.execute(
            f"""
            SELECT target.annotation, coder, target.article, start, "end", quote, prefix, suffix
            FROM target
            JOIN seen_annotation AS annotation ON annotation.id = target.annotation
            JOIN article ON article.id = target.article
            WHERE article.deleted IS NULL {chosen}
            ORDER BY target.annotation, target.place
            """,
            values,
        ).fetchall()
        return rows

    def list_on_annotations(self) -> list[tuple[str, str]]:
        """Return the tags of all annotations, each with its annotation."""
        return self._db.execute(
            "SELECT annotation, tag.name FROM annotation_tag JOIN tag ON tag.id = tag"
        ).fetchall()

    def list_on_articles(
        self, articles: Collection[str] | None = None, coders: Collection[str] | None = None
    ) -> list[tuple[str, str, str]]:
        """Return the tags of whole articles, each with its article and its coder."""
        chosen, values = _choose(articles, coders)
        return self._db.execute(
            f"""
            SELECT article_tag.article, coder, tag.name FROM seen_article_tag AS article_tag
            JOIN article ON article.id = article_tag.article
            JOIN tag ON tag.id = article_tag.tag
            WHERE article.deleted IS NULL {chosen}
            ORDER BY article.added, article.rowid, coder, article_tag.place
            """,
            values,
        ).fetchall()

    def list_articles(self, articles: Collection[str] | None = None) -> list[UsedArticle]:
        """Return some articles, or all, the first added first.

        To who codes blind to outlets they are called by their ids.
        """
        chosen = "" if articles is None else "AND id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            "SELECT id, title, outlet, published FROM article"
            f" WHERE deleted IS NULL {chosen} ORDER BY added, rowid",
            [] if articles is None else [json.dumps([*articles])],
        )
        found = list(map(UsedArticle._make, rows))
        if self._hides_names:
            found = [one._replace(title=name_by_id(one.id), outlet="") for one in found]
        return found


def _choose(
    articles: Collection[str] | None, coders: Collection[str] | None
) -> tuple[str, list[str]]:
    """Return the condition that leaves these articles and coders, and its values."""
    chosen, values = "", []
    for column, some in (("article.id", articles), ("coder", coders)):
        if some is not None:
            chosen += f" AND {column} IN (SELECT value FROM json_each(?))"
            values.append(json.dumps([*some]))
    return chosen, values
