"""What a scan is made of, as plain values that any engine can send to its workers.

Documents are numbered from 0 in the order in which they are read. Offsets are code points of a
document's text, the end not included.
"""

from __future__ import annotations

from typing import NamedTuple

from textreuse import Kind


class Document(NamedTuple):
    """One text of a corpus."""

    number: int
    id: str
    """What the corpus calls it; the same for no two documents of a scan."""
    series: str
    """Who published it; empty where unknown."""
    text: str
    title: str = ""
    date: str | None = None
    """ISO 8601, as far as the corpus has it so; other text as it stands there."""
    url: str | None = None
    source: int = 0
    """The number of the file that it came from."""
    place: int = 0
    """Where there: the byte at which its line begins, unpacked, or its row, counted from 0."""
    length: int = 0
    """Bytes of that line, its end not included; 0 where `place` is a row."""
    other: str = "{}"
    """The other columns, as a JSON object."""


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
