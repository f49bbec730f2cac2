"""The tables of a library, as numbered migrations. Append to this file; never change a step."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from storage.database.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

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


@migrations(name="0003_verdicts_on_boilerplate")
def _third(db: Database) -> None:
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


@migrations(name="0004_tags_orphans_drafts")
def _fourth(db: Database) -> None:
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


WORDS_TOKENIZER = "porter unicode61 remove_diacritics 2"
"""FTS5's tokenizer of `article_words` and `note_words`: English stems, no accents."""
_EAST_ASIAN = "*[⺀-〿぀-ヿ㄀-ㆿ㐀-䶿一-鿿ꥠ-꥿가-힣豈-﫿ｦ-ﾟ]*"
"""SQLite's GLOB for a text with a sign of Chinese, Japanese or Korean writing."""


@migrations(name="0005_numbers_search_fingerprints_versions")
def _fifth(db: Database) -> None:
    # Indexes need small integers that stay as they are; SQLite's own row ids may change.
    db.execute(
        """
        CREATE TABLE article_number (
            number INTEGER PRIMARY KEY,
            article TEXT NOT NULL UNIQUE REFERENCES article(id) ON DELETE CASCADE
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE TABLE annotation_number (
            number INTEGER PRIMARY KEY,
            annotation TEXT NOT NULL UNIQUE REFERENCES annotation(id) ON DELETE CASCADE
        ) STRICT
        """
    )
    db.execute(
        """
        CREATE VIEW numbered_article AS
        SELECT number, id, title, source, coalesce(author, '') AS author, text
        FROM article_number JOIN article ON article.id = article_number.article
        """
    )
    db.execute(
        """
        CREATE VIEW numbered_annotation AS
        SELECT number, id, note
        FROM annotation_number JOIN annotation ON annotation.id = annotation_number.annotation
        """
    )
    # Full text without a copy of the texts: FTS5 reads them through the views.
    db.execute(
        f"""
        CREATE VIRTUAL TABLE article_words USING fts5(
            title, source, author, text, content='numbered_article', content_rowid='number',
            tokenize='{WORDS_TOKENIZER}', prefix='2 3'
        )
        """
    )
    # Chinese and Japanese have no spaces between words: any three signs in a row are found there.
    db.execute(
        """
        CREATE VIRTUAL TABLE article_signs USING fts5(
            title, source, author, text, content='numbered_article', content_rowid='number',
            tokenize='trigram'
        )
        """
    )
    db.execute("CREATE TABLE signs_indexed (number INTEGER PRIMARY KEY) STRICT")
    db.execute(
        f"""
        CREATE VIRTUAL TABLE note_words USING fts5(
            note, content='numbered_annotation', content_rowid='number',
            tokenize='{WORDS_TOKENIZER}', prefix='2 3'
        )
        """
    )
    columns = "title, source, author, text"
    for statement in (
        # Numbers come and go with their rows; the index follows the number.
        """
        CREATE TRIGGER article_is_numbered AFTER INSERT ON article BEGIN
            INSERT INTO article_number (article) VALUES (new.id);
        END
        """,
        f"""
        CREATE TRIGGER article_is_indexed AFTER INSERT ON article_number BEGIN
            INSERT INTO article_words (rowid, {columns})
            SELECT number, {columns} FROM numbered_article WHERE number = new.number;
            INSERT INTO signs_indexed (number)
            SELECT number FROM numbered_article
            WHERE number = new.number AND title || text GLOB '{_EAST_ASIAN}';
            INSERT INTO article_signs (rowid, {columns})
            SELECT numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE numbered_article.number = new.number;
        END
        """,
        f"""
        CREATE TRIGGER article_leaves_index BEFORE UPDATE OF title, source, author ON article
        BEGIN
            INSERT INTO article_words (article_words, rowid, {columns})
            SELECT 'delete', number, {columns} FROM numbered_article WHERE id = old.id;
            INSERT INTO article_signs (article_signs, rowid, {columns})
            SELECT 'delete', numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = old.id;
        END
        """,
        f"""
        CREATE TRIGGER article_is_indexed_anew AFTER UPDATE OF title, source, author ON article
        BEGIN
            INSERT INTO article_words (rowid, {columns})
            SELECT number, {columns} FROM numbered_article WHERE id = new.id;
            INSERT INTO article_signs (rowid, {columns})
            SELECT numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = new.id;
        END
        """,
        """
        CREATE TRIGGER annotation_is_numbered AFTER INSERT ON annotation BEGIN
            INSERT INTO annotation_number (annotation) VALUES (new.id);
        END
        """,
        """
        CREATE TRIGGER note_is_indexed AFTER INSERT ON annotation_number BEGIN
            INSERT INTO note_words (rowid, note)
            SELECT number, note FROM numbered_annotation WHERE number = new.number;
        END
        """,
        """
        CREATE TRIGGER note_leaves_index BEFORE UPDATE OF note ON annotation BEGIN
            INSERT INTO note_words (note_words, rowid, note)
            SELECT 'delete', number, note FROM numbered_annotation WHERE id = old.id;
        END
        """,
        """
        CREATE TRIGGER note_is_indexed_anew AFTER UPDATE OF note ON annotation BEGIN
            INSERT INTO note_words (rowid, note)
            SELECT number, note FROM numbered_annotation WHERE id = new.id;
        END
        """,
        """
        CREATE TRIGGER annotation_is_gone BEFORE DELETE ON annotation BEGIN
            INSERT INTO note_words (note_words, rowid, note)
            SELECT 'delete', number, note FROM numbered_annotation WHERE id = old.id;
            DELETE FROM annotation_number WHERE annotation = old.id;
        END
        """,
        f"""
        CREATE TRIGGER article_is_gone BEFORE DELETE ON article BEGIN
            INSERT INTO article_words (article_words, rowid, {columns})
            SELECT 'delete', number, {columns} FROM numbered_article WHERE id = old.id;
            INSERT INTO article_signs (article_signs, rowid, {columns})
            SELECT 'delete', numbered_article.number, {columns} FROM numbered_article
            JOIN signs_indexed ON signs_indexed.number = numbered_article.number
            WHERE id = old.id;
            DELETE FROM signs_indexed WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM fingerprint WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM fingerprinted WHERE number =
                (SELECT number FROM article_number WHERE article = old.id);
            DELETE FROM article_number WHERE article = old.id;
        END
        """,
    ):
        db.execute(statement)
    db.execute(
        """
        CREATE TABLE fingerprint (
            hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)
        ) STRICT, WITHOUT ROWID
        """
    )
    # Which articles have fingerprints, and of which scheme: those of an older one are made anew.
    db.execute(
        "CREATE TABLE fingerprinted (number INTEGER PRIMARY KEY, scheme INTEGER NOT NULL) STRICT"
    )
    # An article with the same address and another text is a newer version of it.
    db.table("article").add_column("previous", str)
    db.table("article").create_index(["previous"])
    db.table("article").create_index(["url"])
    db.execute("CREATE INDEX article_bin ON article (id) WHERE deleted IS NOT NULL")
    # Lists are read from this index alone, without a page of any text.
    db.table("article").create_index(
        "added id deleted title source author published url words previous".split(),
        index_name="article_shelf",
    )
    for table, column, things in (
        ("article_number", "article", "article"),
        ("annotation_number", "annotation", "annotation"),
    ):
        db.execute(f"INSERT INTO {table} ({column}) SELECT id FROM {things} ORDER BY rowid")


