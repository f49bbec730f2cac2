from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from pathlib import Path
from typing import cast

import pytest
from textual.app import App

from tui.add.import_job import ImportJob
from tui.base.job import Job, relay


def test_the_result_and_how_far_it_is_are_told() -> None:
    told: list[float] = []
    results: list[object] = []
    finished = threading.Event()

    def work(progress: Callable[[float], None]) -> str:
        progress(0.5)
        return "done"

    def done(result: str) -> None:
        results.append(result)
        finished.set()

    Job(work, done, told.append, failed=results.append).start()
    assert finished.wait(10)
    assert (told, results) == ([0.5], ["done"])


def test_what_is_called_off_ends_at_its_next_step_and_tells_nothing() -> None:
    results: list[object] = []
    told: list[float] = []
    called_off, ended = threading.Event(), threading.Event()

    def work(progress: Callable[[float], None]) -> str:
        called_off.wait(10)
        try:
            progress(0.5)
        finally:
            ended.set()
        return "too late"

    job = Job(work, results.append, told.append, failed=results.append)
    job.start()
    job.call_off()
    called_off.set()
    assert ended.wait(10)
    assert (results, told) == ([], [])


def test_what_the_work_raises_is_told() -> None:
    errors: list[Exception] = []
    ended = threading.Event()
    error = MemoryError("too much")

    def work(_: Callable[[float], None]) -> str:
        raise error

    def failed(raised: Exception) -> None:
        errors.append(raised)
        ended.set()

    Job(work, lambda _: None, lambda _: None, failed).start()
    assert ended.wait(10)
    assert errors == [error]


def test_nothing_is_called_before_it_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(threading.Thread, "start", started.append)

    Job(started.append, started.append, started.append, started.append)
    ImportJob(Path("library.db"), ["owl.txt"], lambda: None, started.append)

    assert started == []


def hear(work: Callable[[object], object], done: Callable[[object], None]) -> list[Exception]:
    """Return what a job says has failed."""
    errors: list[Exception] = []
    ended = threading.Event()

    def failed(error: Exception) -> None:
        errors.append(error)
        ended.set()

    Job(work, done, lambda _: None, failed).start()
    assert ended.wait(10)
    return errors


@pytest.mark.parametrize(
    "error", [SystemExit(1), KeyboardInterrupt(), GeneratorExit(), CancelledError()], ids=repr
)
def test_whatever_ends_the_work_is_told(error: BaseException) -> None:
    def work(_: object) -> None:
        raise error

    (told,) = hear(work, lambda _: None)

    assert type(error).__name__ in repr(told)


def test_what_fails_when_the_result_is_taken_is_told() -> None:
    error = RuntimeError("no such widget")

    def done(_: object) -> None:
        raise error

    assert hear(lambda _: "result", done) == [error]


class FakeApp:
    """An app as far as a job needs it: it calls at once while it runs."""

    is_running = True

    def call_from_thread(self, call: Callable[..., None], *values: object) -> None:
        """Call."""
        call(*values)


def test_what_is_relayed_is_dropped_once_the_app_has_ended() -> None:
    app = FakeApp()
    told: list[float] = []
    tell = relay(cast("App[None]", app), told.append)
    tell(0.5)
    app.is_running = False
    tell(1.0)
    assert told == [0.5]
