"""Candidates compared by Spark, each pair where its two texts meet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from storage.scan.engines.spark_session import Row, count_partitions, map_rows
from storage.scan.index.rows import IndexedDocument
from storage.scan.output.passim_rows import make_alignment_row
from storage.scan.passages import find_passages
from textreuse import Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COMPARED = (
    "left int, left_begin int, left_end int, right int, right_begin int, right_end int,"
    " kind string, similarity double, line string"
)
"""A passage, and its line in `align.json`."""


def compare_candidates(
    documents: DataFrame, candidates: DataFrame, settings: Settings
) -> DataFrame:
    """Return the passages of candidates, with the columns of `COMPARED`."""
    from pyspark.sql import functions as f

    described = f.struct(*IndexedDocument._fields)
    texts = documents.select("number", "text", described.alias("document"))
    # What a pair costs does not show in the bytes by which Spark would share them out.
    pairs = candidates.repartition(count_partitions(candidates.sparkSession))
    for side in ("lower", "higher"):
        pairs = pairs.join(texts.toDF(side, f"{side}_text", f"{side}_document"), side)
    return map_rows(pairs, partial(_compare, settings), COMPARED)


def _compare(settings: Settings, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        texts = row["lower_text"], row["higher_text"]
        numbers = row["lower"], row["higher"]
        documents = [make_document(row[f"{side}_document"]) for side in ("lower", "higher")]
        for one in find_passages(*texts, numbers, settings):
            line = make_alignment_row(one, documents[0], documents[1], texts)
            yield {**one._asdict(), "line": json.dumps(line, ensure_ascii=False)}


def make_document(columns: Row) -> IndexedDocument:
    """Return a document of the index that Spark has as a struct."""
    return IndexedDocument(**columns)
