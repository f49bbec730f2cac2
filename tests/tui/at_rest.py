"""Waiting for an app under test: until it has nothing to do, and no longer.

Textual's driver of tests sleeps a 50th of a second, three times for each key, and looks whether the
process was busy meanwhile. That is two thirds of the time of our tests, and a busy machine makes
them look too early. Here the event loop says what is left to do, and its time jumps to what comes
next; a job beside the app is waited for until it ends, or waits for the test itself (`Hold`).
What changed is drawn once, when nothing else is left to do: the frames between, which no headless
driver shows, would be a third of the time. Where a `Recorder` stands for the terminal it gets all.
"""

from __future__ import annotations

import asyncio
import threading
from asyncio import BaseEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, ParamSpec, TypeVar

import pytest
from textual._compositor import Compositor
from textual._context import active_app
from textual.pilot import Pilot
from textual.timer import Timer

from tui.base.job import Job

P = ParamSpec("P")
T = TypeVar("T")

_SOON = 1 / 20
"""Seconds: what is due within them is waited for, as the next frame is: two 60ths at most."""
_WHILE = 1 / 500
"""Seconds after which is looked again whether a job works."""
_LONGEST = 60
"""Seconds that jobs may take, on the busiest machine."""

_jobs_at_work: set[Job[Any]] = set()

_here = threading.local()
"""Has as `job` the one whose thread this is, if it is that of one."""


class Hold(threading.Event):
    """What a test lets a job wait for: until it is set, the app is at rest as if none worked.

    The jobs that it held count as working when `set` returns. It is set once only.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held: set[Job[Any]] = set()
        self._lock = threading.Lock()

    def wait(self, timeout: float | None = None) -> bool:
        job: Job[Any] | None = getattr(_here, "job", None)
        if job is None:
            return super().wait(timeout)
        with self._lock:
            if not self.is_set():
                self._held.add(job)
                _jobs_at_work.discard(job)
        is_set = super().wait(timeout)
        _jobs_at_work.add(job)
        return is_set

    def set(self) -> None:
        with self._lock:
            _jobs_at_work.update(self._held)
            super().set()


class _Clock:
    """The time that passes for apps: what was skipped is added to the true one, in seconds."""

    def __init__(self) -> None:
        self._skipped = 0.0

    def skip(self, seconds: float) -> None:
        self._skipped += seconds

    def read(self) -> float:
        return monotonic() + self._skipped


_clock = _Clock()


@contextmanager
def waiting_until_at_rest() -> Iterator[None]:
    """Let Textual's driver of tests wait for what is left to do."""
    start, run, init = Job.start, Job._run, Timer.__init__

    def start_counted(job: Job[Any]) -> None:
        _jobs_at_work.add(job)
        start(job)

    def run_counted(job: Job[Any]) -> None:
        _here.job = job
        try:
            run(job)
        finally:
            _jobs_at_work.discard(job)

    def init_unskipped(timer: Timer, *values: Any, **named: Any) -> None:
        init(timer, *values, **named)
        # One that rings once would never do so where its time passes before it begins to wait.
        timer._skip = timer._skip and timer._repeat != 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Timer, "__init__", init_unskipped)
        patch.setattr(BaseEventLoop, "time", lambda _: _clock.read())
        patch.setattr("textual._time.get_time", _clock.read)
        patch.setattr(asyncio, "to_thread", _call_at_once)
        patch.setattr(Job, "start", start_counted)
        patch.setattr(Job, "_run", run_counted)
        patch.setattr(
            Compositor,
            "render_update",
            lambda *values, **named: _frames.render_update(*values, **named),
        )
        patch.setattr(Pilot, "_wait_for_screen", _all_done)
        patch.setattr("textual.app.wait_for_idle", _until_at_rest)
        patch.setattr("textual.pilot.wait_for_idle", _until_at_rest)
        yield


class _Frames:
    """Draws what changed once an app is at rest, where nobody sees the frames before."""

    def __init__(self) -> None:
        self._render_update = Compositor.render_update
        self._is_due = False

    def render_update(self, compositor: Compositor, full: bool = False, **named: Any) -> object:
        """Stand in for what draws a frame; what it leaves out stays noted as changed."""
        if full or self._is_due or not active_app.get().is_headless:
            return self._render_update(compositor, full, **named)
        return None

    def draw(self) -> bool:
        """Let the screen of the app draw what changed; tell whether anything did."""
        self._is_due = False
        app = active_app.get(None)
        screens = app.screen_stack[-1:] if app is not None and app.is_running else []
        for screen in screens:
            self._is_due = bool(screen._compositor._dirty_regions)
            if self._is_due:
                screen.call_next(screen._compositor_refresh)
        return self._is_due


_frames = _Frames()


async def _until_at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to do in the loop or in a job, nor will be in `_SOON`.

    The values are those of Textual's `wait_for_idle`, in seconds of the app's time: what comes
    again and again is waited for no longer.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BaseEventLoop)
    latest, skipped = monotonic() + _LONGEST, 0.0
    await asyncio.sleep(min_sleep)
    while skipped < max_sleep:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if _jobs_at_work:
            assert monotonic() < latest, "A job works too long: let it wait for a `Hold`."
            await asyncio.sleep(_WHILE)
        elif (delay := _until_next(loop)) < _SOON:
            _clock.skip(delay)
            skipped += delay
        elif not _frames.draw():
            return


async def _all_done(_: Pilot[Any]) -> bool:
    """Stand in for the driver's question to each widget whether it is done: it is, at rest."""
    await _until_at_rest()
    return True


async def _call_at_once(call: Callable[P, T], *values: P.args, **named: P.kwargs) -> T:
    """Stand in for `asyncio.to_thread`, whose threads stay when they have nothing to do."""
    return call(*values, **named)


def _until_next(loop: BaseEventLoop) -> float:
    """Return how many seconds pass until something is due; `_SOON` where nothing is."""
    due = [one.when() for one in loop._scheduled if not one.cancelled()]  # type: ignore[attr-defined]
    return max(0, min(due) - loop.time()) if due else _SOON
