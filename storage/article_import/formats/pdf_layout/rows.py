"""Words that stand side by side: the rows of a page, and the segments that gaps cut them into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from storage.article_import.formats.pdf_layout.words import Word

_SAME_ROW = 0.4
"""Of the height of a line: how much higher or lower words of one row may stand, as marks of
footnotes do."""
_GAP = 0.45
"""Of the height of a line: the least gap between segments. Spaces in justified columns reach it
too; what they part is put together again."""


_WIDE_GAP = 2.0
"""Of the height of a line: what parts cells of a table, or columns that were not told apart."""
_WIDE_ROWS = 3


class Segment(NamedTuple):
    """Words of one row that no wide gap parts; an empty one is none."""

    words: tuple[Word, ...]
    left: float
    right: float
    baseline: float
    size: float

    @property
    def text(self) -> str:
        """Its words with a space between."""
        return " ".join(word.text for word in self.words)


Row = list[Segment]
"""Segments from left to right."""


def make_rows(words: Iterable[Word]) -> list[Row]:
    """Return the rows of a page, the highest first, as if it had one column."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (-one.baseline, one.left)):
        if rows and _is_in_row(word, rows[-1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_cut_at_gaps(sorted(row, key=lambda one: one.left)) for row in rows]


def make_segment(words: Sequence[Word]) -> Segment:
    """Return these words, in this order, as one segment."""
    # Marks of footnotes are small and high.
    size = max(word.size for word in words)
    baseline = median([word.baseline for word in words if word.size > 0.9 * size])
    left, right = min(word.left for word in words), max(word.right for word in words)
    return Segment(tuple(words), left, right, baseline, size)


def _is_in_row(word: Word, row: Sequence[Word]) -> bool:
    size = max(word.size, row[0].size)
    return row[0].baseline - word.baseline <= _SAME_ROW * size


def _cut_at_gaps(row: Sequence[Word]) -> Row:
    pieces: list[list[Word]] = []
    right = 0.0
    for word in row:
        if pieces and word.left - right <= _GAP * max(word.size, pieces[-1][-1].size):
            pieces[-1].append(word)
        else:
            pieces.append([word])
        right = max(right, word.right) if len(pieces[-1]) > 1 else word.right
    return [make_segment(piece) for piece in pieces]


def has_wide_gaps(segments: Sequence[Segment]) -> bool:
    """Tell whether several rows of a column are parted by gaps as wide as those of a table."""
    rows: dict[int, list[Segment]] = {}
    for one in segments:
        rows.setdefault(round(one.baseline), []).append(one)
    count = 0
    for row in rows.values():
        row.sort(key=lambda one: one.left)
        count += any(b.left - a.right > _WIDE_GAP * a.size for a, b in pairwise(row))
    return count >= _WIDE_ROWS
