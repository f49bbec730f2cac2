from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import resource_tracker

import pytest

from storage.errors import CopydeskError
from storage.scan.work.workers import Workers


class _Captured:
    """Standard error as the app has it while it runs."""

    def fileno(self) -> int:
        return -1


@pytest.mark.skipif(os.name == "nt", reason="nothing looks after semaphores there")
def test_they_start_in_the_app(monkeypatch: pytest.MonkeyPatch) -> None:
    tracker = resource_tracker.ResourceTracker()
    for name in ("register", "unregister", "getfd"):
        monkeypatch.setattr(resource_tracker, name, getattr(tracker, name))
    monkeypatch.setattr(sys, "stderr", _Captured())
    with Workers(2) as workers:
        assert list(workers.map(abs, [-3])) == [3]


def test_no_more_are_started_than_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert [Workers(count).count for count in (None, 1, 8, 9999)] == [2, 1, 8, 8]
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    assert Workers().count == 61


@pytest.mark.skipif(os.name == "nt", reason="there is no mask of signals")
def test_what_ends_a_scan_from_the_keyboard_is_not_heard_by_them_even_as_they_start() -> None:
    tell_masked = partial(signal.pthread_sigmask, signal.SIG_BLOCK)
    with Workers(2) as workers:
        (masked,) = workers.map(tell_masked, [[]])
    assert signal.SIGINT in masked
    assert signal.SIGINT not in tell_masked([])


def test_one_that_is_killed_as_they_start_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: ProcessPoolExecutor, *_task: object) -> None:
        raise BrokenProcessPool

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    with Workers(2) as workers, pytest.raises(CopydeskError, match="perhaps for lack of memory"):
        list(workers.map(abs, [-3]))
