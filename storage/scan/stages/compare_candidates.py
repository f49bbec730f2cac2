"""The fourth stage: each pair of candidates is compared."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from storage.scan.passages import find_passages
from storage.scan.values import AlignedPassage
from storage.scan.work.candidate_file import count_candidates, read_candidates
from storage.scan.work.folder import WorkFolder
from storage.scan.work.progress import Progress, Tell
from storage.scan.work.row_file import RowReader
from storage.scan.work.workers import Workers
from textreuse import Settings

_AT_ONCE = 128
"""Pairs in a task."""
_TOLD = 5000
"""Pairs from which on it is told before how long they will take; fewer are done by then."""
_TRIED, _TOGETHER = 6, 16
"""Places at which so many pairs in a row are tried for that, as neighbours share texts."""


class _Task(NamedTuple):
    texts: Path
    candidates: Path
    settings: Settings
    first: int
    last: int


def compare_candidates(work: WorkFolder, settings: Settings, workers: Workers, tell: Tell) -> None:
    """Write the passages of all candidates that were not compared yet, in their order."""
    total = count_candidates(work.candidates)
    first = work.get_count("compared")
    whole = _Task(work.texts, work.candidates, settings, first, total)
    tell(Progress("comparing", first, total, _try_some(whole, workers.count)))
    tasks = [
        whole._replace(first=start, last=min(start + _AT_ONCE, total))
        for start in range(first, total, _AT_ONCE)
    ]
    passages: list[AlignedPassage] = []
    for task, found in zip(tasks, workers.map(_compare, tasks), strict=True):
        passages += found
        if work.is_due() or task.last == total:
            with work.save():
                work.index.add_passages(passages)
                work.note(compared=task.last)
            passages.clear()
        tell(Progress("comparing", task.last, total))


def _try_some(whole: _Task, workers: int) -> float | None:
    """Return how many seconds a task will take so many workers, by some of its pairs.

    None where it is so small that it is done sooner than told.
    """
    pairs = whole.last - whole.first
    if pairs < _TOLD:
        return None
    begun = time.perf_counter()
    for at in range(_TRIED):
        first = whole.first + at * pairs // _TRIED
        _compare(whole._replace(first=first, last=first + _TOGETHER))
    return (time.perf_counter() - begun) / (_TRIED * _TOGETHER) * pairs / workers


def _compare(task: _Task) -> list[AlignedPassage]:
    """Compare some pairs; those of the same two texts only once.

    A release that a thousand papers printed as it was is compared with each of them.
    """
    passages: list[AlignedPassage] = []
    known: dict[tuple[str, str], list[AlignedPassage]] = {}
    with RowReader(task.texts) as rows:
        texts: dict[int, str] = {}
        for left, right, _ in read_candidates(task.candidates, task.first, task.last):
            for number in (left, right):
                if number not in texts:
                    texts[number] = rows.read(number).decode()
            pair = texts[left], texts[right]
            if pair not in known:
                known[pair] = find_passages(*pair, settings=task.settings)
            passages += (one._replace(left=left, right=right) for one in known[pair])
    return passages
