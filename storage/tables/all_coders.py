"""What all coders say of whole articles and stories, each in their own name."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from storage.database.connection import Database
from storage.database.undo_log import Row, Step
from storage.tables.memos import Memo, MemoKind
from storage.tables.tags import Tags
from storage.tables.variables import find_variable


class GivenTag(NamedTuple):
    """A tag of a whole article, and who gave it."""

    article: str
    tag: str
    coder: str


class AllCoders:
    """Reads and stores what coders say, whoever of them works in the library."""

    def __init__(self, db: Database, tags: Tags) -> None:
        self._db = db
        self._tags = tags

    def find_tags(self, articles: Iterable[str]) -> list[GivenTag]:
        """Return the tags of whole articles, as far as they are seen, in the order on each."""
        return self._read_tags("seen_article_tag", articles)

    def put_tags(self, step: Step, given: Sequence[GivenTag]) -> tuple[int, int]:
        """Give whole articles tags behind those they have.

        Return how many are new, and how many are left out, for an article has one value of each
        variable of a coder, and had another.
        """
        variables = self._tags.list_variables()
        there = self._read_tags("article_tag", {one.article for one in given})
        known = {(one.article, one.tag.casefold(), one.coder) for one in there}
        places: dict[str, dict[str, int]] = {}
        values = {_name_variable(one, variables) for one in there}
        for one in there:
            _find_place(places, one)
        rows: list[Row] = []
        other = 0
        for one in given:
            key = one.article, one.tag.casefold(), one.coder
            value = _name_variable(one, variables)
            if key in known:
                continue
            if value is not None and value in values:
                other += 1
                continue
            known.add(key)
            values.add(value)
            rows.append(
                {
                    "article": one.article,
                    "tag": self._tags.get_or_create(one.tag),
                    "coder": one.coder,
                    "place": _find_place(places, one),
                }
            )
        step.insert_all("article_tag", rows)
        return len(rows), other

    def put_memos(self, step: Step, kind: MemoKind, given: Sequence[Memo]) -> tuple[int, int]:
        """Store memos; return how many are new, and how many differ from those that stay.

        A coder has one memo on each: where there is one, it stays. What nobody has signed and says
        just what all that is there says is known.
        """
        there: dict[str, dict[str, str]] = {}
        for about, coder, memo in self._db.execute(
            f"SELECT {kind}, coder, memo FROM {kind}_memo ORDER BY created, coder"
        ):
            there.setdefault(about, {})[coder] = memo
        rows: list[Row] = []
        differing = 0
        for one in given:
            known = there.setdefault(one.about, {})
            if not one.coder and one.memo == "\n\n".join(known.values()):
                continue
            if one.coder in known:
                differing += known[one.coder] != one.memo
            else:
                known[one.coder] = one.memo
                row = {kind: one.about, **one._asdict()}
                del row["about"]
                rows.append(row)
        step.insert_all(f"{kind}_memo", rows)
        return len(rows), differing

    def _read_tags(self, table: str, articles: Iterable[str]) -> list[GivenTag]:
        rows = self._db.execute(
            f"""
            SELECT given.article, tag.name, given.coder FROM {table} AS given
            JOIN tag ON tag.id = given.tag
            WHERE given.article IN (SELECT value FROM json_each(?))
            ORDER BY given.article, given.place, given.coder
            """,
            [json.dumps([*articles])],
        )
        return list(map(GivenTag._make, rows))


def _name_variable(given: GivenTag, variables: Collection[str]) -> tuple[str, str, str] | None:
    """Return of what a tag is a value: article, coder and variable; None where it is of none."""
    variable = find_variable(given.tag, variables)
    return None if variable is None else (given.article, given.coder, variable)


def _find_place(places: dict[str, dict[str, int]], given: GivenTag) -> int:
    """Return the place of a tag among those of its article, at the end for one that is new."""
    held = places.setdefault(given.article, {})
    return held.setdefault(given.tag.casefold(), len(held))
