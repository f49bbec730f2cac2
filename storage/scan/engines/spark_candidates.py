"""The rule of `storage.scan.candidates` by Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from storage.scan import candidates, terms
from storage.scan.candidates import LIMITS, Limits
from storage.scan.engines.candidate_sql import list_steps
from storage.scan.engines.spark_session import Row, map_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

FEW = 1_000_000
"""Fingerprints up to which one task does what else takes a dozen: in some 200 MB."""
_READ_TWICE = ("holders", "shared", "run_holder", "pair")
_FOUND = "lower int, higher int, common int"


def find_candidates(documents: DataFrame, limits: Limits = LIMITS) -> DataFrame:
    """Return the candidates (lower, higher, common) of documents (number, hashes)."""
    from pyspark.sql import functions as f

    (fingerprints,) = documents.agg(f.sum(f.size("hashes"))).collect()[0]
    if (fingerprints or 0) <= FEW:
        rows = documents.select("number", "hashes").coalesce(1)
        return map_rows(rows, partial(_find_in_memory, limits), _FOUND)
    session = documents.sparkSession
    documents.select(
        f.col("number").alias("document"), f.posexplode("hashes").alias("place", "hash")
    ).createOrReplaceTempView("posting")
    for step in list_steps(limits):
        made = session.sql(step.sql)
        # Else it would be made once for each that reads it; it is let go with the session.
        made = made.persist() if step.table in _READ_TWICE else made
        made.createOrReplaceTempView(step.table)
    return session.table("candidate")


def add_by_terms(found: DataFrame, documents: DataFrame) -> DataFrame:
    """Return the candidates with those that rare terms give; see `stages.add_by_terms`."""
    from pyspark.sql import functions as f

    rows = documents.select("number", f.col("terms").alias("hashes"))
    by_terms = find_candidates(rows, terms.LIMITS)
    return found.union(by_terms.join(found, ["lower", "higher"], "left_anti"))


def _find_in_memory(limits: Limits, rows: Iterable[Row]) -> Iterator[Row]:
    in_order = sorted(rows, key=lambda row: int(row["number"]))
    for one in candidates.find_candidates([row["hashes"] for row in in_order], limits):
        yield {"lower": one.left, "higher": one.right, "common": one.common}
