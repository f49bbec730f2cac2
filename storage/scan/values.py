"""What a scan is made of, as plain values that any engine can send to its workers.

Documents are named by their numbers (`index.rows`). Offsets are code points of a document's text,
the end not included.
"""

from __future__ import annotations

from typing import NamedTuple

from textreuse import Kind


class Candidate(NamedTuple):
    """Two documents that are worth a comparison, `left` < `right`."""

    left: int
    right: int
    common: int
    """How many keys they have in common; see `candidates`."""


class AlignedPassage(NamedTuple):
    """A passage that stands in two documents, `left` < `right`."""

    left: int
    left_begin: int
    left_end: int
    right: int
    right_begin: int
    right_end: int
    kind: Kind
    similarity: float
    """As `textreuse.Passage.similarity`, 0..1."""


class Place(NamedTuple):
    """A stretch of a document."""

    document: int
    begin: int
    end: int


class Skipped(NamedTuple):
    """What a corpus has and the scan has not."""

    source: str
    line: int
    """The line or row there, from 1; 0 where it is the whole file."""
    why: str
    """One plain sentence."""
