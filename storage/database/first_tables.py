"""The migrations 0001 to 0004: what people put into a library. Never change one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def make_articles_and_notes(db: Database) -> None:
    """Make the tables of what the reader keeps, and of the steps that undo takes back."""
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


def make_ignored_and_views(db: Database) -> None:
    """Make the tables of ignored passages, and of how a story was left."""
    from sqlite_utils.db import ForeignKey

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


def make_verdicts(db: Database) -> None:
    """Make the table of what the reader says is boilerplate."""
    from sqlite_utils.db import ForeignKey

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


def make_tags_and_drafts(db: Database) -> None:
    """Let tags look like something and stand on articles, orphans stay, drafts outlive a crash."""
    from sqlite_utils.db import ForeignKey

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
