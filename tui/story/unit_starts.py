"""Where the units of a text begin, found only in the part of it that is asked about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence


class UnitStarts:
    """The offsets at which words, sentences or the like begin.

    `borders` are where the pieces of the text begin, ascending; `find` returns where units begin
    in the piece of that index, ascending. No unit lies in two pieces.
    """

    def __init__(self, borders: Sequence[int], find: Callable[[int], Sequence[int]]) -> None:
        self._borders = borders
        self._find = find
        self._found: dict[int, Sequence[int]] = {}

    def find_after(self, offset: int) -> int | None:
        """Return where the first unit after `offset` begins; None after the last."""
        piece = max(0, bisect_right(self._borders, offset) - 1)
        for each in range(piece, len(self._borders)):
            starts = self._starts_in(each)
            index = bisect_right(starts, offset)
            if index < len(starts):
                return starts[index]
        return None

    def find_before(self, offset: int) -> int | None:
        """Return where the last unit before `offset` begins; None before the first."""
        for each in reversed(range(bisect_left(self._borders, offset))):
            starts = self._starts_in(each)
            index = bisect_left(starts, offset)
            if index:
                return starts[index - 1]
        return None

    def _starts_in(self, piece: int) -> Sequence[int]:
        starts = self._found.get(piece)
        if starts is None:
            starts = self._found[piece] = self._find(piece)
        return starts