@migrations(name="0006_who_published_is_an_outlet")
def _sixth(db: Database) -> None:
    # "Source" is free for those whom an article quotes. SQLite renames no column of an index for
    # full-text search, so those are made anew, with the view that they read and its triggers.
    made = db.execute(
        """
        SELECT type, name, sql FROM sqlite_schema
        WHERE name IN ('numbered_article', 'article_words', 'article_signs') OR type = 'trigger'
        ORDER BY rowid
        """
    ).fetchall()
    for kind, name, _ in reversed(made):
        db.execute(f"DROP {kind} {name}")
    db.execute("ALTER TABLE article RENAME COLUMN source TO outlet")
    for _, _, statement in made:
        db.execute(re.sub(r"\bsource\b", "outlet", statement))
    db.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")
    columns = "title, outlet, author, text"
    db.execute(
        f"""
        INSERT INTO article_signs (rowid, {columns})
        SELECT numbered_article.number, {columns} FROM numbered_article
        JOIN signs_indexed ON signs_indexed.number = numbered_article.number
        """
    )


_RENAMED = {"article": {"source": "outlet"}}
"""Columns that had another name in earlier versions, by that name."""


def rename_former_columns(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row that any version may have written, by the names its columns have now."""
    names = _RENAMED.get(table, {})
    return {names.get(column, column): value for column, value in row.items()}
