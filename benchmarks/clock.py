"""CPU time: what others run on the machine shows in it least."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence


def cpu() -> float:
    """Return the CPU seconds of this process and of the children it has waited for.

    On Windows children do not count.
    """
    if sys.platform == "win32":
        return time.process_time()
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def medians(jobs: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the median CPU seconds of each job.

    They are run in turn, so that a machine that slows down slows all.
    """
    spent: list[list[float]] = [[] for _ in jobs]
    for _ in range(rounds):
        for job, times in zip(jobs, spent, strict=True):
            start = cpu()
            job()
            times.append(cpu() - start)
    return [statistics.median(times) for times in spent]
