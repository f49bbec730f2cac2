"""Intervals found by where they lie, so that of thousands only those nearby are looked at."""

from __future__ import annotations


class IntervalIndex:
    """Numbered intervals, entered in each block of `block` places that they touch.

    One that runs over a whole article and thousands of short ones are found equally soon.
    """

    def __init__(self, block: int) -> None:
        self._block = block
        self._numbers: dict[int, list[int]] = {}

    def add(self, number: int, start: int, stop: int) -> None:
        """Enter the interval `start:stop` under `number`."""
        for block in self._blocks_of(start, stop):
            self._numbers.setdefault(block, []).append(number)

    def near(self, start: int, stop: int) -> set[int]:
        """Return the numbers of those that meet or touch `start:stop`, and of some close by."""
        return {
            number
            for block in self._blocks_of(start, stop)
            for number in self._numbers.get(block, ())
        }

    def _blocks_of(self, start: int, stop: int) -> range:
        return range(start // self._block, stop // self._block + 1)
