"""Passages that stand in one place, put together by Spark; see `stages.make_clusters`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from storage.scan.clusters.choose_places import choose_places, merge_stretches
from storage.scan.clusters.describe_cluster import Carrier, describe_cluster
from storage.scan.corpus.records import LONGEST_TEXT
from storage.scan.engines.spark_components import number_components
from storage.scan.engines.spark_passages import make_document
from storage.scan.engines.spark_session import Row, map_rows
from storage.scan.index.rows import IndexedDocument
from storage.scan.output.passim_rows import make_cluster_rows
from storage.scan.values import AlignedPassage, Place

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

DESCRIBED = (
    "number int, documents int, outlets int, words int, first_date string, last_date string,"
    " days int, excerpt string, passage string,"
    " spans array<struct<document int, begin int, end int>>, lines array<string>"
)
"""A row of the index, what the cluster says, where it stands, and its lines in `out.json`."""

_PLACED = "document int, begin int, end int, node bigint"
_MERGED = "cluster int, document int, begin int, end int"
_SPAN = ("document", "begin", "end")
_SIDES = ("left", "right")


def make_clusters(documents: DataFrame, passages: DataFrame) -> DataFrame:
    """Return the clusters that the passages make, with the columns of `DESCRIBED`."""
    from pyspark.sql import functions as f

    one, other = (
        passages.select(side, f"{side}_begin", f"{side}_end").toDF(*_SPAN) for side in _SIDES
    )
    sides = (
        one.union(other)
        .groupBy("document")
        .agg(f.collect_set(f.struct("begin", "end")).alias("spans"))
    )
    placed = map_rows(sides, _place, _PLACED).persist()
    joined = passages.drop("line")
    for side in _SIDES:
        names = (side, f"{side}_begin", f"{side}_end", f"{side}_node")
        joined = joined.join(placed.toDF(*names), list(names[:3]))
    joined = joined.persist()
    edges = joined.select("left_node", "right_node").toDF("one", "other")
    clusters = (
        number_components(edges)
        .select("node", (f.col("number") + 1).cast("int").alias("cluster"))
        .persist()
    )
    spans = map_rows(
        placed.join(clusters, "node")
        .groupBy("cluster", "document")
        .agg(f.collect_list(f.struct("begin", "end")).alias("spans")),
        _merge,
        _MERGED,
    )
    return _describe(
        documents, spans, joined.join(clusters, joined["left_node"] == clusters["node"])
    )


def _describe(documents: DataFrame, spans: DataFrame, joined: DataFrame) -> DataFrame:
    from pyspark.sql import functions as f

    described = f.struct(*IndexedDocument._fields).alias("known")
    texts = documents.select(f.col("number").alias("document"), "text", described)
    cut = f.expr("substring(text, begin + 1, end - begin)").alias("text")
    carried = (
        spans.join(texts, "document")
        .select("cluster", f.struct(*_SPAN, cut, "known").alias("span"))
        .groupBy("cluster")
        .agg(f.collect_list("span").alias("spans"))
    )
    passage = f.struct(*AlignedPassage._fields)
    made_of = joined.groupBy("cluster").agg(f.collect_list(passage).alias("passages"))
    return map_rows(carried.join(made_of, "cluster"), _describe_clusters, DESCRIBED)


def _place(rows: Iterable[Row]) -> Iterator[Row]:
    """Tell of each side of a passage which place it is: a number that grows with the place."""
    for row in rows:
        document = row["document"]
        places = choose_places((span["begin"], span["end"]) for span in row["spans"])
        for (begin, end), place in places.items():
            node = document * (LONGEST_TEXT + 1) + place[0]  # no two places begin at one sign
            yield {"document": document, "begin": begin, "end": end, "node": node}


def _merge(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        stretches = ((span["begin"], span["end"]) for span in row["spans"])
        for begin, end in merge_stretches(stretches):
            yield {
                "cluster": row["cluster"],
                "document": row["document"],
                "begin": begin,
                "end": end,
            }


def _describe_clusters(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        texts = {Place(*(span[name] for name in _SPAN)): span["text"] for span in row["spans"]}
        known = {span["document"]: make_document(span["known"]) for span in row["spans"]}
        carriers = [
            Carrier(*place, known[place.document].series, known[place.document].date)
            for place in sorted(texts)
        ]
        described, text = describe_cluster(row["cluster"], carriers, partial(_read, texts))
        joined = (AlignedPassage(**one) for one in row["passages"])
        lines = make_cluster_rows(row["cluster"], known, sorted(texts), joined, texts)
        yield {
            **described._asdict(),
            "passage": text.passage,
            "spans": [place._asdict() for place in sorted(texts)],
            "lines": [json.dumps(line, ensure_ascii=False) for line in lines],
        }


def _read(texts: Mapping[Place, str], span: Carrier) -> str:
    return texts[Place(span.document, span.begin, span.end)]
