"""Numbers that are put on disk by parts, each of which fits into memory (Grace hashing).

After Kitsuregawa, Tanaka and Moto-oka (1983). Several processes may write the same parts at once:
each has files of its own.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

_HELD = 4096
"""Numbers of a part that are held before they are written."""


class PartitionWriter:
    """Writes numbers, -2⁶³ to 2⁶³ - 1, to parts; all of them are on disk once it is closed."""

    def __init__(self, folder: Path, parts: int) -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._held = [array("q") for _ in range(parts)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for part in range(len(self._held)):
            self._write(part)

    def add(self, part: int, numbers: Iterable[int]) -> None:
        """Put numbers to a part, in this order behind those this writer put there before."""
        held = self._held[part]
        held.extend(numbers)
        if len(held) >= _HELD:
            self._write(part)

    def _write(self, part: int) -> None:
        if self._held[part]:
            with (self._folder / f"{part}-{os.getpid()}").open("ab") as file:
                self._held[part].tofile(file)
            self._held[part] = array("q")


def take_part(folder: Path, part: int) -> array[int]:
    """Return what was put to a part, and delete it; what several processes put in no order."""
    numbers = array("q")
    for path in sorted(folder.glob(f"{part}-*")):
        numbers.frombytes(path.read_bytes())
        path.unlink()
    return numbers
