"""Rows that hang in the air: what they belong to is gone. No note is lost with it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from storage.anchoring.anchors import make_anchor
from storage.clock import now
from storage.database.introspection import COMPUTED, find_references, quote_name
from storage.ids import make_text_id
from storage.models import Anchor
from textreuse import split_words

_LOST_ARTICLE = "The text of this article is lost. These are its annotated passages."
_LOST_PLACES = "The places of these notes are lost."
_LOST_PASSAGE = "A lost passage."


class _LostPlace(NamedTuple):
    """A place of an annotation whose article is gone."""

    annotation: str
    place: int
    prefix: str
    quote: str
    suffix: str


def count_hanging_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Count the rows of each table that belong to something that is not there."""
    found: dict[str, set[int]] = {}
    for table, row, _parent, _key in connection.execute("PRAGMA foreign_key_check"):
        if table not in COMPUTED:
            found.setdefault(table, set()).add(row)
    return {table: len(rows) for table, rows in sorted(found.items())}


def find_notes_without_place(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of annotations, not in the trash, that stand nowhere."""
    found = connection.execute(
        """
        SELECT id FROM annotation WHERE deleted IS NULL
        AND id NOT IN (SELECT annotation FROM target) ORDER BY created, id
        """
    )
    return [annotation for (annotation,) in found]


def give_articles(connection: sqlite3.Connection) -> int:
    """Put an article made of its annotated passages in place of each that is gone.

    It takes over places, tags and stories of the lost one. Annotations that stand nowhere get an
    article together, if they have a note. Returns how many articles were made; the caller holds
    a transaction in which foreign keys are not enforced.
    """
    lost: dict[str | None, list[_LostPlace]] = {}
    for article, *row in connection.execute(
        """
        SELECT target.article, annotation, place, prefix, quote, suffix FROM target
        WHERE article NOT IN (SELECT id FROM article)
        AND annotation IN (SELECT id FROM annotation) ORDER BY article, start, annotation, place
        """
    ).fetchall():
        one = _LostPlace(*row)
        lost.setdefault(article, []).append(one._replace(quote=one.quote or _LOST_PASSAGE))
    for annotation in find_notes_without_place(connection):
        if _has_note(connection, annotation):
            lost.setdefault(None, []).append(_LostPlace(annotation, 0, "", _LOST_PASSAGE, ""))
        else:
            connection.execute(
                "UPDATE annotation SET deleted = ? WHERE id = ?", [now(), annotation]
            )
    for article, places in lost.items():
        _give_article(connection, article, places)
    return len(lost)


def remove_hanging_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Remove the rows that belong to something that is not there; counts them by table."""
    removed: dict[str, int] = {}
    while found := {
        (table, row)
        for table, row, _parent, _key in connection.execute("PRAGMA foreign_key_check")
        if table not in COMPUTED
    }:
        for table, row in sorted(found):
            connection.execute(f"DELETE FROM {quote_name(table)} WHERE rowid = ?", [row])
            removed[table] = removed.get(table, 0) + 1
    return removed


def _list_texts(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.quote, anchor.prefix, anchor.suffix


def _has_note(connection: sqlite3.Connection, annotation: str) -> bool:
    (note,) = connection.execute(
        "SELECT note FROM annotation WHERE id = ?", [annotation]
    ).fetchone()
    return bool(note)


def _give_article(
    connection: sqlite3.Connection, lost: str | None, places: list[_LostPlace]
) -> None:
    text = _LOST_PLACES if lost is None else f"{_LOST_ARTICLE} ({lost})"
    spans = []
    for place in places:
        start = len(text) + 2 + len(place.prefix)
        spans.append((start, start + len(place.quote)))
        text += f"\n\n{place.prefix}{place.quote}{place.suffix}"
    article = make_text_id(text)
    connection.execute(
        "INSERT OR IGNORE INTO article (id, text, title, outlet, words, added)"
        " VALUES (?, ?, ?, '', ?, ?)",
        [
            article,
            text,
            "Lost passages" if lost is None else "Lost article",
            len(split_words(text)),
            now(),
        ],
    )
    for place, (start, end) in zip(places, spans, strict=True):
        anchor = make_anchor(text, start, end)
        connection.execute(
            'INSERT OR REPLACE INTO target (annotation, place, article, start, "end", quote,'
            " prefix, suffix) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [place.annotation, place.place, article, start, end, *_list_texts(anchor)],
        )
    if lost is not None:
        for table in ("story_article", "article_tag"):
            for column in find_references(connection, table, "article"):
                connection.execute(
                    f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?",
                    [article, lost],
                )
