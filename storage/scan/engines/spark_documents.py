"""The documents of a corpus by Spark: named, numbered, with their fingerprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from storage.ids import make_text_id
from storage.scan.corpus.free_ids import FreeIds
from storage.scan.engines.spark_corpus import Reading
from storage.scan.engines.spark_session import Row, map_rows, number_rows
from storage.scan.terms import list_terms
from storage.search.text_measures import list_hashes

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

MEASURED = (
    "source int, line bigint, place bigint, length int, id string, series string, text string,"
    " title string, date string, url string, other string, why string, words int, digest string,"
    " hashes array<int>, terms array<int>"
)

_NUMBERS = "(#[0-9]+)+$"
"""What new names add to an id, perhaps more than once."""


def make_reading(*, has_terms: bool) -> Reading:
    """Return what gives each text of a corpus its words, digest and fingerprints.

    Its rare terms, too, where these are asked for.
    """
    return Reading(partial(_measure, has_terms), MEASURED)


def name_documents(measured: DataFrame) -> DataFrame:
    """Return the same with ids that no two documents share, in the words of `read_corpus`.

    `is_renamed` tells which have another one than they came with. Only ids that may meet come to
    one place: those that came more than once, and those that look like a new name of these.
    """
    from pyspark.sql import functions as f

    place = ["source", "line"]
    root = f.regexp_replace("id", _NUMBERS, "").alias("root")
    texts = measured.where(f.col("why").isNull()).select(*place, "id", "digest", root)
    met = texts.groupBy("id", "root").count().where("count > 1").select("root").distinct()
    together = texts.join(met, "root").repartition("root").sortWithinPartitions("root", *place)
    chosen = map_rows(together, _choose_ids, "source int, line bigint, name string, new boolean")
    named = measured.join(chosen, place, "left")
    # Only what was held against others has a `new`, and of that a repeat has no name.
    is_repeat = f.col("new").isNotNull() & f.col("name").isNull()
    repeated = f.concat(f.lit("The id "), "id", f.lit(" is there already, with the same text."))
    return (
        named.withColumn("why", f.when(is_repeat, repeated).otherwise(f.col("why")))
        .withColumn("id", f.coalesce("name", "id"))
        .withColumn("is_renamed", f.coalesce("new", f.lit(False)))
        .drop("name", "new")
    )


def number_documents(named: DataFrame) -> DataFrame:
    """Return the documents, numbered as the corpus has them."""
    from pyspark.sql import functions as f

    places = number_rows(
        named.where(f.col("why").isNull()).select("source", "line"), "source", "line"
    )
    return named.join(places, ["source", "line"]).drop("line", "why", "is_renamed")


def _choose_ids(rows: Iterable[Row]) -> Iterator[Row]:
    """Choose ids of documents that come root by root, those of one in their order."""
    for _, those in groupby(rows, itemgetter("root")):
        known: dict[str, str] = {}
        ids = FreeIds(known.get)
        for row in those:
            name, is_new = ids.choose(row["id"], row["digest"])
            if name is not None:
                known[name] = row["digest"]
            yield {"source": row["source"], "line": row["line"], "name": name, "new": is_new}


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
