"""A table of counts, as a plain value: tags down, what they are counted by across."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class CountRow(NamedTuple):
    """The counts of a tag and of all below it."""

    tag: str
    cells: tuple[int, ...]
    """One for each column."""
    total: int
    """Of all columns: what stands in several of them is counted once."""


@dataclass(frozen=True)
class CountTable:
    """Counts by tag, in the order of the codebook."""

    columns: tuple[str, ...]
    """What each column is of: names for people, no two alike."""
    rows: tuple[CountRow, ...]
    note: str
    """What is counted, in a sentence: the table is not to be read without it."""
