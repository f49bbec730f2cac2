"""The picture of who had it first: the articles in time, and what joins two of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.export.article_rows import ArticleRow
from storage.export.html.timeline_layout import (
    NAME_CELLS,
    TOP,
    Column,
    Line,
    PictureRow,
    draw_lines,
    lay_out,
)
from storage.wording.name_cutting import cut_names
from textreuse import Timeline


class TimelinePicture(NamedTuple):
    """All that is drawn."""

    width: float
    height: float
    top: float
    """Where the lines of the dates begin."""
    columns: tuple[Column, ...]
    rows: tuple[PictureRow, ...]
    lines: tuple[Line, ...]


def draw_timeline(timeline: Timeline, articles: Sequence[ArticleRow]) -> TimelinePicture:
    """Lay out a story of an article or more; `articles` are in its order."""
    layout = lay_out(timeline.rows)
    names = cut_names((article.name for article in articles), NAME_CELLS)
    rows = tuple(
        PictureRow(*layout.places[at], articles[at].letter, names[at])
        for at in (one.article for one in timeline.rows)
    )
    letters = [article.letter for article in articles]
    lines = tuple(draw_lines(timeline.edges, layout, letters))
    return TimelinePicture(layout.width, layout.height, TOP - 8, layout.columns, rows, lines)
