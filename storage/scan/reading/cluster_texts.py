"""Which documents a cluster stands in, earliest first, and with which of them it is read."""

from __future__ import annotations

from typing import NamedTuple

from storage.scan.document_dates import parse_document_date
from storage.scan.index.rows import IndexedDocument
from storage.scan.index.scan_index import ScanIndex
from storage.wording.publication_dates import sort_by_publication

MOST_TEXTS = 20
"""Texts of a cluster that are read side by side: more than one holds against each other."""


class Carrier(NamedTuple):
    """A document that has the passage of a cluster."""

    document: IndexedDocument
    begin: int
    """Where the passage stands there first, in code points."""
    end: int

    @property
    def published(self) -> str | None:
        """The date of the document, ISO 8601; None where that is not known."""
        return parse_document_date(self.document.date)


def find_carriers(index: ScanIndex, cluster: int) -> list[Carrier]:
    """Return the documents that a cluster stands in, the earliest first, those undated last.

    `ReadError` where the index is damaged.
    """
    spans = index.list_spans(cluster)
    documents = index.get_documents({span.document for span in spans})
    first = {span.document: span for span in reversed(spans) if span.document in documents}
    carriers = [
        Carrier(documents[number], first[number].begin, first[number].end)
        for number in sorted(first)
    ]
    return sort_by_publication(carriers, lambda one: one.published)


def choose_read(carriers: list[Carrier]) -> list[Carrier]:
    """Return the `MOST_TEXTS` that are read side by side, in the order given.

    The first text of each outlet comes before any second one.
    """
    seen: set[str] = set()
    firsts: list[Carrier] = []
    others: list[Carrier] = []
    for one in carriers:
        outlet = one.document.series.casefold()
        (others if outlet and outlet in seen else firsts).append(one)
        seen.add(outlet)
    chosen = {one.document.number for one in (*firsts, *others)[:MOST_TEXTS]}
    return [one for one in carriers if one.document.number in chosen]
