"""A timeline in block graphics: time across, articles down, lines from which words came."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from textreuse import Edge, Timeline

HAS, HAS_NOT = "●", "○"
"""An article with the passage or finding that is looked at, and one without it."""
_DOWN, _ACROSS, _TURN, _BRANCH, _CROSS = "│", "─", "╰", "├", "┼"
_UNDATED = "?"
_FEWEST_CELLS = 2


def draw_axis(timeline: Timeline, having: Collection[int], width: int) -> list[str]:
    """Return for each row of `timeline` so many cells: its mark, and a line to what it came from.

    Marks stand by time, the earliest at the left end and the latest at the right one; what has no
    date stands at the right end behind `?`. `having` are the articles whose mark is full. A line
    leads down from the mark of an earlier article to that of one that has words of it, if those
    are the most it has of any.
    """
    width = max(_FEWEST_CELLS, width)
    articles = [row.article for row in timeline.rows]
    places = _place_marks([row.published for row in timeline.rows], width)
    cells = [[" "] * width for _ in articles]
    for edge in timeline.edges:
        if edge.kind == "descent" and edge.is_main:
            _draw_line(cells, places, articles.index(edge.source), articles.index(edge.target))
    for row, (place, article) in enumerate(zip(places, articles, strict=True)):
        cells[row][place] = HAS if article in having else HAS_NOT
        if timeline.rows[row].published is None:
            cells[row][place - 1] = _UNDATED
    return ["".join(row) for row in cells]


def find_source(timeline: Timeline, article: int) -> Edge | None:
    """Return what an article has most words of: the line that leads to it."""
    return next(
        (
            edge
            for edge in timeline.edges
            if edge.kind == "descent" and edge.is_main and edge.target == article
        ),
        None,
    )


def _place_marks(published: Sequence[str | None], width: int) -> list[int]:
    """Return the cell of each mark; those without a date at the right end."""
    times = [_read(date) for date in published]
    known = [time for time in times if time is not None]
    first, last = min(known, default=0.0), max(known, default=0.0)
    # What has no date keeps two cells for itself, so that it is not taken for the latest.
    room = width - 1 - (2 if len(known) < len(times) else 0)
    scale = max(0, room) / (last - first) if last > first else 0.0
    return [width - 1 if time is None else round((time - first) * scale) for time in times]


def _read(published: str | None) -> float | None:
    """Return a date in seconds; a day without a time begins at midnight. None if unreadable."""
    if not published:
        return None
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _draw_line(cells: list[list[str]], places: Sequence[int], source: int, target: int) -> None:
    """Draw a line down from the mark of one row, then across to that of a later one."""
    column, end = places[source], places[target]
    if target <= source:
        return  # dates that say nothing: no line leads up
    for row in range(source + 1, target):
        there = cells[row][column]
        cells[row][column] = {_TURN: _BRANCH, _ACROSS: _CROSS}.get(there, there)
        if there == " ":
            cells[row][column] = _DOWN
    turn = cells[target][column]
    cells[target][column] = _BRANCH if turn == _DOWN else _TURN
    for at in range(column + 1, end):
        cells[target][at] = _CROSS if cells[target][at] == _DOWN else _ACROSS
