"""Articles in time: dates across, articles down, and lines for what joins two of them.

Plain numbers in pixels, from the left upper corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby, pairwise
from math import log
from typing import NamedTuple

from storage.wording.plural import pluralize
from storage.wording.publication_dates import format_day_and_time
from textreuse import Carrier, Edge, EdgeKind, has_time

LABEL, NAME_CELLS = 216, 26
"""Width of the names, and how many cells of a terminal each has."""
TOP, _ROW, _MARGIN = 74, 34, 60
"""Heights of the dates and of an article, room on either side of the dots."""
_NEAR, _FAR = 104, 104
"""What two dates are apart at least, and how much more the longest gap has."""
_BOW = 0.45
"""How far a line bends from the straight one, as a share of its height."""

_TOLD: dict[EdgeKind, str] = {
    "descent": "{0} → {1}: {2}, most likely taken",
    "common origin": "{0} and {1}: {2} of a common origin",
    "quotations": "{0} and {1}: {2} of the same quotations",
}


class Column(NamedTuple):
    """A date, or that none is known."""

    x: float
    day: str
    time: str
    """Empty where it is not known."""
    tie: str
    """What is said where nothing tells which of several articles came first."""
    gap: str
    """How long after the column before; empty where that is not known."""
    gap_x: float
    """Midway to the column before."""
    is_dated: bool


class PictureRow(NamedTuple):
    """An article."""

    x: float
    y: float
    letter: str
    name: str


class Line(NamedTuple):
    """What joins two articles."""

    kind: str
    """As a class of the style sheet: `descent`, `common-origin`, `quotations`."""
    path: str
    title: str


class Layout(NamedTuple):
    """Where the articles of a story stand."""

    columns: tuple[Column, ...]
    places: Mapping[int, tuple[float, float]]
    """By article: x and y."""
    width: float
    height: float


def lay_out(order: Sequence[Carrier]) -> Layout:
    """Place the articles, given in their order; what is equal in rank stands under one date.

    Distances grow with the gap between two dates by its logarithm, so that minutes can be told
    beside months.
    """
    ranks = [tuple(equals) for _, equals in groupby(order, key=lambda one: one.rank)]
    gaps = [_measure_gap(one[0], following[0]) for one, following in pairwise(ranks)]
    longest = max(filter(None, gaps), default=0.0)
    xs = [float(LABEL + _MARGIN)]
    for gap in gaps:
        xs.append(xs[-1] + _NEAR + (_FAR * gap / longest if gap and longest else 0))
    columns = []
    for at, (x, equals) in enumerate(zip(xs, ranks, strict=True)):
        columns.append(_make_column(x, xs[at - 1] if at else x, equals))
    x_of = {one.article: x for x, equals in zip(xs, ranks, strict=True) for one in equals}
    places = {
        one.article: (x_of[one.article], TOP + _ROW * (row + 0.5)) for row, one in enumerate(order)
    }
    return Layout(tuple(columns), places, xs[-1] + _MARGIN, TOP + _ROW * len(order))


def draw_lines(edges: Sequence[Edge], layout: Layout, letters: Sequence[str]) -> Iterator[Line]:
    """Yield a line for each main edge; those between articles of one date bend to the left."""
    for edge in edges:
        if edge.is_main:
            (x, y), (to_x, to_y) = layout.places[edge.source], layout.places[edge.target]
            bend_x = (x + to_x) / 2 - (abs(to_y - y) * _BOW if x == to_x else 0)
            bend_y = to_y if x != to_x else (y + to_y) / 2
            path = f"M{x:g} {y:g}Q{bend_x:g} {bend_y:g} {to_x:g} {to_y:g}"
            words = pluralize(edge.words, "word")
            title = _TOLD[edge.kind].format(letters[edge.source], letters[edge.target], words)
            yield Line(edge.kind.replace(" ", "-"), path, title)


def _make_column(x: float, before: float, equals: Sequence[Carrier]) -> Column:
    first = equals[0]
    timed = {one.published for one in equals if has_time(one.published)}
    day, _, time = format_day_and_time(first.published).partition(" ")
    shows_time = len(timed) == 1 and all(has_time(one.published) for one in equals)
    return Column(
        x,
        day or "no date",
        f"{time} UTC" if shows_time else "",
        "order not known" if len(equals) > 1 else "",
        first.gap,
        (before + x) / 2,
        is_dated=first.rank is not None,
    )


def _measure_gap(one: Carrier, following: Carrier) -> float | None:
    """Return the logarithm of the minutes between two dates; None where one is not known."""
    try:
        begin, end = map(_read_date, (one.published or "", following.published or ""))
    except ValueError:
        return None
    return log(1 + max(0.0, (end - begin).total_seconds() / 60))


def _read_date(published: str) -> datetime:
    date = datetime.fromisoformat(published)
    return date if date.tzinfo else date.replace(tzinfo=UTC)
