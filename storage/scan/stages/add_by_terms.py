"""A stage on demand: candidates that have rare terms in common, and perhaps nothing else."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from storage.scan.engines.local_candidates import find_candidates
from storage.scan.terms import LIMITS, list_terms
from storage.scan.values import Candidate
from storage.scan.work.candidate_file import count_candidates, read_candidates, write_candidates
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowReader, RowWriter
from storage.scan.work.workers import Workers

_AT_ONCE = 200
"""Documents in a task."""
_READ_AT_ONCE = 10_000
"""Candidates that are read at a time."""


class _Task(NamedTuple):
    texts: Path
    first: int
    last: int


def add_by_terms(work: WorkFolder, workers: Workers, tell: Tell) -> None:
    """Add to the candidates of a scan those that its texts' terms give; done twice it adds none.

    Whatever engine found the others, these are found by the processes of this machine.
    """
    total = work.count_documents()
    _list_all_terms(work, total, workers, tell)
    by_terms = work.path / "candidates_by_terms"
    find_candidates(work.terms, total, work.sorting, by_terms, workers, LIMITS)
    united = work.path / "candidates_united"
    write_candidates(united, _unite(work.candidates, by_terms))
    united.replace(work.candidates)


def _list_all_terms(work: WorkFolder, total: int, workers: Workers, tell: Tell) -> None:
    tasks = [
        _Task(work.texts, first, min(first + _AT_ONCE, total))
        for first in range(0, total, _AT_ONCE)
    ]
    rows = RowWriter(work.terms, 0)
    try:
        for task, found in zip(tasks, workers.map(_list_terms, tasks), strict=True):
            for row in found:
                rows.append(row)
            tell(Progress("candidates", task.last, total))
    finally:
        rows.close()


def _list_terms(task: _Task) -> list[bytes]:
    with RowReader(task.texts) as texts:
        return [
            list_terms(text.decode()).tobytes() for text in texts.read_range(task.first, task.last)
        ]


def _unite(first: Path, second: Path) -> Iterator[Candidate]:
    """Yield the candidates of both files; of those that both have, those of the first."""
    merged = heapq.merge(_read_all(first), _read_all(second), key=lambda one: one[:2])
    for _, same in groupby(merged, lambda one: one[:2]):
        yield next(same)


def _read_all(path: Path) -> Iterator[Candidate]:
    for first in range(0, count_candidates(path), _READ_AT_ONCE):
        yield from read_candidates(path, first, first + _READ_AT_ONCE)
