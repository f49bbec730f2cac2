"""The rows of the index of a scan; fields stand in the order of the columns."""

from __future__ import annotations

from typing import Literal, NamedTuple

SourceKind = Literal["jsonl", "jsonl.gz", "jsonl.bz2", "json", "parquet", "csv", "file", "library"]
"""JSON lines, packed or not; an array of JSON; tables; a file with an article; a library."""


class Remark(NamedTuple):
    """Something that is said of the whole."""

    key: str
    value: str


class DocumentId(NamedTuple):
    """What a document is called, of all that is known of it."""

    id: str


class IndexedSource(NamedTuple):
    """A file that documents came from, or a library."""

    number: int
    path: str
    """Absolute."""
    kind: SourceKind
    size: int
    """Bytes, when it was read."""
    modified: float
    """When it was last written before that, in seconds since 1970."""


class IndexedDocument(NamedTuple):
    """One text of a corpus, without the text."""

    number: int
    """From 0, in the order in which they are read."""
    id: str
    """What the corpus calls it; the same for no two documents of a scan."""
    series: str
    """Who published it; empty where unknown."""
    title: str
    date: str | None
    """As the corpus has it; ISO 8601 tells a day."""
    url: str | None
    source: int
    """The number of the file that it came from."""
    place: int
    """Where there: the byte at which its line begins, unpacked, or its row, counted from 0."""
    length: int
    """Bytes of that line, its end not included; 0 where `place` is a row."""
    words: int
    digest: str
    """`ids.make_text_id` of the text as it was compared."""
    other: str
    """The other columns, as a JSON object."""


class IndexedCluster(NamedTuple):
    """A passage that stands in several documents."""

    number: int
    """From 1, by the first document and place that it has."""
    documents: int
    outlets: int
    """Series that are known, each counted once."""
    words: int
    """Of the longest of its spans."""
    first_date: str | None
    last_date: str | None
    """The first and the last day, YYYY-MM-DD, of the documents whose day is known."""
    days: int | None
    """From the one to the other; None where no day is known."""
    excerpt: str
    """How the longest of its spans begins, in one line."""


class ClusterText(NamedTuple):
    """What a cluster says, to be searched."""

    cluster: int
    passage: str
    """The longest of its spans, in one line."""


class ClusterSpan(NamedTuple):
    """Where a cluster stands in one of its documents: code points, the end not included."""

    cluster: int
    document: int
    begin: int
    end: int
