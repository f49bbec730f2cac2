"""What candidates cost an engine, of a corpus that is larger than can be compared here."""

from __future__ import annotations

import threading
import time
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import cpu
from benchmarks.memory import peak
from benchmarks.scan_corpus import Corpus, keep_corpus
from benchmarks.tables import table
from storage.errors import CopydeskError
from storage.scan.engines import duckdb_candidates, local_candidates
from storage.scan.work.candidate_file import count_candidates
from storage.scan.work.row_file import RowWriter
from storage.scan.work.workers import Workers
from storage.search.winnowing import hash_keys

_AT_ONCE = 500
"""Articles of which a process makes the fingerprints at once."""
_LOOK = 2.0
"""Seconds between two looks at the disk."""


class _Cost(NamedTuple):
    seconds: float
    cpu: float
    disk: int
    """Bytes, at most, at the looks."""


def write_fingerprints(corpus: Corpus, path: Path, jobs: int) -> None:
    """Write the fingerprints of a corpus as a scan has them; no text of it is ever made."""
    starts = range(0, corpus.articles, _AT_ONCE)
    rows = RowWriter(path, 0)
    try:
        with Workers(jobs) as workers:
            for made in workers.map(partial(_make_rows, corpus), starts):
                for row in made:
                    rows.append(row)
        rows.sync()
    finally:
        rows.close()


def _make_rows(corpus: Corpus, start: int) -> list[bytes]:
    corpus = keep_corpus(corpus)
    return [
        array("i", hash_keys(corpus.list_words(number))).tobytes()
        for number in range(start, min(start + _AT_ONCE, corpus.articles))
    ]


def tell_cost(folder: Path, articles: int, engine: str, jobs: int) -> str:
    """Return a table of what the candidates cost of fingerprints that lie in a folder.

    Where the engine gives up, its words stand there instead of how many it found.
    """
    fingerprints, found = folder / "fingerprints", folder / f"candidates-{engine}"
    work = folder / f"sorting-{engine}"

    def find() -> None:
        if engine == "duckdb":
            duckdb_candidates.find_candidates(fingerprints, articles, work, found, jobs)
            return
        with Workers(jobs) as workers:
            local_candidates.find_candidates(fingerprints, articles, work, found, workers)

    said, cost = _measure(find, work)
    return table(
        ["articles", "engine", "time", "CPU", "largest process", "disk", "candidates"],
        [
            [
                f"{articles:,}",
                engine,
                f"{cost.seconds:.0f} s",
                f"{cost.cpu:.0f} s",
                f"{_peak_of_all():,.0f} MB",
                f"{(cost.disk + fingerprints.stat().st_size) / 1e9:.1f} GB",
                said or f"{count_candidates(found):,}",
            ]
        ],
    )


def _measure(work: Callable[[], None], folder: Path) -> tuple[str, _Cost]:
    """Return what the engine said when it gave up, and what its work cost."""
    said = ""
    begun, spent = time.monotonic(), cpu()
    with _watch_disk(folder) as sizes:
        try:
            work()
        except CopydeskError as error:
            said = str(error)
    return said, _Cost(time.monotonic() - begun, cpu() - spent, max(sizes))


@contextmanager
def _watch_disk(folder: Path) -> Iterator[list[int]]:
    """Note from time to time how much a folder holds, for the block."""
    sizes = [0]
    is_done = threading.Event()

    def look() -> None:
        while not is_done.wait(_LOOK):
            sizes.append(sum(_measure_file(path) for path in folder.rglob("*")))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield sizes
    finally:
        is_done.set()
        thread.join()


def _measure_file(path: Path) -> int:
    try:
        return path.stat().st_blocks * 512  # a file that is spilled to may have holes
    except OSError:  # gone meanwhile
        return 0


def _peak_of_all() -> float:
    """Return the megabytes that this process or one that it ended has had at most."""
    import resource

    return max(peak() or 0.0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
