"""Waiting for an app under test: until it has nothing to do, and no longer.

Textual's driver of tests sleeps a 50th of a second, three times for each key, and looks whether the
process was busy meanwhile. That is two thirds of the time of our tests, and a busy machine makes
them look too early. Here the event loop says what is left to do, and its time jumps to what comes
next.
"""

from __future__ import annotations

import asyncio
import threading
from asyncio import BaseEventLoop
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, process_time
from typing import ParamSpec, TypeVar

import pytest

P = ParamSpec("P")
T = TypeVar("T")

_SOON = 1 / 20
"""Seconds: what is due within them is waited for, as the next frame is: two 60ths at most."""
_WHILE = 1 / 100
"""Seconds after which is looked again whether threads work."""
_HARDLY_ANY = _WHILE / 20
"""Seconds of the processor: threads that use less of `_WHILE` wait for something themselves."""
_LOOKS = 5
"""How often they must be found waiting: a busy machine may not have run them."""

_THREADS_OF_PYTEST = frozenset(threading.enumerate())


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
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseEventLoop, "time", lambda _: _clock.read())
        patch.setattr("textual._time.get_time", _clock.read)
        patch.setattr(asyncio, "to_thread", _call_at_once)
        patch.setattr("textual.app.wait_for_idle", _until_at_rest)
        patch.setattr("textual.pilot.wait_for_idle", _until_at_rest)
        yield


async def _until_at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing is left to do in the loop or in a thread, nor will be in `_SOON`.

    The values are those of Textual's `wait_for_idle`, in seconds: of the app's time for what comes
    again and again, of the true time for a thread, so that a busy machine waits longer.
    """
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BaseEventLoop)
    begin, skipped = monotonic(), 0.0
    await asyncio.sleep(min_sleep)
    while skipped < max_sleep:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        if (delay := _until_next(loop)) < _SOON:
            _clock.skip(delay)
            skipped += delay
        elif monotonic() - begin >= max_sleep or not await _do_threads_work():
            return


async def _call_at_once(call: Callable[P, T], *values: P.args, **named: P.kwargs) -> T:
    """Stand in for `asyncio.to_thread`, whose threads stay when they have nothing to do."""
    return call(*values, **named)


async def _do_threads_work() -> bool:
    """Tell, as soon as it is known, whether a thread of the app is doing something."""
    for _ in range(_LOOKS):
        if _THREADS_OF_PYTEST.issuperset(threading.enumerate()):
            return False
        used = process_time()
        await asyncio.sleep(_WHILE)
        if process_time() - used >= _HARDLY_ANY:
            return True
    return False


def _until_next(loop: BaseEventLoop) -> float:
    """Return how many seconds pass until something is due; `_SOON` where nothing is."""
    due = [one.when() for one in loop._scheduled if not one.cancelled()]  # type: ignore[attr-defined]
    return max(0, min(due) - loop.time()) if due else _SOON
