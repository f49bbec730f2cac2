"""The migration 0012: a codebook, and who coded what. Never change it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database


def make_codebook_and_coders(db: Database) -> None:
    """Let tags be defined before they are used, and several people code the same articles."""
    _make_codebook(db)
    for table in ("annotation", "draft", "step"):
        db.table(table).add_column("coder", str, not_null_default="")
    _let_coders_tag_articles(db)
    _make_memos_and_states(db)
    _make_decisions(db)


def _make_codebook(db: Database) -> None:
    tag = db.table("tag")
    for column in ("inclusion", "exclusion", "example"):
        tag.add_column(column, str, not_null_default="")
    # When somebody put it into the codebook: such a tag is listed without any use.
    tag.add_column("made", str)
    # Its place among the tags of its parent; those without one follow, by name.
    tag.add_column("position", int)
    # Whether an article can have no more than one of the tags below it.
    tag.add_column("is_variable", int, not_null_default=0)
    # What another program calls it, from whose codebook it came.
    tag.add_column("guid", str)
    db.table("codebook_setting").create({"name": str, "value": str}, pk="name", not_null={"value"})
    # The quick tags of stories that say nothing else.
    db.table("codebook_quick_tag").create(
        {"number": int, "tag": int}, pk="number", foreign_keys=[("tag", "tag", "id")]
    )
    _let_numbers_be_taken_away(db)


def _let_numbers_be_taken_away(db: Database) -> None:
    """Let a story say that a number stands for no tag there, whatever it does elsewhere."""
    from sqlite_utils.db import ForeignKey

    rows = list(db.table("quick_tag").rows)
    db.table("quick_tag").drop()
    db.table("quick_tag").create(
        {"story": str, "number": int, "tag": int, "given": str},
        pk=("story", "number"),
        not_null={"given"},
        foreign_keys=[
            ForeignKey("quick_tag", "story", "story", "id", on_delete="CASCADE"),
            ForeignKey("quick_tag", "tag", "tag", "id"),
        ],
    )
    db.table("quick_tag").insert_all(rows)


def _let_coders_tag_articles(db: Database) -> None:
    """Let two coders give a whole article the same tag."""
    rows = list(db.table("article_tag").rows)
    db.table("article_tag").drop()
    db.table("article_tag").create(
        {"article": str, "tag": int, "coder": str, "place": int},
        pk=("article", "tag", "coder"),
        not_null={"place"},
        foreign_keys=[("article", "article", "id"), ("tag", "tag", "id")],
    )
    db.table("article_tag").insert_all({**row, "coder": ""} for row in rows)
    for step, changes in db.execute("SELECT id, changes FROM step").fetchall():
        changed = _name_coder(changes)
        if changed != changes:
            db.execute("UPDATE step SET changes = ? WHERE id = ?", [changed, step])


def _name_coder(stored: str) -> str:
    """Return the changes of a step with nobody for the coder of each tag of an article."""
    try:
        changes = json.loads(stored)
    except ValueError:
        return stored  # a garbled step is told where it is to be undone
    if not isinstance(changes, list):
        return stored
    return json.dumps([_name_coder_of_change(change) for change in changes])


def _name_coder_of_change(change: Any) -> Any:
    match change:
        case ["article_tag", [article, tag], before, after]:
            rows = [row if row is None else {**row, "coder": ""} for row in (before, after)]
            return ["article_tag", [article, tag, ""], *rows]
        case _:
            return change


def _make_memos_and_states(db: Database) -> None:
    from sqlite_utils.db import ForeignKey

    for owner in ("article", "story"):
        table = f"{owner}_memo"
        db.table(table).create(
            {owner: str, "coder": str, "memo": str, "created": str, "updated": str},
            pk=(owner, "coder"),
            not_null={"memo", "created", "updated"},
            foreign_keys=[ForeignKey(table, owner, owner, "id", on_delete="CASCADE")],
        )
    # A row for each article that a coder is done with.
    db.table("coded_article").create(
        {"article": str, "coder": str, "made": str},
        pk=("article", "coder"),
        not_null={"made"},
        foreign_keys=[ForeignKey("coded_article", "article", "article", "id", on_delete="CASCADE")],
    )


def _make_decisions(db: Database) -> None:
    from sqlite_utils.db import ForeignKey

    # What was decided where two coders differ, and by whom; `start` and `end` are null where that
    # is about the whole article.
    db.table("decision").create(
        {
            "id": str,
            "article": str,
            "start": int,
            "end": int,
            "first": str,
            "second": str,
            "first_has": str,
            "second_has": str,
            "chosen": str,
            "result": str,
            "coder": str,
            "made": str,
        },
        pk="id",
        not_null={"article", "first", "second", "chosen", "result", "coder", "made"},
        foreign_keys=[ForeignKey("decision", "article", "article", "id", on_delete="CASCADE")],
    )
    db.table("decision").create_index(["article"])
