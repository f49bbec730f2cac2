"""Connected components of a graph by Spark, with no more than DataFrames.

By alternating large-star and small-star (Kiveris et al., "Connected Components in MapReduce and
Beyond", SOCC 2014): neighbours are hung on the least of them until nothing moves, in some log² n
rounds, each of which sends as many rows as there are edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_MOST_ROUNDS = 100


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
