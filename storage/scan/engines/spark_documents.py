"""The documents of a corpus by Spark: named, numbered, with their fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from storage.ids import make_text_id
from storage.scan.engines.spark_corpus import Reading
from storage.scan.engines.spark_session import Row, number_rows
from storage.scan.terms import list_terms
from storage.search.text_measures import list_hashes

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

MEASURED = (
    "source int, line bigint, place bigint, length int, id string, series string, text string,"
    " title string, date string, url string, other string, why string, words int, digest string,"
    " hashes array<int>, terms array<int>"
)


def make_reading(*, has_terms: bool) -> Reading:
    """Return what gives each text of a corpus its words, digest and fingerprints.

    Its rare terms, too, where these are asked for.
    """
    return Reading(partial(_measure, has_terms), MEASURED)


def name_documents(measured: DataFrame) -> DataFrame:
    """Return the same with ids that no two documents share, in the words of `read_corpus`.

    Of those with one id and one text the first is a document; other texts are `id#2` and so on.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    order = ("source", "line")
    same = Window.partitionBy("id", "digest").orderBy(*order)
    is_text = f.col("why").isNull()
    named = Window.partitionBy("id", is_text).orderBy(*order)
    repeated = f.concat(f.lit("The id "), "id", f.lit(" is there already, with the same text."))
    told = measured.withColumn(
        "why", f.when(is_text & (f.row_number().over(same) > 1), repeated).otherwise(f.col("why"))
    )
    placed = told.withColumn("at", f.when(is_text, f.row_number().over(named)).otherwise(f.lit(0)))
    name = f.when(f.col("at") > 1, f.concat("id", f.lit("#"), "at")).otherwise(f.col("id"))
    return placed.withColumn("id", name)


def number_documents(named: DataFrame) -> DataFrame:
    """Return the documents, numbered as the corpus has them."""
    from pyspark.sql import functions as f

    places = number_rows(
        named.where(f.col("why").isNull()).select("source", "line"), "source", "line"
    )
    return named.join(places, ["source", "line"]).drop("line", "why", "at")


def _measure(has_terms: bool, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        if row["why"] is not None:
            yield {**row, "words": None, "digest": None, "hashes": None, "terms": None}
            continue
        text = row["text"]
        found = list_hashes(text)
        yield {
            **row,
            "words": found.words,
            "digest": make_text_id(text),
            "hashes": found.row.tolist(),
            "terms": list_terms(text).tolist() if has_terms else None,
        }
