"""What the coder of an open library sees of what people coded in it: the one home of that rule.

Whoever reads annotations, tags of whole articles, memos, states of coding, drafts or steps for
people reads these views, and no table. A coder who codes blind sees nothing of others in them.
"""

from __future__ import annotations

from collections.abc import Sequence

from storage.coder import Coder
from storage.database.connection import Database

SEEN_TABLES = (
    "annotation",
    "article_tag",
    "article_memo",
    "story_memo",
    "coded_article",
    "draft",
    "step",
    "decision",
)
"""The tables whose rows are signed with a coder's name."""


def show_seen_rows(db: Database, coder: Coder) -> None:
    """Make the views for this connection: `seen_annotation` and so on, with the tables' columns.

    `seen_annotation` is without what was deleted, which is in `deleted_annotation`; both have the
    `rowid` too, by which those of one moment follow upon each other.
    """
    # A view can have no parameters.
    name = coder.name.replace("'", "''")
    own = [f"coder = '{name}'"] if coder.is_blind else []
    for table in SEEN_TABLES:
        if table == "annotation":
            _make_view(db, "seen_annotation", "rowid, *", table, ["deleted IS NULL", *own])
            _make_view(db, "deleted_annotation", "rowid, *", table, ["deleted IS NOT NULL", *own])
        else:
            _make_view(db, f"seen_{table}", "*", table, own)


def _make_view(
    db: Database, name: str, columns: str, table: str, conditions: Sequence[str]
) -> None:
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    db.execute(f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{table}{where}")
