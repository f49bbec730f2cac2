"""`copydesk notes`: annotations as JSON and as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from storage.export.evidence import Evidence, Place
from storage.wording.terminal_text import reveal_line, shorten
from tui.cli.table import TableColumn, print_table

NOTE_COLUMNS = (
    "id",
    TableColumn("outlet", 8),
    TableColumn("tags", 8),
    TableColumn("note", 10),
    TableColumn("quote", 24, 32),
)
"""The columns of a table of annotations; see `as_row`."""
_QUOTE = 60
_NOTE = 40


def as_json(note: Evidence) -> dict[str, Any]:
    """Return what `notes --json` promises; `targets` only where there are several."""
    annotation = note.annotation
    entry = {
        "id": annotation.id,
        **_describe_place(note.place),
        "quote": note.quote,
        "tags": list(annotation.tags),
        "note": annotation.note,
        "created": annotation.created,
        "updated": annotation.updated,
        "coder": annotation.coder,
        "anchor": note.state,
        "also_in": [
            {**_describe_place(copy.place), "similarity": round(copy.similarity, 4)}
            for copy in note.also_in
        ],
    }
    if note.targets:
        entry["targets"] = [_describe_place(place) for place in note.targets]
    return entry


def print_notes(notes: Sequence[Evidence]) -> None:
    """Print annotations as a table, with their coders where there are several."""
    columns: list[str | TableColumn] = [*NOTE_COLUMNS]
    rows = [list(as_row(note)) for note in notes]
    if len({note.annotation.coder for note in notes}) > 1:
        columns.insert(1, "coder")
        for row, note in zip(rows, notes, strict=True):
            row.insert(1, note.annotation.coder)
    print_table(columns, rows)


def as_row(note: Evidence) -> tuple[str, ...]:
    """Return id, outlet, tags, note and quote, each short and on one line."""
    return (
        note.annotation.id,
        note.place.article.name[:24],
        ", ".join(note.annotation.tags),
        shorten(reveal_line(note.annotation.note), _NOTE),
        shorten(reveal_line(note.quote), _QUOTE),
    )


def _describe_place(place: Place) -> dict[str, Any]:
    article = place.article
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "url": article.url,
        },
        "start": place.start,
        "end": place.end,
    }
