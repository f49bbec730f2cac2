"""Flags: a byte for each item of a row, 1 where it is set."""

from __future__ import annotations

from collections.abc import Iterator


def find_stretches(flags: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the longest `first:last` of set flags, in order."""
    first = flags.find(1)
    while first >= 0:
        last = flags.find(0, first)
        last = len(flags) if last < 0 else last
        yield first, last
        first = flags.find(1, last)
