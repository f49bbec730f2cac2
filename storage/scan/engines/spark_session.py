"""Spark as a scan uses it: a session, and rows that go through Python where they lie."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from storage.errors import CopydeskError
from storage.wording.extras import tell_how_to_install

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Row = dict[str, Any]
MapRows = Callable[[Iterable[Row]], Iterator[Row]]

_ARROW = ("pandas", "pyarrow")
"""What PySpark wants before it hands over rows by Arrow."""
FEW = 200_000
"""Rows up to which one task numbers them all."""
_AT_ONCE = 500
"""Rows that Python hands back at a time."""
_UNREADABLE = re.compile(r"while reading file (file:\S+)\.\s")
"""How Spark says which file has an end too early, or else is not what it should be."""
_ON_ONE_MACHINE = "local"
_SETTINGS = {
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.compression.codec": "zstd",
}
_SETTINGS_OF_ONE_MACHINE = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # Python does the work: to compile Java's part of it well costs more than that takes.
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


@contextmanager
def open_session(master: str | None, workers: int) -> Iterator[SparkSession]:
    """Open a session, or use the one of `spark-submit`, for the block.

    `master` is Spark's own word for a cluster; where neither it nor `spark-submit` names one, so
    many cores of this machine are taken. `CopydeskError` where PySpark or Java is missing, and for
    what fails in Spark.
    """
    try:
        from pyspark import SparkConf, SparkContext
        from pyspark.sql import SparkSession
    except ImportError:
        raise CopydeskError(f"Spark is missing: {tell_how_to_install('spark')}") from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise CopydeskError("Spark needs Java 17 or newer; install it, or set JAVA_HOME.")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if "PYSPARK_GATEWAY_PORT" in os.environ:
        # What `spark-submit` was told is known to the Java that it started, and to no one else yet.
        SparkContext._ensure_initialized()
    conf = SparkConf()
    for key, value in choose_settings(dict(conf.getAll()), master, workers).items():
        conf.set(key, value)
    is_on_one_machine = conf.get("spark.master").startswith(_ON_ONE_MACHINE)
    if is_on_one_machine:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    try:
        session = SparkSession.builder.config(conf=conf).getOrCreate()
        # Of what fails here the reason is told; of a cluster it takes more to find it.
        session.sparkContext.setLogLevel("FATAL" if is_on_one_machine else "ERROR")
        try:
            yield session
        finally:
            session.stop()
    except Exception as error:
        if not type(error).__module__.startswith(("pyspark.", "py4j.")):
            raise
        raise CopydeskError(f"Spark gave up: {_find_reason(error)}") from error


def choose_settings(given: Mapping[str, str], master: str | None, workers: int) -> dict[str, str]:
    """Return what is to be set where Spark was given some settings, by `spark-submit` or files.

    What is given stays as it is, but for the master where `master` names one.
    """
    chosen = master or given.get("spark.master") or f"{_ON_ONE_MACHINE}[{workers}]"
    settings = {**_SETTINGS, "spark.app.name": "copydesk scan"}
    if chosen.startswith(_ON_ONE_MACHINE):
        settings |= _SETTINGS_OF_ONE_MACHINE
        settings["spark.sql.shuffle.partitions"] = str(2 * workers)
    own = {key: value for key, value in settings.items() if key not in given}
    return {**own, "spark.master": chosen}


def map_rows(frame: DataFrame, function: MapRows, schema: str) -> DataFrame:
    """Return what a function of a module makes of the rows of each partition.

    They go to Python and back by Arrow where the driver has it, else pickled.
    """
    from pyspark.sql.types import StructType

    columns = StructType.fromDDL(schema)
    if all(find_spec(name) for name in _ARROW):
        from pyspark.sql.pandas.types import to_arrow_schema

        return frame.mapInArrow(partial(_map_batches, function, to_arrow_schema(columns)), columns)
    rows = frame.rdd.mapPartitions(partial(_map_tuples, function, columns.names))
    return frame.sparkSession.createDataFrame(rows, columns)


def count_partitions(session: SparkSession) -> int:
    """Return in how many parts a session works that shares out rows."""
    return int(session.conf.get("spark.sql.shuffle.partitions"))


def number_rows(frame: DataFrame, *order: str) -> DataFrame:
    """Return the rows with a column `number`, from 0 in that order, which no two rows share.

    No more of many than a count of each partition comes to one place.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    if frame.count() <= FEW:
        in_order = f.row_number().over(Window.orderBy(*order))
        return frame.withColumn("number", in_order.cast("bigint") - 1)
    placed = frame.sort(*order).select(
        "*",
        f.spark_partition_id().alias("part"),
        f.monotonically_increasing_id().bitwiseAND((1 << 33) - 1).alias("within"),
    )
    placed = placed.localCheckpoint()
    before = Window.orderBy("part").rowsBetween(Window.unboundedPreceding, -1)
    starts = (
        placed.groupBy("part")
        .count()
        .select("part", f.coalesce(f.sum("count").over(before), f.lit(0)).alias("start"))
    )
    numbered = placed.join(f.broadcast(starts), "part")
    return numbered.withColumn("number", f.col("start") + f.col("within")).drop(
        "part", "within", "start"
    )


def _map_batches(function: MapRows, schema: Any, batches: Iterable[Any]) -> Iterator[Any]:
    import pyarrow

    rows = function(row for batch in batches for row in batch.to_pylist())
    while some := list(islice(rows, _AT_ONCE)):
        yield pyarrow.RecordBatch.from_pylist(some, schema)


def _map_tuples(function: MapRows, names: list[str], rows: Iterable[Any]) -> Iterator[Any]:
    for row in function(row.asDict(recursive=True) for row in rows):
        yield tuple(row[name] for name in names)


def _find_reason(error: Exception) -> str:
    """Return which file could not be read, else the first line of what was the cause."""
    unreadable = _UNREADABLE.search(str(error))
    if unreadable is not None:
        path = unquote(urlsplit(unreadable[1]).path)
        return f"{path} cannot be read to its end. The other engines skip what cannot be read."
    # What Java or Python says, a stack of calls behind it.
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by:")]
    return (causes or lines or [type(error).__name__])[-1 if causes else 0]
