"""Which marks lie on which row of a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.story.display.highlights import LAYERS, Mark
from tui.story.display.layout import Layout


class Stretch(NamedTuple):
    """The rows from `first` to `last`, both included, on which a mark of that style lies."""

    first: int
    last: int
    style: str


class MarkedRows:
    """Marks by row, each row's bottom layer first; within a layer they keep their order."""

    def __init__(self, layout: Layout, marks: Iterable[Mark] = ()) -> None:
        self.stretches: list[Stretch] = []
        """One for each mark, in the order of the marks."""
        self._marks: dict[int, list[Mark]] = {}
        self._labels: dict[int, str] = {}
        for mark in marks:
            rows = layout.rows_of((mark.start, mark.end))
            for row in rows:
                self._marks.setdefault(row, []).append(mark)
            if mark.label:
                self._labels[rows[0]] = mark.label
            self.stretches.append(Stretch(rows[0], rows[-1], mark.style))

    def on(self, row: int) -> Sequence[Mark]:
        """Return the marks on `row`."""
        return self._marks.get(row, ())

    def label(self, row: int) -> str:
        """Return what stands in the gutter of `row`; empty where no labelled mark begins."""
        return self._labels.get(row, "")


def in_layers(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return the marks bottom layer first; within a layer they keep their order."""
    return tuple(sorted(marks, key=lambda mark: LAYERS[mark.style]))
