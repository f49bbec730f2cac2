"""How far a scan is, and when it may be done."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Literal, NamedTuple

Stage = Literal["reading", "fingerprints", "candidates", "comparing", "clusters", "writing"]


class Progress(NamedTuple):
    """What is done of a stage."""

    stage: Stage
    done: int
    total: int
    """0 where nobody knows yet."""
    seconds: float | None = None
    """How long all of it will take, told before it begins, where some of it was tried."""


Steps = Callable[[int, int], None]
"""Is told how many steps are done, and of how many."""
Tell = Callable[[Progress], None]
"""Is told of progress; whatever it raises ends the scan, which can go on later."""


class Estimate:
    """When a stage will be done, by what it did in the last while."""

    def __init__(self, seconds: float = 60.0) -> None:
        """Go by the last so many seconds: what is left costs what the last did, not the first."""
        self._seconds = seconds
        self._seen: deque[tuple[float, int]] = deque()
        self._stage = ""

    def estimate(self, progress: Progress, now: float) -> float | None:
        """Return how many seconds are left of the stage; None where that cannot be told yet.

        It never can of the steps in which candidates are found: they are not alike.
        """
        if progress.stage != self._stage:
            self._stage = progress.stage
            self._seen.clear()
        self._seen.append((now, progress.done))
        while len(self._seen) > 2 and now - self._seen[1][0] >= self._seconds:
            self._seen.popleft()
        since, before = self._seen[0]
        is_even = progress.stage != "candidates"
        if not is_even or progress.done <= before or now - since < 1:
            return None
        return (progress.total - progress.done) * (now - since) / (progress.done - before)
