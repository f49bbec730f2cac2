"""The last stage: passim's files are written, and the index made fit to be read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from storage.database.connection import connect_to_read
from storage.scan.index.rows import IndexedDocument
from storage.scan.output.passim_rows import Row, make_alignment_row, make_cluster_rows
from storage.scan.values import AlignedPassage, Place
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowReader
from storage.scan.work.workers import Workers

_AT_ONCE = 200
"""Passages in a task."""


def write_output(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    """Write `out.json` and `align.json` into the folder of the work."""
    _write_clusters(work, tell)
    _write_alignments(work, workers, tell)


def _write_clusters(work: WorkFolder, tell: Tell) -> None:
    """Write the clusters, those of most documents first."""
    ask = work.index.connection.execute
    numbers = [row[0] for row in ask("SELECT number FROM cluster ORDER BY documents DESC, number")]
    with (work.path / "out.json").open("wb") as file, RowReader(work.texts) as rows:
        for done, number in enumerate(numbers):
            places = [
                Place(*row)
                for row in ask(
                    "SELECT document, begin, end FROM cluster_span WHERE cluster = ? ORDER BY 1, 2",
                    [number],
                )
            ]
            passages = ask(
                "SELECT passage.* FROM made_of JOIN passage ON passage.rowid = passage"
                " WHERE cluster = ? ORDER BY passage",
                [number],
            )
            carriers = sorted({one.document for one in places})
            documents = {one: _get_document(work.index.connection, one) for one in carriers}
            whole = {one: rows.read(one).decode() for one in carriers}
            texts = {one: whole[one.document][one.begin : one.end] for one in places}
            joined = (AlignedPassage(*row) for row in passages)
            _write_rows(file, make_cluster_rows(number, documents, places, joined, texts))
            if done % _AT_ONCE == 0:
                tell(Progress("writing", done, len(numbers)))


class _Task(NamedTuple):
    database: Path
    texts: Path
    first: int
    last: int


def _write_alignments(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    """Write the passages, by their documents and places."""
    ask = work.index.connection.execute
    (total,) = ask("SELECT coalesce(max(rowid), 0) FROM passage").fetchone()
    tasks = [
        _Task(work.path / "scan.db", work.texts, first, first + _AT_ONCE)
        for first in range(1, total + 1, _AT_ONCE)
    ]
    with (work.path / "align.json").open("wb") as file:
        for task, lines in zip(tasks, workers.map(_align, tasks), strict=True):
            file.write(lines)
            tell(Progress("writing", min(task.last, total), total))


def _align(task: _Task) -> bytes:
    with connect_to_read(task.database) as connection, RowReader(task.texts) as rows:
        found = connection.execute(
            "SELECT * FROM passage WHERE rowid >= ? AND rowid < ? ORDER BY rowid",
            [task.first, task.last],
        )
        return b"".join(_spell_row(one) for one in _align_rows(connection, rows, found))


def _align_rows(
    connection: sqlite3.Connection, rows: RowReader, found: Iterable[Any]
) -> Iterator[Row]:
    documents: dict[int, IndexedDocument] = {}
    texts: dict[int, str] = {}
    for passage in (AlignedPassage(*row) for row in found):
        for number in (passage.left, passage.right):
            if number not in documents:
                documents[number] = _get_document(connection, number)
                texts[number] = rows.read(number).decode()
        left, right = passage.left, passage.right
        yield make_alignment_row(
            passage, documents[left], documents[right], (texts[left], texts[right])
        )


def _get_document(connection: sqlite3.Connection, number: int) -> IndexedDocument:
    row = connection.execute("SELECT * FROM document WHERE number = ?", [number]).fetchone()
    return IndexedDocument(*row)


def _write_rows(file: Any, rows: Iterable[Row]) -> None:
    file.writelines(map(_spell_row, rows))


def _spell_row(row: Row) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode() + b"\n"
