"""A whole scan by Spark: DataFrames from the corpus to what is written, kept after each stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from storage.scan.corpus.read_source import tell_empty
from storage.scan.engines.spark_candidates import add_by_terms, find_candidates
from storage.scan.engines.spark_clusters import make_clusters
from storage.scan.engines.spark_corpus import read_corpus
from storage.scan.engines.spark_documents import make_reading, name_documents, number_documents
from storage.scan.engines.spark_passages import compare_candidates
from storage.scan.engines.spark_session import open_session
from storage.scan.index.rows import (
    ClusterSpan,
    ClusterText,
    IndexedCluster,
    IndexedDocument,
    IndexedSource,
)
from storage.scan.values import AlignedPassage, Skipped
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from textreuse import PARAPHRASE, Settings

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FOLDER = "spark.copydesk.work"
"""The setting of Spark that names a folder which all its machines reach, where OUT is none."""


class _Frames(NamedTuple):
    """What a scan finds, each on disk."""

    named: DataFrame
    documents: DataFrame
    candidates: DataFrame
    passages: DataFrame
    clusters: DataFrame


def scan_by_spark(
    work: WorkFolder,
    sources: Sequence[IndexedSource],
    settings: Settings,
    master: str | None,
    workers: int,
    tell: Tell,
) -> int:
    """Fill the index of `work`, and write its files; returns how many candidates there were.

    No text comes to the driver but those of passages, a row at a time, when they are written.
    """
    with open_session(master, workers) as session:
        folder = session.conf.get(FOLDER, (work.path / "spark").absolute().as_uri())
        frames = _make_frames(session, str(folder), sources, settings, tell)
        _write_files(work.path, frames, tell)
        with work.save():
            _fill_index(work, frames, sources)
        return int(frames.candidates.count())


def _make_frames(
    session: SparkSession,
    folder: str,
    sources: Sequence[IndexedSource],
    settings: Settings,
    tell: Tell,
) -> _Frames:
    def keep(name: str, make: Callable[[], DataFrame]) -> DataFrame:
        return _keep(session, f"{folder}/{name}", make)

    tell(Progress("reading", 0, 0))
    is_reworded = settings.sensitivity >= PARAPHRASE
    reading = make_reading(has_terms=is_reworded)
    measured = keep("measured", lambda: read_corpus(session, sources, reading))
    named = keep("named", lambda: name_documents(measured))
    documents = keep("documents", lambda: number_documents(named))
    tell(Progress("candidates", 0, 0))
    by_words = keep("candidates", lambda: find_candidates(documents))
    candidates = by_words
    if is_reworded:
        candidates = keep("more_candidates", lambda: add_by_terms(by_words, documents))
    tell(Progress("comparing", 0, 0))
    passages = keep("passages", lambda: compare_candidates(documents, candidates, settings))
    tell(Progress("clusters", 0, 0))
    clusters = keep("clusters", lambda: make_clusters(documents, passages))
    return _Frames(named, documents, candidates, passages, clusters)


def _keep(session: SparkSession, path: str, make: Callable[[], DataFrame]) -> DataFrame:
    """Return a table that is on disk, made before if it is not; a half of one is none."""
    from pyspark.errors import AnalysisException

    try:
        return session.read.parquet(path)
    except AnalysisException:
        make().write.mode("overwrite").parquet(path)
        return session.read.parquet(path)


def _write_files(folder: Path, frames: _Frames, tell: Tell) -> None:
    from pyspark.sql import functions as f

    tell(Progress("writing", 0, 0))
    clusters = frames.clusters.sort(f.desc("documents"), "number")
    with (folder / "out.json").open("w", encoding="utf-8", newline="\n") as file:
        for (lines,) in _iterate(clusters.select("lines")):
            file.writelines(f"{line}\n" for line in lines)
    with (folder / "align.json").open("w", encoding="utf-8", newline="\n") as file:
        for (line,) in _iterate(_sort_passages(frames.passages).select("line")):
            file.write(f"{line}\n")


def _fill_index(work: WorkFolder, frames: _Frames, sources: Sequence[IndexedSource]) -> None:
    from pyspark.sql import functions as f

    def read(frame: DataFrame, row: type[Any]) -> Iterator[Any]:
        return map(row._make, _iterate(frame.select(*row._fields)))

    skipped = frames.named.where(f.col("why").isNotNull()).sort("source", "line")
    told = [
        Skipped(sources[source].path, line, why)
        for source, line, why in _iterate(skipped.select("source", "line", "why"))
    ]
    full = {number for (number,) in _iterate(frames.named.select("source").distinct())}
    told += (tell_empty(source) for source in sources if source.number not in full)
    order = {source.path: source.number for source in sources}
    told.sort(key=lambda one: (order[one.source], one.line))
    renamed = frames.named.where("is_renamed").count()
    work.note(
        documents=frames.documents.count(),
        renamed=renamed,
        skipped=work.get_count("skipped") + len(told),
        skipped_bytes=work.add_skipped(told),
    )
    work.index.add_documents(read(frames.documents.sort("number"), IndexedDocument))
    work.index.add_passages(read(_sort_passages(frames.passages), AlignedPassage))
    clusters = frames.clusters.sort("number")
    work.index.add_clusters(read(clusters, IndexedCluster))
    work.index.add_texts(read(clusters.withColumnRenamed("number", "cluster"), ClusterText))
    spans = frames.clusters.select("number", f.explode("spans").alias("span")).select(
        f.col("number").alias("cluster"), "span.*"
    )
    work.index.add_spans(read(spans.sort("document", "cluster", "begin"), ClusterSpan))


def _sort_passages(passages: DataFrame) -> DataFrame:
    return passages.sort("left", "right", *AlignedPassage._fields[1:])


def _iterate(frame: DataFrame) -> Iterable[tuple[Any, ...]]:
    """Return the rows one after the other, no more of them at once than a partition has."""
    rows: Iterable[tuple[Any, ...]] = frame.toLocalIterator(prefetchPartitions=True)
    return rows
