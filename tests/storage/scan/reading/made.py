"""Scans made for tests."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from storage.ids import make_text_id
from storage.scan.index.rows import (
    ClusterSpan,
    ClusterText,
    IndexedCluster,
    IndexedDocument,
    IndexedSource,
    SourceKind,
)
from storage.scan.index.write_index import IndexWriter


def write_index(
    path: Path,
    clusters: Iterable[IndexedCluster] = (),
    documents: Iterable[IndexedDocument] = (),
    spans: Iterable[ClusterSpan] = (),
    sources: Iterable[IndexedSource] = (),
    more: Mapping[int, str] | None = None,
) -> Path:
    """Write the index of a scan, and return its path.

    `more` has by the numbers of clusters what they say beyond their excerpts.
    """
    more = more or {}
    clusters = list(clusters)
    index = IndexWriter(path)
    with index.transaction():
        index.add_sources(sources)
        index.add_documents(documents)
        index.add_clusters(clusters)
        index.add_texts(
            ClusterText(one.number, one.excerpt + more.get(one.number, "")) for one in clusters
        )
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


def write_corpus(path: Path, texts: list[str]) -> list[IndexedDocument]:
    """Write a file of JSON lines, packed if its name says so; return what an index says of it."""
    documents, lines, place = [], [], 0
    for number, text in enumerate(texts):
        line = json.dumps({"id": f"d{number}", "text": text}, ensure_ascii=number % 2 == 0).encode()
        documents.append(make_document(number, text, place=place, length=len(line)))
        lines.append(line + b"\n")
        place += len(line) + 1
    pack = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(pack(b"".join(lines)))
    return documents


def make_source(path: Path, kind: SourceKind = "jsonl") -> IndexedSource:
    """Return the file of a corpus as an index has it."""
    return IndexedSource(0, str(path), kind, 0, 0.0)
