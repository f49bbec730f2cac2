"""The passages that the reader ignores: they leave highlights, percentages and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from storage.clock import now
from storage.database.connection import Database
from storage.database.undo_log import UndoLog
from storage.ids import make_id
from storage.models import Article
from textreuse import Comparison, Passage, Span, SpanIndex

MOSTLY = 0.8
"""Least share of the characters of either side of a passage that must lie in an ignored place, so
that a passage stays ignored when its edges come to lie a word further out or in."""


class IgnoredPassages:
    """Remembers which passages are ignored; every change is a step that undo takes back.

    They are known by their places: article and offsets, which stay true, for the text of an
    article never changes. So a passage is ignored in every story that has both its articles.
    """

    def __init__(self, db: Database, undo_log: UndoLog) -> None:
        self._db = db
        self._undo_log = undo_log

    def ignore(self, articles: Sequence[Article], passages: Iterable[Passage]) -> None:
        """Ignore `passages` of a comparison of `articles`; it is on disk on return.

        They become one entry, and what else stands in two of its places is ignored with them.
        Those that are ignored already change nothing.
        """
        with self._undo_log.record_step("passage ignored") as step:
            known = self._find_places(articles)
            new = [passage for passage in passages if not known.find_entries(passage)]
            if not new:
                return
            entry = make_id()
            step.insert("ignored", {"id": entry, "made": now()})
            sides = sorted({side for passage in new for side in (passage.left, passage.right)})
            for place, side in enumerate(sides):
                step.insert(
                    "ignored_place",
                    {
                        "ignored": entry,
                        "place": place,
                        "article": articles[side.article].id,
                        "start": side.start,
                        "end": side.end,
                    },
                )

    def restore(self, articles: Sequence[Article], passages: Iterable[Passage]) -> None:
        """Ignore `passages` of a comparison of `articles` no more; it is on disk on return.

        What was ignored together with one of them comes back with it.
        """
        with self._undo_log.record_step("passage restored") as step:
            known = self._find_places(articles)
            for entry in sorted(set().union(*map(known.find_entries, passages))):
                places = self._db.table("ignored_place").rows_where("ignored = ?", [entry])
                for row in list(places):
                    step.delete("ignored_place", [entry, row["place"]])
                step.delete("ignored", [entry])

    def find_ignored(
        self, articles: Sequence[Article], comparison: Comparison
    ) -> tuple[Passage, ...]:
        """Return the passages of a comparison of `articles` that are ignored, in its order.

        Those are ignored whose two sides lie for the most part (`MOSTLY`) in two places of one
        entry that do not overlap: who ignores a reprint still sees what is repeated inside it.
        """
        known = self._find_places(articles)
        return tuple(passage for passage in comparison.passages if known.find_entries(passage))

    def _find_places(self, articles: Sequence[Article]) -> _IgnoredPlaces:
        """Return the ignored places in `articles`, as spans of the articles by their index."""
        index = {article.id: number for number, article in enumerate(articles)}
        marks = ", ".join("?" for _ in index)
        rows = self._db.query(
            f"SELECT * FROM ignored_place WHERE article IN ({marks})", list(index)
        )
        return _IgnoredPlaces(
            (Span(index[row["article"]], row["start"], row["end"]), row["ignored"]) for row in rows
        )


class _IgnoredPlaces:
    """The entries of ignored passages, found by where their places lie."""

    def __init__(self, places: Iterable[tuple[Span, str]]) -> None:
        self._places = SpanIndex(places)

    def find_entries(self, passage: Passage) -> set[str]:
        """Return the entries that have `passage` ignored."""
        both = product(self._find_around(passage.left), self._find_around(passage.right))
        return {
            entry
            for (place, entry), (other_place, other) in both
            if entry == other and not place.overlap(other_place)
        }

    def _find_around(self, side: Span) -> list[tuple[Span, str]]:
        """Return the places that hold most of `side`, with their entries."""
        return [
            (place, entry)
            for place, entry in self._places.find_overlaps(side)
            if place.overlap(side) >= MOSTLY * side.length
        ]
