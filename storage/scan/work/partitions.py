"""Numbers that are put on disk by parts, each of which fits into memory (Grace hashing).

After Kitsuregawa, Tanaka and Moto-oka (1983). Several processes may write the same parts at once:
each has files of its own.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Self

_HELD = 2**20
"""Numbers that are held before they are written."""


class PartitionWriter:
    """Writes numbers, -2⁶³ to 2⁶³ - 1, to parts; all of them are on disk once it is closed."""

    def __init__(self, folder: Path, parts: int) -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._held = [array("q") for _ in range(parts)]
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self._write()

    def add(self, part: int, numbers: Sequence[int]) -> None:
        """Put numbers to a part, in this order behind those this writer put there before."""
        self._held[part].extend(numbers)
        self._count += len(numbers)
        if self._count >= _HELD:
            self._write()

    def spread(self, numbers: Sequence[int], key: int) -> None:
        """Put each number to the part that its bits above the first `key` name, modulo parts."""
        held, parts = self._held, len(self._held)
        for number in numbers:
            held[(number >> key) % parts].append(number)
        self._count += len(numbers)
        if self._count >= _HELD:
            self._write()

    def _write(self) -> None:
        for part, held in enumerate(self._held):
            if held:
                with (self._folder / f"{part}-{os.getpid()}").open("ab") as file:
                    held.tofile(file)
                del held[:]
        self._count = 0


def take_part(folder: Path, part: int) -> array[int]:
    """Return what was put to a part, and delete it; what several processes put in no order."""
    numbers = array("q")
    for path in sorted(folder.glob(f"{part}-*")):
        numbers.frombytes(path.read_bytes())
        path.unlink()
    return numbers
