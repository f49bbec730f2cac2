"""Rows of passim's files, as plain values (github.com/dasmiq/passim, README and `seriatim.py`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from storage.scan.document_dates import parse_day
from storage.scan.index.rows import IndexedDocument
from storage.scan.output.align_texts import align_texts
from storage.scan.output.page_places import cut_locs, cut_pages
from storage.scan.values import AlignedPassage, Place

Row = dict[str, Any]

_CUT = {"locs": cut_locs, "pages": cut_pages}
"""Columns that tell of places of the text: what is told of the passage is left of them."""


def make_columns(document: IndexedDocument) -> Row:
    """Return the columns of a document as its corpus has them, but for its text."""
    known = {
        "id": document.id,
        "series": document.series or None,
        "title": document.title or None,
        "date": document.date,
        "url": document.url,
    }
    other: Mapping[str, Any] = json.loads(document.other)
    return {**{key: value for key, value in known.items() if value is not None}, **other}


def make_cluster_rows(
    cluster: int,
    documents: Mapping[int, IndexedDocument],
    places: Sequence[Place],
    passages: Iterable[AlignedPassage],
    texts: Mapping[Place, str],
) -> list[Row]:
    """Return the rows of `out.json` for a cluster, by id and begin.

    `uid` is the number of the document. `src` has the places that a passage joins it with and that
    were there before: on an earlier day, else with a lower number. `pboiler` is the share of the
    passages that stand in two documents of one series. Of columns with one name those of the scan
    count, here and in `make_alignment_row`.
    """
    joined = list(passages)
    of = _Places(places)
    sources: dict[Place, set[Place]] = {place: set() for place in places}
    within = 0
    for one in joined:
        left = of.find(one.left, one.left_begin)
        right = of.find(one.right, one.right_begin)
        first, second = documents[one.left], documents[one.right]
        within += bool(first.series) and first.series == second.series
        if _is_later(first, second):
            left, right = right, left
        sources[right].add(left)
    rows = []
    for place in places:
        found = {
            "uid": place.document,
            "cluster": cluster,
            "size": len(documents),
            "begin": place.begin,
            "end": place.end,
            "src": [_name_place(one) for one in sorted(sources[place])],
            "pboiler": within / len(joined) if joined else 0.0,
        }
        columns = _cut_columns(make_columns(documents[place.document]), place.begin, place.end)
        # A corpus may be what an earlier scan found, and have columns of these very names.
        rows.append({**found, **columns, **found, "text": texts[place]})
    return sorted(rows, key=lambda row: (row["id"], row["begin"]))


def make_alignment_row(
    passage: AlignedPassage,
    left: IndexedDocument,
    right: IndexedDocument,
    texts: tuple[str, str],
) -> Row:
    """Return the row of `align.json` for a passage; `texts` are those of the whole documents.

    Columns of the second document end in 2. passim keeps those that are no lists or objects, and
    so are these; kind and similarity are ours.
    """
    begin, end, begin2, end2 = passage.left_begin, passage.left_end, passage[4], passage[5]
    s1, s2, matches = align_texts(texts[0][begin:end], texts[1][begin2:end2])
    ours = _cut_columns(_keep_simple(make_columns(left)), begin, end)
    theirs = _cut_columns(_keep_simple(make_columns(right)), begin2, end2)
    return {
        **ours,
        **{f"{key}2": value for key, value in theirs.items()},
        "uid": left.number,
        "uid2": right.number,
        "begin": begin,
        "end": end,
        "begin2": begin2,
        "end2": end2,
        "s1": s1,
        "s2": s2,
        "matches": matches,
        "kind": passage.kind,
        "similarity": round(passage.similarity, 4),
    }


class _Places:
    """The places of a cluster, by document."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._of: dict[int, list[Place]] = {}
        for place in places:
            self._of.setdefault(place.document, []).append(place)

    def find(self, document: int, at: int) -> Place:
        return next(one for one in self._of[document] if one.begin <= at < one.end)


def _is_later(one: IndexedDocument, other: IndexedDocument) -> bool:
    """Tell whether the first of two documents, which has the lower number, is of a later day."""
    day, other_day = parse_day(one.date), parse_day(other.date)
    return day is not None and other_day is not None and day > other_day


def _name_place(place: Place) -> Row:
    return {"uid": place.document, "begin": place.begin, "end": place.end}


def _keep_simple(columns: Row) -> Row:
    return {
        key: value
        for key, value in columns.items()
        if key in _CUT or not isinstance(value, list | dict)
    }


def _cut_columns(columns: Row, begin: int, end: int) -> Row:
    return {
        key: _CUT[key](value, begin, end) if key in _CUT else value
        for key, value in columns.items()
    }
