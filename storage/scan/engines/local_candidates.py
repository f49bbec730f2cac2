"""The rule of `storage.scan.candidates` by several processes of one machine, in bounded memory.

Everything is sorted by parts that lie on disk: fingerprints by their hash, the pairs that they give
by the number of their first document, candidates by each of their documents.
"""

from __future__ import annotations

import shutil
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import count, groupby, pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from storage.scan.candidates import LIMITS, Limits, choose_best, list_runs, pair_run_holders
from storage.scan.values import Candidate
from storage.scan.work.candidate_file import write_candidates
from storage.scan.work.partitions import PartitionWriter, take_part
from storage.scan.work.progress import Steps
from storage.scan.work.row_file import RowReader
from storage.scan.work.workers import Workers

_IN_A_PART = 250_000
"""Fingerprints in a part, about; the pairs of a part may be ten times as many."""
_MOST_PARTS = 512
_AT_ONCE = 2000
"""Documents in a task."""
_SHIFT = 32
"""Two numbers are one of 64 bits: the one that is sorted by first stands above this bit."""
_LOW = 2**_SHIFT - 1

_Found = TypeVar("_Found")


class Task(NamedTuple):
    """A part of the work on a folder."""

    fingerprints: Path
    """Rows of fingerprints, one a document."""
    folder: Path
    documents: int
    parts: int
    limits: Limits
    first: int
    """A range of documents, or a part and no more."""
    last: int


def find_candidates(
    fingerprints: Path,
    documents: int,
    folder: Path,
    result: Path,
    workers: Workers,
    limits: Limits = LIMITS,
    steps: Steps = lambda _done, _total: None,
) -> None:
    """Write the candidates of so many documents into the file `result`; `folder` is worked in.

    `fingerprints` has of each document the row of its fingerprints (`work.row_file`). A step is
    one of the tasks that processes are given.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    size = fingerprints.stat().st_size // array("i").itemsize
    parts = max(1, min(_MOST_PARTS, size // _IN_A_PART))
    tasks = [
        Task(
            fingerprints, folder, documents, parts, limits, first, min(first + _AT_ONCE, documents)
        )
        for first in range(0, documents, _AT_ONCE)
    ]
    by_part = [
        Task(fingerprints, folder, documents, parts, limits, part, part + 1)
        for part in range(parts)
    ]
    finished = count(1)
    total = 2 * len(tasks) + 5 * len(by_part)

    def run(function: Callable[[Task], _Found], given: Sequence[Task]) -> Iterator[_Found]:
        for found in workers.map(function, given):
            steps(next(finished), total)
            yield found

    _finish(run(_split_fingerprints, tasks))
    hot = array("i", sorted(value for found in run(_pair_holders, by_part) for value in found))
    (folder / "hot").write_bytes(hot.tobytes())
    if hot and limits.has_runs:
        _finish(run(_split_runs, tasks))
        _finish(run(_pair_runs, by_part))
    else:
        total -= len(tasks) + len(by_part)
    _finish(run(_count_pairs, by_part))
    _finish(run(_keep_of_documents, by_part))
    write_candidates(result, (one for found in run(_take_kept, by_part) for one in found))
    shutil.rmtree(folder)


def _finish(done: Iterator[None]) -> None:
    for _ in done:
        pass


def _split_fingerprints(task: Task) -> None:
    """Put each fingerprint, with its document, to its part."""
    with _open_parts(task, "fingerprints") as parts:
        for number, row in _read_rows(task):
            parts.spread([value << _SHIFT | number for value in set(row)], _SHIFT)


def _pair_holders(task: Task) -> list[int]:
    """Put all pairs that fingerprints of a part give to their parts; returns those that are hot."""
    hot = []
    values = sorted(take_part(task.folder / "fingerprints", task.first))
    keys = [one >> _SHIFT for one in values]
    # Most stand in one document and are not worth a group.
    common = {one for one, other in pairwise(keys) if one == other}
    held = [one for one, key in zip(values, keys, strict=True) if key in common]
    with _open_parts(task, "pairs") as parts:
        for value, holding in groupby(held, lambda one: one >> _SHIFT):
            numbers = [one & _LOW for one in holding]
            if len(numbers) > task.limits.documents:
                hot.append(value)
                continue
            for at, left in enumerate(numbers[:-1], 1):
                base = left << _SHIFT
                parts.add(_choose_part(task, left), [base | right for right in numbers[at:]])
    return hot


def _split_runs(task: Task) -> None:
    """Put each run, with its document, to its part."""
    path = task.folder / "hot"
    hot = _read_hot(path, path.stat().st_mtime_ns)
    with _open_parts(task, "runs") as parts:
        for number, row in _read_rows(task):
            for one, two, three in set(list_runs(row, hot)):
                key = one << _SHIFT | two & _LOW, three << _SHIFT | number
                parts.add(one % task.parts, key)


def _pair_runs(task: Task) -> None:
    """Put all pairs that runs of a part give to their parts."""
    numbers = take_part(task.folder / "runs", task.first)
    keys = sorted(zip(numbers[::2], numbers[1::2], strict=True))
    with _open_parts(task, "pairs") as parts:
        for _, holding in groupby(keys, lambda key: (key[0], key[1] >> _SHIFT)):
            for left, right in pair_run_holders([key[1] & _LOW for key in holding], task.limits):
                parts.add(_choose_part(task, left), (left << _SHIFT | right,))


def _count_pairs(task: Task) -> None:
    """Put each candidate of a part to the parts of both its documents."""
    fewest = task.limits.common
    pairs = sorted(take_part(task.folder / "pairs", task.first))
    # In order, what comes often enough comes again so many places on.
    often = (one for one, other in zip(pairs, pairs[fewest - 1 :], strict=False) if one == other)
    with _open_parts(task, "candidates") as parts:
        for pair, found in groupby(often):
            common = sum(1 for _ in found) + fewest - 1
            for number in (pair >> _SHIFT, pair & _LOW):
                parts.add(_choose_part(task, number), (number, pair, common))


def _keep_of_documents(task: Task) -> None:
    """Put those that documents of a part keep to the part of their first document."""
    numbers = take_part(task.folder / "candidates", task.first)
    rows = sorted(zip(*[iter(numbers)] * 3, strict=True))
    with _open_parts(task, "kept") as parts:
        for _, found in groupby(rows, lambda row: row[0]):
            own = (Candidate(pair >> _SHIFT, pair & _LOW, common) for _, pair, common in found)
            for left, right, common in choose_best(own, task.limits):
                parts.add(_choose_part(task, left), (left << _SHIFT | right, common))


def _take_kept(task: Task) -> list[Candidate]:
    """Return what is kept of a part, in order; parts follow each other as documents do."""
    numbers = take_part(task.folder / "kept", task.first)
    kept = sorted(set(zip(numbers[::2], numbers[1::2], strict=True)))
    return [Candidate(pair >> _SHIFT, pair & _LOW, common) for pair, common in kept]


def _choose_part(task: Task, number: int) -> int:
    """Return the part of a document: those of neighbours are neighbours."""
    return number * task.parts // task.documents


def _open_parts(task: Task, name: str) -> PartitionWriter:
    return PartitionWriter(task.folder / name, task.parts)


def _read_rows(task: Task) -> Iterator[tuple[int, Sequence[int]]]:
    with RowReader(task.fingerprints) as rows:
        for number, row in enumerate(rows.read_range(task.first, task.last), task.first):
            yield number, array("i", row)


@lru_cache(maxsize=1)
def _read_hot(path: Path, _written: int) -> frozenset[int]:
    return frozenset(array("i", path.read_bytes()))
