"""What is highlighted in an article: the same spans that the percentages count."""

from __future__ import annotations

from typing import NamedTuple

from textreuse import Passage
from tui.reading import Reading

STYLES = ("repeat", "paraphrase", "edited", "verbatim", "current", "annotation")
"""From the bottom layer to the top."""


class Mark(NamedTuple):
    """A highlighted stretch of one article; `label` stands in the gutter where it begins."""

    start: int
    end: int
    style: str
    label: str = ""


def marks(reading: Reading, article: int) -> list[Mark]:
    """Return what to highlight in `article` wherever the reader is, bottom layer first."""
    found: list[Mark] = []
    for group in reading.groups:
        for passage in group.passages:
            style = _style(passage)
            found.extend(
                Mark(span.start, span.end, style, str(group.id)) for span in passage.side(article)
            )
    found.extend(
        Mark(placed.span.start, placed.span.end, "annotation")
        for placed in reading.placed
        if placed.span.article == article
    )
    # Within one layer the shorter lies on top of the longer.
    found.sort(key=lambda mark: (STYLES.index(mark.style), mark.start - mark.end, mark.start))
    return found


def current_marks(reading: Reading, article: int) -> list[Mark]:
    """Return where the current passage stands in `article`, to be highlighted brightly."""
    group = reading.current
    if group is None:
        return []
    return [
        Mark(span.start, span.end, "current", str(group.id))
        for span in group.spans
        if span.article == article
    ]


def _style(passage: Passage) -> str:
    return "repeat" if passage.left.article == passage.right.article else passage.kind
