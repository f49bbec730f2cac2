"""Which highlights lie on which row of a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.story.display.layout import Layout
from tui.story.display.styles import LAYERS, Highlight


class Stretch(NamedTuple):
    """The rows from `first` to `last`, both included, on which a highlight of that style lies."""

    first: int
    last: int
    style: str


class HighlightedRows:
    """Marks by row, each row's bottom layer first; within a layer they keep their order."""

    def __init__(self, layout: Layout, highlights: Iterable[Highlight] = ()) -> None:
        self.stretches: list[Stretch] = []
        """One for each highlight, in the order of the highlights."""
        self._highlights: dict[int, list[Highlight]] = {}
        self._labels: dict[int, str] = {}
        for highlight in highlights:
            rows = layout.rows_of((highlight.start, highlight.end))
            for row in rows:
                self._highlights.setdefault(row, []).append(highlight)
            if highlight.label:
                self._labels[rows[0]] = highlight.label
            self.stretches.append(Stretch(rows[0], rows[-1], highlight.style))

    def highlights_on(self, row: int) -> Sequence[Highlight]:
        """Return the highlights on `row`."""
        return self._highlights.get(row, ())

    def label_of(self, row: int) -> str:
        """Return what stands in the gutter of `row`; empty where no labelled highlight begins."""
        return self._labels.get(row, "")


def sort_by_layer(highlights: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """Return the highlights bottom layer first; within a layer they keep their order."""
    return tuple(sorted(highlights, key=lambda highlight: LAYERS[highlight.style]))
