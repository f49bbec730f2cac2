"""The second stage: the words of each document are counted, and its fingerprints made."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowReader, RowWriter
from storage.scan.work.workers import Workers
from storage.search.text_measures import list_hashes

_AT_ONCE = 200
"""Documents in a task."""


class _Task(NamedTuple):
    texts: Path
    first: int
    last: int


def make_fingerprints(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    """Write the fingerprints of all documents that have none yet."""
    total = work.count_documents()
    first = work.get_count("fingerprints")
    tasks = [
        _Task(work.texts, start, min(start + _AT_ONCE, total))
        for start in range(first, total, _AT_ONCE)
    ]
    rows = RowWriter(work.fingerprints, first)
    counts: list[tuple[int, int]] = []
    try:
        for task, found in zip(tasks, workers.map(_measure, tasks), strict=True):
            for number, (words, row) in enumerate(found, task.first):
                counts.append((number, words))
                rows.append(row)
            if work.is_due() or task.last == total:
                rows.sync()
                with work.save():
                    work.index.count_words(counts)
                    work.note(fingerprints=task.last)
                counts.clear()
            tell(Progress("fingerprints", task.last, total))
    finally:
        rows.close()


def _measure(task: _Task) -> list[tuple[int, bytes]]:
    with RowReader(task.texts) as texts:
        found = (list_hashes(text.decode()) for text in texts.read_range(*task[1:]))
        return [(one.words, one.row.tobytes()) for one in found]
