"""The tables of a library, as numbered migrations. Append to this file; never change a step."""

from __future__ import annotations

from sqlite_utils import Database, Migrations
from sqlite_utils.db import ForeignKey

APPLICATION_ID = 0x436F7079  # "Copy": tells a library from any other SQLite file

migrations = Migrations("copydesk")


@migrations(name="0001_articles_stories_annotations")
def _first(db: Database) -> None:
    db.table("article").create(
        {
            "id": str,
            "text": str,
            "title": str,
            "source": str,
            "author": str,
            "published": str,
            "url": str,
            "path": str,
            "words": int,
            "added": str,
            "deleted": str,
        },
        pk="id",
        not_null={"text", "title", "source", "words", "added"},
    )
    db.table("story").create(
        {"id": str, "name": str, "created": str, "deleted": str},
        pk="id",
        not_null={"name", "created"},
    )
    db.table("story_article").create(
        {"story": str, "article": str, "place": int},
        pk=("story", "article"),
        not_null={"place"},
        foreign_keys=[("story", "story", "id"), ("article", "article", "id")],
    )
    db.table("annotation").create(
        {"id": str, "note": str, "created": str, "updated": str, "deleted": str},
        pk="id",
        not_null={"note", "created", "updated"},
    )
    # W3C Web Annotation: a TextPositionSelector and a TextQuoteSelector a target.
    db.table("target").create(
        {
            "annotation": str,
            "place": int,
            "article": str,
            "start": int,
            "end": int,
            "quote": str,
            "prefix": str,
            "suffix": str,
        },
        pk=("annotation", "place"),
        not_null={"article", "start", "end", "quote", "prefix", "suffix"},
        foreign_keys=[("annotation", "annotation", "id"), ("article", "article", "id")],
    )
    db.table("target").create_index(["article"])
    # `key` is the name without case, which SQLite folds only for ASCII.
    db.table("tag").create({"id": int, "name": str, "key": str}, pk="id", not_null={"name", "key"})
    db.table("tag").create_index(["key"], unique=True)
    db.table("annotation_tag").create(
        {"annotation": str, "tag": int, "place": int},
        pk=("annotation", "tag"),
        not_null={"place"},
        foreign_keys=[("annotation", "annotation", "id"), ("tag", "tag", "id")],
    )
    # What undo takes back: the changed rows of each step, before and after, as JSON.
    db.table("step").create(
        {
            "id": int,
            "session": str,
            "label": str,
            "made": str,
            "undone_by": str,
            "undone_at": str,
            "changes": str,
        },
        pk="id",
        not_null={"session", "label", "made", "changes"},
    )


@migrations(name="0002_ignored_passages_and_story_views")
def _second(db: Database) -> None:
    db.table("ignored").create({"id": str, "made": str}, pk="id", not_null={"made"})
    db.table("ignored_place").create(
        {"ignored": str, "place": int, "article": str, "start": int, "end": int},
        pk=("ignored", "place"),
        not_null={"article", "start", "end"},
        foreign_keys=[
            ForeignKey("ignored_place", "ignored", "ignored", "id", on_delete="CASCADE"),
            ForeignKey("ignored_place", "article", "article", "id", on_delete="CASCADE"),
        ],
    )
    db.table("ignored_place").create_index(["article"])
    db.table("story_view").create(
        {"story": str, "state": str, "saved": str},
        pk="story",
        not_null={"state", "saved"},
        foreign_keys=[ForeignKey("story_view", "story", "story", "id", on_delete="CASCADE")],
    )


@migrations(name="0003_verdicts_on_boilerplate")
def _third(db: Database) -> None:
    db.table("verdict").create(
        {
            "id": str,
            "article": str,
            "start": int,
            "end": int,
            "is_boilerplate": int,
            "made": str,
        },
        pk="id",
        not_null={"article", "start", "end", "is_boilerplate", "made"},
        foreign_keys=[ForeignKey("verdict", "article", "article", "id", on_delete="CASCADE")],
    )
    db.table("verdict").create_index(["article"])


@migrations(name="0004_tags_orphans_drafts")
def _fourth(db: Database) -> None:
    db.table("tag").add_column("colour", str)
    db.table("tag").add_column("description", str, not_null_default="")
    db.table("article_tag").create(
        {"article": str, "tag": int, "place": int},
        pk=("article", "tag"),
        not_null={"place"},
        foreign_keys=[("article", "article", "id"), ("tag", "tag", "id")],
    )
    db.table("quick_tag").create(
        {"story": str, "number": int, "tag": int, "given": str},
        pk=("story", "number"),
        not_null={"tag", "given"},
        foreign_keys=[
            ForeignKey("quick_tag", "story", "story", "id", on_delete="CASCADE"),
            ForeignKey("quick_tag", "tag", "tag", "id"),
        ],
    )
    db.table("annotation_tag").create_index(["tag"])
    # When the reader said that this place is to stay without its text.
    db.table("target").add_column("orphaned", str)
    # Notes that are being written, against crashes. `beat`: when their editor was last alive.
    db.table("draft").create(
        {
            "id": str,
            "story": str,
            "annotation": str,
            "targets": str,
            "note": str,
            "session": str,
            "beat": str,
        },
        pk="id",
        not_null={"story", "targets", "note", "session", "beat"},
        foreign_keys=[ForeignKey("draft", "story", "story", "id", on_delete="CASCADE")],
    )
