"""Scans made for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from storage.ids import make_text_id
from storage.scan.index.rows import ClusterSpan, IndexedCluster, IndexedDocument, IndexedSource
from storage.scan.index.write_index import IndexWriter


def write_index(
    path: Path,
    clusters: Iterable[IndexedCluster] = (),
    documents: Iterable[IndexedDocument] = (),
    spans: Iterable[ClusterSpan] = (),
    sources: Iterable[IndexedSource] = (),
) -> Path:
    """Write the index of a scan, and return its path."""
    index = IndexWriter(path)
    with index.transaction():
        index.add_sources(sources)
        index.add_documents(documents)
        index.add_clusters(clusters)
        index.add_spans(spans)
    index.finish()
    return path


def make_cluster(number: int, excerpt: str = "", **fields: Any) -> IndexedCluster:
    """Return a cluster with what is given, all else as little as it can be."""
    least = IndexedCluster(number, 2, 1, 9, None, None, None, excerpt)
    return least._replace(**fields)


def make_document(number: int, text: str, **fields: Any) -> IndexedDocument:
    """Return a document with that text and what is given, all else as little as it can be."""
    least = IndexedDocument(
        number, f"d{number}", "", "", None, None, 0, 0, 0, 0, make_text_id(text), "{}"
    )
    return least._replace(**fields)
