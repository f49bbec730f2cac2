"""The documents of a corpus, read by Spark where they lie, as `storage.scan.corpus` reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from storage.errors import CopydeskError
from storage.scan.corpus.json_lines import MARK, Line, open_lines, parse_line
from storage.scan.corpus.read_source import Found, take_line
from storage.scan.engines.spark_session import MapRows, Row, map_rows
from storage.scan.index.rows import IndexedSource
from storage.scan.values import Skipped

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FOUND = (
    "source int, line bigint, place bigint, length int, id string, series string, text string,"
    " title string, date string, url string, other string, why string"
)
"""A document, or what `why` says of a line that is none."""

_LINES = ("jsonl", "jsonl.gz", "jsonl.bz2")
_NOTHING: Row = dict.fromkeys(part.split()[0] for part in FOUND.split(", "))


class Reading(NamedTuple):
    """What is made of documents while they are read: Python has their rows only once."""

    function: MapRows
    """It is given rows with the columns of `FOUND`."""
    schema: str
    """The columns of what it makes."""


def read_corpus(
    session: SparkSession, sources: Sequence[IndexedSource], reading: Reading
) -> DataFrame:
    """Return what is made of all that the sources hold, in no order.

    `CopydeskError` for a source that Spark cannot read itself.
    """
    for source in sources:
        if source.kind not in (*_LINES, "parquet"):
            raise CopydeskError(
                f"Spark reads JSON lines and Parquet, and {source.path} is neither."
                " Scan it with another --engine."
            )
    tables = [source for source in sources if source.kind == "parquet"]
    frames = [_read_rows(session, source, reading) for source in tables]
    lines = [source for source in sources if source.kind in _LINES]
    if lines:
        frames.append(_read_lines(session, lines, reading))
    return reduce(lambda one, other: one.union(other), frames)


def _read_rows(session: SparkSession, source: IndexedSource, reading: Reading) -> DataFrame:
    from pyspark.sql import functions as f

    rows = session.read.parquet(_make_url(source.path))
    placed = rows.select(
        f.col("_metadata.row_index").alias("place"), f.struct(*rows.columns).alias("columns")
    )
    return _map_found(placed, partial(_take_rows, source), reading)


def _read_lines(
    session: SparkSession, sources: Sequence[IndexedSource], reading: Reading
) -> DataFrame:
    from pyspark.sql import functions as f

    # Lines end where they do for Python, and their bytes are what they are.
    lines = session.read.text([_make_url(source.path) for source in sources], lineSep="\n").select(
        f.col("value").cast("binary").alias("content"),
        f.col("_metadata.file_path").alias("path"),
        f.col("_metadata.file_block_start").alias("block"),
    )
    return _map_found(lines, partial(_take_lines, _find_blocks(lines, sources)), reading)


def _map_found(frame: DataFrame, find: MapRows, reading: Reading) -> DataFrame:
    return map_rows(frame, partial(_read_found, find, reading.function), reading.schema)


def _read_found(find: MapRows, function: MapRows, rows: Iterable[Row]) -> Iterator[Row]:
    return function(find(rows))


class _Block(NamedTuple):
    """A part of a file that one task reads, and the lines that stand before it."""

    source: IndexedSource
    lines: int
    place: int
    """The byte at which it begins."""
    mark: bytes
    """What Spark passed over at its beginning."""


def _find_blocks(
    lines: DataFrame, sources: Sequence[IndexedSource]
) -> dict[tuple[str, int], _Block]:
    """Return the blocks by their path and start, as Spark names them.

    Where a line stands is known of none before all are counted; a count is kept of each 128 MB.
    """
    from pyspark.sql import functions as f

    by_path = {source.path: source for source in sources}
    counts = (
        lines.groupBy("path", "block")
        .agg(f.count("*").alias("lines"), f.sum(f.length("content")).alias("bytes"))
        .sort("path", "block")
        .collect()
    )
    blocks: dict[tuple[str, int], _Block] = {}
    path, before, place = "", 0, 0
    mark = b""
    for count in counts:
        source = by_path[unquote(count["path"].removeprefix("file:"))]
        if count["path"] != path:
            path, before, place = count["path"], 0, 0
            mark = _read_mark(source)
        blocks[path, count["block"]] = _Block(source, before, place, mark)
        before += count["lines"]
        place += len(mark) + count["bytes"] + count["lines"] * len(b"\n")
        mark = b""
    return blocks


def _take_lines(blocks: Mapping[tuple[str, int], _Block], rows: Iterable[Row]) -> Iterator[Row]:
    """Take the lines of a task, which come in their order, of one block after the other."""
    name: tuple[str, int] | None = None
    for row in rows:
        if (row["path"], row["block"]) != name:
            name = row["path"], row["block"]
            source, number, place, mark = blocks[name]
        number += 1
        content = mark + bytes(row["content"])
        mark = b""
        stripped = content.rstrip(b"\r")
        if stripped.removeprefix(MARK).strip():
            yield _tell(
                source, take_line(parse_line(stripped, number, place), source.path, source.kind)
            )
        place += len(content) + len(b"\n")


def _take_rows(source: IndexedSource, rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        place = row["place"]
        columns = row["columns"]
        columns = columns.asDict(recursive=True) if hasattr(columns, "asDict") else columns
        yield _tell(source, take_line(Line(place + 1, place, 0, columns), source.path, source.kind))


def _tell(source: IndexedSource, found: Found | Skipped) -> Row:
    if isinstance(found, Skipped):
        return {**_NOTHING, "source": source.number, "line": found.line, "why": found.why}
    return {
        **_NOTHING,
        **found.record._asdict(),
        "source": source.number,
        "line": found.line,
        "place": found.place,
        "length": found.length,
    }


def _read_mark(source: IndexedSource) -> bytes:
    """Return the bytes of a file that Spark passes over before it reads the first line."""
    with open_lines(Path(source.path), source.kind) as file:
        return MARK if file.read(len(MARK)) == MARK else b""


def _make_url(path: str) -> str:
    """Return a path as Spark takes it: no star in it means many files."""
    return "file://" + "".join(f"\\{sign}" if sign in "*?[]{}\\" else sign for sign in path)
