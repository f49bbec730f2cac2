"""One row of an article as it is drawn: gutter, text, highlights, selection, cursor."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.config.tag_colours import TAG_STYLES
from tui.story.display.layout import is_plain
from tui.story.display.styles import STYLE_SIGNS, Highlight
from tui.story.page import GRAPHEME, Extent

GUTTER = 6
"""Cells before the text: three for a number, one for the kind, one for a note, one blank."""
MARGIN = 1
"""Cells after the widest row: there the cursor stands on a space between two rows."""

_SIGNS = {style: signs.gutter for style, signs in STYLE_SIGNS.items() if signs.gutter}
_NOTE_SIGN = "✎"
_ANNOTATIONS = frozenset({"annotation", *TAG_STYLES.values()})

_OVER_CHANGED = frozenset({"verbatim", "current"})
"""Where one of these lies, other words than in a weaker copy are no change."""

_Layer = tuple[int, int, str]


class DrawnRow(NamedTuple):
    """All that a strip is made from; another row needs another strip."""

    text: Extent
    highlights: tuple[Highlight, ...]
    """The bottom layer first."""
    label: str
    cursor: Extent | None
    """Empty where the cursor stands on what no row shows: it is drawn in the margin."""
    active: bool
    selected: Extent | None


def draw(row: DrawnRow, shown: str, style: Callable[..., Style]) -> Strip:
    """Return the strip of `row`, as long as what is on it.

    `shown` is the page's text as it is drawn; `style` returns the style of plain text with the
    styles of these names laid over it.
    """
    start, end = row.text
    layers = [(one.start, one.end, one.style) for one in row.highlights]
    if row.selected:
        layers.append((*row.selected, "selection"))
    cursor = "cursor" if row.active else "cursor-resting"
    if row.cursor and row.cursor[0] < row.cursor[1]:
        layers.append((*row.cursor, cursor))
    if not is_plain(shown, start, end):
        layers = list(_grow_to_graphemes(layers, shown, start, end))
    edges = sorted(
        {start, end} | {edge for layer in layers for edge in layer[:2] if start < edge < end}
    )
    segments = _draw_gutter(row, style)
    for first, last in pairwise(edges):
        over = [name for from_, to, name in layers if from_ <= first and last <= to]
        if "changed" in over and not _OVER_CHANGED.isdisjoint(over):
            over.remove("changed")
        segments.append(Segment(shown[first:last], style(*over)))
    if row.cursor and row.cursor[0] == row.cursor[1]:
        segments.append(Segment(" ", style(cursor)))
    return Strip(segments)


def _grow_to_graphemes(
    layers: Iterable[_Layer], shown: str, start: int, end: int
) -> Iterator[_Layer]:
    """Grow layers to whole graphemes: drawn in two styles, one may take more cells."""
    starts = [match.start() for match in GRAPHEME.finditer(shown, start, end)]
    for first, last, style in layers:
        before = bisect_right(starts, first) - 1
        after = bisect_left(starts, last)
        yield (
            starts[before] if before >= 0 else first,
            starts[after] if after < len(starts) else max(last, end),
            style,
        )


def _draw_gutter(row: DrawnRow, style: Callable[..., Style]) -> list[Segment]:
    base = style("gutter")
    note = _NOTE_SIGN if any(one.style in _ANNOTATIONS for one in row.highlights) else " "
    kinds = [one.style for one in row.highlights if one.style in _SIGNS]
    label = row.label if len(row.label) <= 3 else f"…{row.label[-2:]}"
    sign = _SIGNS[kinds[-1]] if kinds else " "
    sign_style = base
    if kinds and kinds[-1] == "current":
        sign_style = base + Style(color=style("current").bgcolor)
    return [
        Segment(label.rjust(3), base),
        Segment(sign, sign_style),
        Segment(f"{note} ", base),
    ]
