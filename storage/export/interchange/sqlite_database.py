"""Annotations as a plain SQLite file, for sqlite-utils, Datasette and SQL.

No texts of articles, no undo log, no drafts, nothing of the trash. Places are code points from 0.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from storage.backup.sqlite_file import HEADER, is_database, read_application_id
from storage.export.existing_file import read_head
from storage.export.selection import Selection
from storage.library import Library
from storage.models import Article, Story

APPLICATION_ID = 0x43707821  # "Cpx!": tells our exports from any other SQLite file


def is_export(path: Path) -> bool:
    """Tell whether a file is a database that we exported."""
    try:
        header = read_head(path, HEADER)
    except OSError:
        return False
    return is_database(header) and read_application_id(header) == APPLICATION_ID


def make_database(library: Library, selection: Selection) -> bytes:
    """Return the file: tables as in `_create`, with foreign keys, and an index for full text."""
    with tempfile.TemporaryDirectory(prefix="copydesk-") as folder:
        path = Path(folder) / "export.db"
        with closing(sqlite3.connect(path)) as connection:
            db = Database(connection, strict=True, execute_plugins=False)
            # Nobody needs this file after a crash.
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA journal_mode = MEMORY")
            with db.conn:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                _create(db)
                _fill(db, library, selection)
            db.table("annotations").enable_fts(["note"])
            db.table("targets").enable_fts(["quote"])
            db.vacuum()
        return path.read_bytes()


def _create(db: Database) -> None:
    db.table("articles").create(
        {
            "id": str,
            "title": str,
            "outlet": str,
            "author": str,
            "published": str,
            "modified": str,
            "captured": str,
            "url": str,
            "words": int,
            "added": str,
            "citation_key": str,
            "details": str,
            "newer_version_of": str,
        },
        pk="id",
        not_null={"title", "outlet", "words", "added"},
    )
    db.table("stories").create(
        {"id": str, "name": str, "created": str}, pk="id", not_null={"name", "created"}
    )
    db.table("story_articles").create(
        {"story_id": str, "article_id": str, "position": int},
        pk=("story_id", "article_id"),
        not_null={"position"},
        foreign_keys=[("story_id", "stories", "id"), ("article_id", "articles", "id")],
    )
    db.table("annotations").create(
        {"id": str, "note": str, "created": str, "updated": str},
        pk="id",
        not_null={"note", "created", "updated"},
    )
    # `start` and `end` say where the words are, `quote` what they are; null for an orphan, with
    # the words as they were. Prefix and suffix stood around the words when they were annotated.
    db.table("targets").create(
        {
            "annotation_id": str,
            "position": int,
            "article_id": str,
            "state": str,
            "start": int,
            "end": int,
            "quote": str,
            "prefix": str,
            "suffix": str,
        },
        pk=("annotation_id", "position"),
        not_null={"article_id", "state", "quote", "prefix", "suffix"},
        foreign_keys=[("annotation_id", "annotations", "id"), ("article_id", "articles", "id")],
    )
    db.table("targets").create_index(["article_id"])
    db.table("tags").create(
        {"id": int, "name": str, "colour": str, "description": str},
        pk="id",
        not_null={"name", "description"},
    )
    for owner in ("annotation", "article"):
        db.table(f"{owner}_tags").create(
            {f"{owner}_id": str, "tag_id": int, "position": int},
            pk=(f"{owner}_id", "tag_id"),
            not_null={"position"},
            foreign_keys=[(f"{owner}_id", f"{owner}s", "id"), ("tag_id", "tags", "id")],
        )


def _fill(db: Database, library: Library, selection: Selection) -> None:
    articles = selection.index_by_id()
    db.table("articles").insert_all(_make_article_row(one, articles) for one in selection.articles)
    stories = [selection.story] if selection.story else _find_stories(library, articles)
    db.table("stories").insert_all(
        {"id": one.id, "name": one.name, "created": one.created} for one in stories
    )
    db.table("story_articles").insert_all(
        {"story_id": story.id, "article_id": article, "position": position}
        for story in stories
        for position, article in enumerate(story.articles, 1)
        if article in articles
    )
    db.table("annotations").insert_all(
        {"id": one.id, "note": one.note, "created": one.created, "updated": one.updated}
        for one in selection.annotations
    )
    db.table("targets").insert_all(
        {
            "annotation_id": one.annotation.id,
            "position": one.number + 1,
            "article_id": one.article.id,
            "state": one.state,
            "start": one.span.start if one.stands else None,
            "end": one.span.end if one.stands else None,
            "quote": one.quote,
            "prefix": one.target.anchor.prefix,
            "suffix": one.target.anchor.suffix,
        }
        for one in selection.located
    )
    _fill_tags(db, library, selection)


def _fill_tags(db: Database, library: Library, selection: Selection) -> None:
    on_annotations = [(one.id, one.tags) for one in selection.annotations]
    on_articles = list(library.tags.find_on_articles(selection.index_by_id()).items())
    used = {name for _, names in [*on_annotations, *on_articles] for name in names}
    tags = [one for one in library.tags.list_all() if one.name in used]
    ids = {one.name: number for number, one in enumerate(tags, 1)}
    db.table("tags").insert_all(
        {
            "id": ids[one.name],
            "name": one.name,
            "colour": one.colour,
            "description": one.definition,
        }
        for one in tags
    )
    for owner, having in (("annotation", on_annotations), ("article", on_articles)):
        db.table(f"{owner}_tags").insert_all(_list_uses(owner, having, ids))


def _list_uses(
    owner: str, having: Iterable[tuple[str, Iterable[str]]], ids: dict[str, int]
) -> Iterable[dict[str, Any]]:
    for one, names in having:
        for position, name in enumerate(names, 1):
            yield {f"{owner}_id": one, "tag_id": ids[name], "position": position}


def _find_stories(library: Library, articles: dict[str, Article]) -> list[Story]:
    return [
        library.stories.get(one.id)
        for one in library.stories.list_gathered()
        if not articles.keys().isdisjoint(one.articles)
    ]


def _make_article_row(article: Article, known: dict[str, Article]) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "modified": article.modified,
        "captured": article.captured,
        "url": article.url,
        "words": article.words,
        "added": article.added,
        "citation_key": article.citation_key,
        "details": article.details,
        "newer_version_of": article.previous if article.previous in known else None,
    }
