"""The rows of an article on a screen."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from rich.cells import cell_len, chop_cells

from textreuse import unify_line_breaks
from tui.story.page import GRAPHEME, Extent, Page

_NOT_PLAIN = re.compile(r"[^ -~¡-\u02ff‐–—‘’“”…]")
"""What may be wide, or join its neighbour: anything but Western letters and punctuation."""
_WORD = re.compile(r"\s*\S+\s*")
"""A word with the white space around it; only the first has any before it."""


class Layout:
    """The rows of a page at one width, as offsets; blank rows between paragraphs are empty."""

    def __init__(self, page: Page, width: int) -> None:
        self._shown = page.shown
        self.rows: list[Extent] = []
        previous: Extent | None = None
        for start, end in page.paragraphs:
            rows = wrap(page.shown, start, end, width)
            if previous is not None:
                gap = unify_line_breaks(page.text[previous[1] : start]).count("\n")
                if gap > 1 or len(rows) > 1 or self.rows[-1][0] != previous[0]:
                    self.rows.append((previous[1], previous[1]))
            self.rows.extend(rows)
            previous = (start, end)
        if not self.rows:
            self.rows.append((0, 0))
        self._starts = [start for start, _ in self.rows]

    def row_of(self, offset: int) -> int:
        """Return the row that shows `offset`."""
        row = max(0, bisect_right(self._starts, offset) - 1)
        start, end = self.rows[row]
        return row - 1 if start == end and row else row

    def rows_of(self, extent: Extent) -> range:
        """Return the rows that show any of `extent`, and at least that of its start."""
        start, end = extent
        return range(self.row_of(start), self.row_of(max(start, end - 1)) + 1)

    def clip(self, extent: Extent) -> Extent:
        """Return `extent` as its row shows it, with as much after it as makes it take a cell.

        What stands between two rows, or takes no cell at the end of one, is the empty extent at
        the end of that row; what stands before the first row is where that begins.
        """
        row_start, row_end = self.rows[self.row_of(extent[0])]
        start, end = (max(row_start, offset) for offset in extent)
        while end <= row_end and not cell_len(self._shown[start:end]):
            end += 1
        return (start, end) if end <= row_end else (row_end, row_end)

    def column_of(self, offset: int) -> int:
        """Return the cell, counted from the start of its row, in which `offset` is drawn."""
        start, end = self.rows[self.row_of(offset)]
        return cell_len(self._shown[start : min(offset, end)])

    def offset_at(self, row: int, column: int) -> int:
        """Return what is drawn in that cell; beyond the end of the row, its last grapheme."""
        start, end = self.rows[min(max(row, 0), len(self.rows) - 1)]
        cell = 0
        at = start
        for match in GRAPHEME.finditer(self._shown, start, end):
            at = match.start()
            cell += cell_len(match.group())
            if cell > column:
                break
        return at

    def find_text_row(self, row: int, step: int) -> int:
        """Return `row`, or past a blank one in the direction of `step`; clamped to the text."""
        row = min(max(row, 0), len(self.rows) - 1)
        while self.rows[row][0] == self.rows[row][1] and 0 <= row + step < len(self.rows):
            row += step
        return row


def wrap(shown: str, start: int, end: int, width: int) -> Sequence[Extent]:
    """Cut one paragraph into rows of at most `width` cells, at spaces where there are any."""
    longer = _compile_longer_word(width).search(shown, start, end)
    if longer or not is_plain(shown, start, end):
        return wrap_any(shown, start, end, width)
    return [match.span() for match in _compile_plain_row(width).finditer(shown, start, end)]


def wrap_any(shown: str, start: int, end: int, width: int) -> Sequence[Extent]:
    """Cut one paragraph of any text as `wrap` does, and as Textual wraps: several times slower."""
    cuts = [start]
    used = 0
    for match in _WORD.finditer(shown, start, end):
        word, at = match.group(), match.start()
        needed = cell_len(word.rstrip())
        if needed <= width - used:
            used += cell_len(word)
        elif needed <= width:
            cuts.append(at)
            used = cell_len(word)
        else:
            for piece in chop_cells(word, width):
                cuts.append(at)
                at += len(piece)
                used = cell_len(piece)
    rows = []
    for first, last in pairwise([*cuts, end]):
        row = shown[first:last].rstrip()
        text = row.lstrip(" ")
        if text:
            after = first + len(row)
            rows.append((after - len(text), after))
    return rows


def is_plain(shown: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Tell whether each character takes one cell and is a grapheme of its own."""
    return _NOT_PLAIN.search(shown, start, end) is None


@cache
def _compile_longer_word(width: int) -> re.Pattern[str]:
    return re.compile(rf"[^ ]{{{width + 1}}}")


@cache
def _compile_plain_row(width: int) -> re.Pattern[str]:
    """Return what finds rows of plain text: as many whole words as fit."""
    return re.compile(rf"[^ ](?:.{{0,{width - 2}}}[^ ])?(?![^ ])")
