"""The rule of `storage.scan.candidates` by Spark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.scan.candidates import LIMITS, Limits
from storage.scan.engines.candidate_sql import list_steps

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_READ_TWICE = ("holders", "shared", "run_holder", "pair")


def find_candidates(documents: DataFrame, limits: Limits = LIMITS) -> DataFrame:
    """Return the candidates (lower, higher, common) of documents (number, hashes)."""
    from pyspark.sql import functions as f

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
