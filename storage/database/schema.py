"""The tables of a library, as numbered migrations. Append to this file; never change a step."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from storage.database import coding_tables, first_tables, search_tables
from storage.database.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x436F7079  # "Copy": tells a library from any other SQLite file

migrations = Migrations("copydesk")
migrations(name="0001_articles_stories_annotations")(first_tables.make_articles_and_notes)
migrations(name="0002_ignored_passages_and_story_views")(first_tables.make_ignored_and_views)
migrations(name="0003_verdicts_on_boilerplate")(first_tables.make_verdicts)
migrations(name="0004_tags_orphans_drafts")(first_tables.make_tags_and_drafts)
migrations(name="0005_numbers_search_fingerprints_versions")(search_tables.make_search)


@migrations(name="0006_who_published_is_an_outlet")
def _rename_source(db: Database) -> None:
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


@migrations(name="0007_notes_that_were_imported")
def _mark_imported(db: Database) -> None:
    # A row for each note that was imported, until the reader edits it: it may be somebody else's.
    from sqlite_utils.db import ForeignKey

    db.table("imported_note").create(
        {"annotation": str, "imported": str},
        pk="annotation",
        not_null={"imported"},
        foreign_keys=[
            ForeignKey("imported_note", "annotation", "annotation", "id", on_delete="CASCADE")
        ],
    )
    steps = db.execute(
        "SELECT made, changes FROM step WHERE label = 'import of annotations' AND undone_by IS NULL"
    ).fetchall()
    for made, changes in steps:
        for table, key, _, after in json.loads(changes):
            if table == "annotation" and after is not None:
                db.execute(
                    "INSERT OR IGNORE INTO imported_note"
                    " SELECT id, ? FROM annotation WHERE id = ? AND note = ?",
                    [made, key[0], after.get("note")],
                )


@migrations(name="0008_verdicts_on_findings")
def _make_finding_verdicts(db: Database) -> None:
    # By their words, not by a place: the same finding in another version of an article is decided.
    db.table("finding_verdict").create(
        {"key": str, "verdict": str, "made": str}, pk="key", not_null={"verdict", "made"}
    )


@migrations(name="0009_when_articles_were_changed_and_saved")
def _add_times_of_versions(db: Database) -> None:
    # The order of an article's versions, which may be collected in any.
    db.table("article").add_column("modified", str)
    db.table("article").add_column("captured", str)


@migrations(name="0010_articles_by_their_files")
def _index_files(db: Database) -> None:
    db.table("article").create_index(["path"])


@migrations(name="0011_what_servers_said_of_pages")
def _make_page_validators(db: Database) -> None:
    # What to ask with whether the page that an article came from has changed.
    from sqlite_utils.db import ForeignKey

    db.table("page_validators").create(
        {"article": str, "url": str, "etag": str, "last_modified": str},
        pk="article",
        not_null={"url", "etag", "last_modified"},
        foreign_keys=[
            ForeignKey("page_validators", "article", "article", "id", on_delete="CASCADE")
        ],
    )


migrations(name="0012_codebook_and_coders")(coding_tables.make_codebook_and_coders)


@migrations(name="0013_citation_keys_and_what_agencies_say")
def _add_citation_keys(db: Database) -> None:
    # Details are JSON: each agency and database has others, few articles have any of them, and
    # nothing is looked for by them.
    for name in ("citation_key", "item", "details"):
        db.table("article").add_column(name, str)
    db.table("article").create_index(["item"])


@migrations(name="0014_newcomers")
def _make_newcomers(db: Database) -> None:
    # What came from a feed that was watched, and how much of what it carries.
    from sqlite_utils.db import ForeignKey

    db.table("newcomer").create(
        {
            "article": str,
            "carried": str,
            "words": int,
            "of": int,
            "arrived": str,
            "seen": str,
        },
        pk=("article", "carried"),
        not_null={"words", "of", "arrived"},
        foreign_keys=[
            ForeignKey("newcomer", name, "article", "id", on_delete="CASCADE")
            for name in ("article", "carried")
        ],
    )
    db.table("newcomer").create_index(["carried"])


_RENAMED = {"article": {"source": "outlet"}}
"""Columns that had another name in earlier versions, by that name."""


def rename_former_columns(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row that any version may have written, by the names its columns have now."""
    names = _RENAMED.get(table, {})
    return {names.get(column, column): value for column, value in row.items()}
