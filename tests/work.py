"""Work counted in calls, of functions and of what a generator yields: the same at every run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def count_calls(job: Callable[[], object]) -> int:
    """Return how many calls `job` makes, those of C among them."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        job()
    finally:
        sys.setprofile(before)
    return calls
