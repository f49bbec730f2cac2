"""The tags of a library: what they are called, how they look, where they are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from storage.coder import NOBODY, Coder
from storage.database.connection import Database
from storage.database.transactions import hold_write_lock
from storage.database.undo_log import Step, UndoLog
from storage.errors import ConflictError, NotFoundError
from storage.tables.codebook_entry import Colour
from storage.tables.listed_tags import (
    Order,
    Tag,
    read_colours,
    read_order,
    read_tags,
    sort_names,
)
from storage.tables.tag_names import check_length, clean_tag, clean_tags, is_within
from storage.tables.tag_rows import (
    QUICK_TABLES,
    USE_TABLES,
    UsedOn,
    absorb,
    find_family,
    find_rows,
    make_room,
    read_uses,
    replace_uses,
)
from storage.tables.variables import complete_values, find_variable, settle_values
from storage.wording.terminal_text import shorten

_SHOWN = 40
"""Characters of it in an error."""


class Tags:
    """Finds and changes tags; every change is a step that undo takes back.

    A tag comes into being where it is first used, or is put into the `Codebook` before. One that is
    on nothing, and of which nothing is set, is listed nowhere. Names are equal but for case.
    """

    def __init__(self, db: Database, undo_log: UndoLog, coder: Coder = NOBODY) -> None:
        self._db = db
        self._undo_log = undo_log
        self._coder = coder

    # Finding

    def list_all(self) -> list[Tag]:
        """Return every tag in the order of the codebook; a parent stands before its children."""
        listed = {tag.name: tag for tag in read_tags(self._db) if tag.is_listed}
        return [listed[name] for name in sort_names(listed, read_order(self._db))]

    def list_others(self, names: Iterable[str]) -> list[Tag]:
        """Return the tags that are listed but for those with these names, in no order."""
        others = "name NOT IN (SELECT value FROM json_each(?))"
        return [tag for tag in read_tags(self._db, others, [json.dumps([*names])]) if tag.is_listed]

    def list_names(self) -> list[str]:
        """Return the names of all tags that are listed, most used first."""
        tags = sorted(self.list_all(), key=lambda tag: -tag.annotations - tag.articles)
        return [tag.name for tag in tags]

    def get(self, tag_id: int) -> Tag:
        """Return the tag with that id; `NotFoundError` if it is gone."""
        found = read_tags(self._db, "id = ?", [tag_id])
        if not found:
            raise NotFoundError("This tag has since been deleted.")
        return found[0]

    def find_named(self, name: str) -> Tag | None:
        """Return the listed tag of that name."""
        found = read_tags(self._db, "key = ?", [name.casefold()])
        return next((tag for tag in found if tag.is_listed), None)

    @property
    def is_strict(self) -> bool:
        """Whether coding makes no new tags; see `Codebook.set_strict`."""
        return bool(find_rows(self._db, "codebook_setting", "name = 'strict'", []))

    def read_order(self) -> Order:
        """Return how tags are ordered, for `sort_names`."""
        return read_order(self._db)

    def find_colours(self) -> dict[str, Colour]:
        """Return by its name what each tag is coloured with: its own colour, else its parent's."""
        return read_colours(self._db)

    # Changing

    def get_or_create(self, name: str) -> int:
        """Return the id of the tag of that clean name; it comes into being where there is none.

        `CopydeskError` for a name that is longer than `LONGEST`.
        """
        check_length(name)
        # Not part of a step: a tag without uses is listed nowhere, and others may use it by then.
        with hold_write_lock(self._db):
            key = name.casefold()
            self._db.execute("INSERT OR IGNORE INTO tag (name, key) VALUES (?, ?)", [name, key])
            found = self._db.execute("SELECT id FROM tag WHERE key = ?", [key]).fetchone()
        return int(found[0])

    def rename(self, tag_id: int, name: str) -> None:
        """Give a tag, and with it all that lie below it, another name.

        `ConflictError` if one of the new names is another listed tag's: see `merge`.
        """
        if name == self.get(tag_id).name:
            return
        name = clean_tag(name)
        self._require_sight()
        with self._undo_log.record_step("tag renamed") as step:
            tag = self.get(tag_id)
            family = find_family(self._db, tag.name)
            listed = {one.name.casefold(): one for one in self.list_all()}
            changes = {one: f"{name}{row['name'][len(tag.name) :]}" for one, row in family.items()}
            for new in changes.values():
                check_length(new)
                taken = listed.get(new.casefold())
                if taken is not None and taken.id not in family:
                    raise ConflictError(
                        f"There is already a tag “{taken.name}”; merge the two instead."
                    )
            make_room(self._db, step, changes.values(), family)
            # By way of names that nobody can have, for one may take the name of another.
            for one in changes:
                step.update("tag", [one], {"key": f"\0{one}"})
            for one, new in changes.items():
                step.update("tag", [one], {"name": new, "key": new.casefold()})

    def merge(self, tag_id: int, into: int) -> None:
        """Put one tag in place of another, wherever that is; what lies below goes along.

        The tag that stays keeps its colour and definition, and takes over what it lacks.
        """
        self._require_sight()
        with self._undo_log.record_step("tags merged") as step:
            tag, target = self.get(tag_id), self.get(into)
            if tag.id == target.id:
                return
            family = find_family(self._db, tag.name)
            for one, row in sorted(family.items(), key=lambda item: -len(item[1]["name"])):
                if one == tag.id:
                    absorb(self._db, step, one, target.id)
                    continue
                if is_within(row["name"], target.name):
                    continue  # a child that takes in its parent
                new = f"{target.name}{row['name'][len(tag.name) :]}"
                absorb(self._db, step, one, self.get_or_create(new))

    def set_colour(self, tag_id: int, colour: Colour | None) -> None:
        """Colour a tag; None leaves that to its parent."""
        with self._undo_log.record_step("tag colour changed") as step:
            self.get(tag_id)
            step.update("tag", [tag_id], {"colour": colour})

    def delete(self, tag_id: int) -> None:
        """Take a tag from all that it is on; what lies below it stays, and so do annotations."""
        self._require_sight()
        with self._undo_log.record_step("tag deleted") as step:
            self.get(tag_id)
            for table in (*USE_TABLES, *QUICK_TABLES):
                for row in find_rows(self._db, table, "tag = ?", [tag_id]):
                    step.delete(table, [row[column] for column in self._db.table(table).pks])
            step.delete("tag", [tag_id])

    # Tags of whole articles

    def find_on_articles(
        self, articles: Iterable[str], *, changeable: bool = False
    ) -> dict[str, tuple[str, ...]]:
        """Return the tags of whole articles, by the id of the article; only those that have any.

        With `changeable` those alone that this coder changes by tagging anew.
        """
        found: dict[str, list[str]] = {}
        for article, name, coder in self._db.execute(
            """
            SELECT article_tag.article, tag.name, coder FROM seen_article_tag AS article_tag
            JOIN tag ON tag.id = article_tag.tag
            WHERE article_tag.article IN (SELECT value FROM json_each(?))
            ORDER BY article_tag.place
            """,
            [json.dumps([*articles])],
        ):
            if not changeable or self._coder.may_change(coder):
                found.setdefault(article, []).append(name)
        # Two coders may have given it the same.
        return {article: tuple(dict.fromkeys(names)) for article, names in found.items()}

    def find_articles(self, tag_id: int) -> list[str]:
        """Return the ids of whole articles with a tag that are not in the trash, oldest first."""
        return [
            row["id"]
            for row in self._db.query(
                """
                SELECT DISTINCT article.id FROM article
                JOIN seen_article_tag AS article_tag ON article_tag.article = article.id
                WHERE article_tag.tag = ? AND article.deleted IS NULL
                ORDER BY article.added, article.rowid
                """,
                [tag_id],
            )
        ]

    def set_on_article(self, article_id: str, names: Iterable[str]) -> None:
        """Give a whole article exactly these tags; `NotFoundError` if it is in the trash."""
        with self._undo_log.record_step("article tags changed") as step:
            self._put_on_article(step, article_id, names)

    def change_on_articles(
        self, articles: Sequence[str], given: Sequence[str], wanted: Sequence[str]
    ) -> None:
        """Let whole articles that all had the tags `given` have those `wanted`, in one step.

        Their other tags stay. `NotFoundError` if one is in the trash.
        """
        lost = {name.casefold() for name in given} - {name.casefold() for name in wanted}
        with self._undo_log.record_step("article tags changed") as step:
            known = self.find_on_articles(articles, changeable=True)
            for article in articles:
                kept = [name for name in known.get(article, ()) if name.casefold() not in lost]
                self._put_on_article(step, article, [*kept, *wanted])

    def put(self, step: Step, kind: UsedOn, owner: str, names: Iterable[str]) -> bool:
        """Give `owner` exactly these tags, in this order; tell whether that changed any.

        Tags that another coder gave an article stay theirs (`Coder.may_change`); new ones are this
        coder's. Of the tags below a variable an article has one of each coder: one that is set
        anew replaces this coder's, and may be named without the variable. Where the codebook is
        strict, `ConflictError` for a tag that it has not.
        """
        variables = self.list_variables() if kind == "article" else frozenset()
        rows = read_uses(self._db, kind, owner)
        mine = [row for row in rows if self._coder.may_change(row.get("coder", ""))]
        complete = complete_values(clean_tags(names), variables, self._is_known)
        clean, set_anew = settle_values(complete, [row["key"] for row in mine], variables)
        wanted = [self.find_or_make(name) for name in clean]
        if list(dict.fromkeys(row["tag"] for row in mine)) == wanted:
            return False
        given = []
        for tag in wanted:
            known = [row for row in mine if row["tag"] == tag]
            given += known or [self._make_use(kind, owner, tag)]
        for row in rows:
            is_set_anew = find_variable(row["key"], variables) in set_anew
            if row not in mine or (is_set_anew and row["coder"] != self._coder.name):
                given.append(row)
        replace_uses(self._db, step, kind, rows, given)
        return True

    def find_or_make(self, name: str) -> int:
        """Return the id of the tag of that clean name for coding with it.

        One that is not there comes into being; where the codebook is strict, that is a
        `ConflictError`, else see `get_or_create`.
        """
        if self.is_strict and not self._is_known(name):
            raise ConflictError(
                f"The codebook is strict and has no tag “{shorten(name, _SHOWN)}”. Choose another,"
                " or make it in the codebook first."
            )
        return self.get_or_create(name)

    def list_variables(self) -> frozenset[str]:
        """Return the names, in small letters, of the tags that are variables."""
        rows = self._db.execute("SELECT key FROM tag WHERE is_variable")
        return frozenset(key for (key,) in rows)

    # Inside

    def _is_known(self, name: str) -> bool:
        """Tell whether a tag is listed; who codes blind does not see what others use."""
        found = read_tags(self._db, "key = ?", [name.casefold()])
        return any(tag.is_listed or self._coder.is_blind for tag in found)

    def _require_sight(self) -> None:
        """Raise `ConflictError` for a coder who cannot see what others use a tag for."""
        if self._coder.is_blind:
            raise ConflictError(
                "Other coders may use this tag: it cannot be renamed, merged or deleted while you"
                " code blind."
            )

    def _make_use(self, kind: UsedOn, owner: str, tag: int) -> dict[str, Any]:
        row = {kind: owner, "tag": tag}
        return {**row, "coder": self._coder.name} if kind == "article" else row

    def _put_on_article(self, step: Step, article_id: str, names: Iterable[str]) -> None:
        if not find_rows(self._db, "article", "id = ? AND deleted IS NULL", [article_id]):
            raise NotFoundError("This article has since been moved to the trash.")
        self.put(step, "article", article_id, names)
