"""Candidates in a file, by `left` and `right`; any part of it can be read."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from storage.scan.values import Candidate

_BYTES = 2 * array("q").itemsize
_LOW = 2**32 - 1
_AT_ONCE = 65_536


def write_candidates(path: Path, candidates: Iterable[Candidate]) -> None:
    """Write candidates, which come by `left` and `right`, each once; replaces the file."""
    held = array("q")
    with path.open("wb") as file:
        for left, right, common in candidates:
            held.extend((left << 32 | right, common))
            if len(held) >= _AT_ONCE:
                held.tofile(file)
                held = array("q")
        held.tofile(file)


def count_candidates(path: Path) -> int:
    """Return how many candidates a file has."""
    return path.stat().st_size // _BYTES


def read_candidates(path: Path, first: int, last: int) -> Iterator[Candidate]:
    """Yield those from `first` up to, not including, `last`, counted from 0."""
    with path.open("rb") as file:
        file.seek(first * _BYTES)
        numbers = array("q")
        numbers.frombytes(file.read((last - first) * _BYTES))
    for at in range(0, len(numbers), 2):
        yield Candidate(numbers[at] >> 32, numbers[at] & _LOW, numbers[at + 1])
