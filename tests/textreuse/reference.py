"""Slow and plain references that the engine is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def longest_common(left: Sequence[T], right: Sequence[T]) -> int:
    """Return the length of the longest common subsequence."""
    above = [0] * (len(right) + 1)
    for ours in left:
        row = [0]
        for index, theirs in enumerate(right):
            row.append(above[index] + 1 if ours == theirs else max(row[-1], above[index + 1]))
        above = row
    return above[-1]


def similarity(left: Sequence[T], right: Sequence[T]) -> float:
    """Return the share of items that correspond, 0..1."""
    return 2 * longest_common(left, right) / (len(left) + len(right))


def common_runs(left: Sequence[T], right: Sequence[T]) -> Iterator[tuple[int, int, int]]:
    """Yield (left index, right index, size) of every run that can be made no longer."""
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            size = 0
            while i + size < len(left) and j + size < len(right):
                if left[i + size] != right[j + size]:
                    break
                size += 1
            if size:
                yield i, j, size


def shared_words(left: Sequence[T], right: Sequence[T], least: int) -> set[int]:
    """Return the words of `left` that lie in a run of at least `least` words of `right`."""
    return {
        word
        for start, _, size in common_runs(left, right)
        if size >= least
        for word in range(start, start + size)
    }


def repeated_words(row: Sequence[T], least: int) -> set[int]:
    """Return the words of `row` that lie in a run which stands in two places that do not overlap.

    Where the two places of the longest run overlap, every part of it as long as their distance
    stands in two places that do not.
    """
    return {
        word
        for start, again, size in common_runs(row, row)
        if start < again and min(size, again - start) >= least
        for place in (start, again)
        for word in range(place, place + size)
    }


def maximal_matches(row: Sequence[T], least: int) -> list[tuple[int, int, int]]:
    """Return (left, right, size) of all longest runs that stand in two places of `row`."""
    return sorted(run for run in common_runs(row, row) if run[0] < run[1] and run[2] >= least)
