"""The rows of the index of a scan; fields stand in the order of the columns."""

from __future__ import annotations

from typing import Literal, NamedTuple

SourceKind = Literal["jsonl", "jsonl.gz", "jsonl.bz2", "json", "parquet", "csv", "file", "library"]
"""JSON lines, packed or not; an array of JSON; tables; a file with an article; a library."""


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
    """A document without its text; see `values.Document`."""

    number: int
    id: str
    series: str
    title: str
    date: str | None
    url: str | None
    source: int
    place: int
    length: int
    words: int
    digest: str
    """`ids.make_text_id` of the text as it was compared."""
    other: str


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


class ClusterSpan(NamedTuple):
    """Where a cluster stands in one of its documents: code points, the end not included."""

    cluster: int
    document: int
    begin: int
    end: int
