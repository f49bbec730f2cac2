"""Connected components of a graph by Spark, with no more than DataFrames.

By alternating large-star and small-star (Kiveris et al., "Connected Components in MapReduce and
Beyond", SOCC 2014): neighbours are hung on the least of them until nothing moves, in some log² n
rounds, each of which sends as many rows as there are edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from storage.scan.clusters import components
from storage.scan.engines.spark_session import Row, map_rows, number_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

FEW = 200_000
"""Edges up to which one task joins them all: in some 50 MB."""
_MOST_ROUNDS = 100


def number_components(edges: DataFrame) -> DataFrame:
    """Return the components, numbered from 0 by the least node of each.

    `edges` has two columns of whole numbers, `one` and `other`; the result has `node` and `number`.
    """
    if edges.count() <= FEW:
        return map_rows(edges.coalesce(1), _number_in_memory, "node bigint, number bigint")
    found = find_components(edges)
    numbers = number_rows(found.select("least").distinct(), "least")
    return found.join(numbers, "least").select("node", "number")


def _number_in_memory(rows: Iterable[Row]) -> Iterator[Row]:
    edges = [(row["one"], row["other"]) for row in rows]
    nodes = sorted({node for edge in edges for node in edge})
    at = {node: place for place, node in enumerate(nodes)}
    least = components.find_components(len(nodes), ((at[one], at[other]) for one, other in edges))
    number = {first: place for place, first in enumerate(sorted(set(least)))}
    for node, first in zip(nodes, least, strict=True):
        yield {"node": node, "number": number[first]}


def find_components(edges: DataFrame) -> DataFrame:
    """Return of each node the least that it is joined with, itself or another.

    `edges` has two columns of whole numbers, `one` and `other`; the result has `node` and `least`.
    """
    from pyspark.sql import functions as f

    nodes = edges.select(f.explode(f.array("one", "other")).alias("node")).distinct()
    stars = (
        edges.where("one <> other")
        .select(f.greatest("one", "other").alias("node"), f.least("one", "other").alias("least"))
        .distinct()
        .localCheckpoint()
    )
    known = _sum_up(stars)
    for _ in range(_MOST_ROUNDS):
        stars = _hang_smaller(_hang_larger(stars)).localCheckpoint()
        sums = _sum_up(stars)
        if sums == known:
            break
        known = sums
    return nodes.join(stars, "node", "left").select(
        "node", f.coalesce("least", "node").alias("least")
    )


def _hang_larger(stars: DataFrame) -> DataFrame:
    """Large-star: hang the neighbours above each node on the least in its neighbourhood."""
    from pyspark.sql import functions as f

    both = stars.union(stars.select("least", "node")).toDF("centre", "neighbour")
    least = both.groupBy("centre").agg(f.min("neighbour").alias("first"))
    return (
        both.join(least, "centre")
        .where("neighbour > centre")
        .select(f.col("neighbour").alias("node"), f.least("first", "centre").alias("least"))
        .distinct()
    )


def _hang_smaller(stars: DataFrame) -> DataFrame:
    """Small-star: hang each node, and the neighbours below it, on the least of these."""
    from pyspark.sql import functions as f

    least = stars.groupBy("node").agg(f.min("least").alias("first"))
    hung = stars.join(least, "node").where("least <> first")
    return (
        hung.select(f.col("least").alias("node"), f.col("first").alias("least"))
        .union(least.select("node", "first"))
        .distinct()
    )


def _sum_up(stars: DataFrame) -> tuple[object, ...]:
    """Return what differs once a row does."""
    from pyspark.sql import functions as f

    row = stars.agg(
        f.count("*"), f.sum(f.xxhash64("node", "least").cast("decimal(38, 0)"))
    ).collect()
    return tuple(row[0])
