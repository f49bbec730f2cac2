"""The uses of all tags, as few columns as counting takes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from storage.database.connection import Database
from storage.models import Anchor

TagUse = tuple[str, str, str, int]
"""One tag, the article that it is in, the annotation that has it, and which of its places, from 0.

The annotation is empty for a tag of the whole article. Plain tuples, as SQLite returns them: there
are tens of thousands."""


class UsedArticle(NamedTuple):
    """What tells of an article that tags are used in."""

    id: str
    title: str
    outlet: str
    published: str | None


class TagUses:
    """Finds uses of tags; nothing of the trash."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def list_all(
        self, articles: Collection[str] | None = None, coders: Collection[str] | None = None
    ) -> list[TagUse]:
        """Return all uses in some articles, or in all: each annotation by place.

        Then whole articles; there a tag that several coders gave is one use. With `coders`, only
        what they did.
        """
        chosen, values = "", []
        for column, some in (("article.id", articles), ("coder", coders)):
            if some is not None:
                chosen += f" AND {column} IN (SELECT value FROM json_each(?))"
                values.append(json.dumps([*some]))
        rows: list[TagUse] = self._db.execute(
            f"""
            SELECT tag.name, target.article, target.annotation, target.place FROM target
            JOIN seen_annotation AS annotation ON annotation.id = target.annotation
            JOIN article ON article.id = target.article
            JOIN annotation_tag ON annotation_tag.annotation = target.annotation
            JOIN tag ON tag.id = annotation_tag.tag
            WHERE article.deleted IS NULL {chosen}
            ORDER BY target.annotation, target.place
            """,
            values,
        ).fetchall()
        rows += self._db.execute(
            f"""
            SELECT DISTINCT tag.name, article_tag.article, '', -1
            FROM seen_article_tag AS article_tag
            JOIN article ON article.id = article_tag.article
            JOIN tag ON tag.id = article_tag.tag
            WHERE article.deleted IS NULL {chosen}
            ORDER BY article.added, article.rowid, article_tag.place
            """,
            values,
        ).fetchall()
        return rows

    def list_articles(self, articles: Collection[str] | None = None) -> list[UsedArticle]:
        """Return some articles, or all, the first added first."""
        chosen = "" if articles is None else "AND id IN (SELECT value FROM json_each(?))"
        rows = self._db.execute(
            "SELECT id, title, outlet, published FROM article"
            f" WHERE deleted IS NULL {chosen} ORDER BY added, rowid",
            [] if articles is None else [json.dumps([*articles])],
        )
        return list(map(UsedArticle._make, rows))

    def find_anchors(self, articles: Collection[str]) -> dict[tuple[str, int], Anchor]:
        """Return the anchors of all places in some articles, by annotation and place."""
        rows = self._db.execute(
            """
            SELECT annotation, place, start, "end", quote, prefix, suffix FROM target
            WHERE article IN (SELECT value FROM json_each(?))
            """,
            [json.dumps([*articles])],
        )
        return {(row[0], row[1]): Anchor(*row[2:]) for row in rows}
