"""What other programs say of passages, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Columns = Mapping[str, Any]

FURTHEST = 2**40
"""No place of a text is beyond this."""


class Piece(NamedTuple):
    """A stretch of a document, and what is said of that."""

    id: str
    """What the document is called."""
    series: str
    title: str
    date: str | None
    url: str | None
    other: str
    begin: int
    """Where the stretch begins, in signs or bytes of a text that may not be there."""
    end: int
    text: str
    """The stretch itself."""
    file: str = ""
    """What the file is called that the document is, where places are bytes of that."""


class Member(NamedTuple):
    """A stretch that belongs to a cluster."""

    cluster: str
    piece: Piece


class Pair(NamedTuple):
    """Two stretches that correspond."""

    left: Piece
    right: Piece


class ForeignFormat(NamedTuple):
    """One kind of line."""

    name: str
    columns: frozenset[str]
    """A line that has all of these is of it."""
    read: Callable[[Columns], Member | Pair]
    """Reads one; `ReadError`, in words that follow "The line", where it is of no use."""
