"""A terminal that goes while the app is in it."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LOOK = 1.0
"""Seconds after which is looked whether the block has ended."""


@contextmanager
def watch_terminal(system: str = sys.platform) -> Iterator[None]:
    """Send this process SIGHUP should its terminal go in the block.

    The system sends it to the first program of the terminal alone. Where that is `make`, which
    waits for the app, the app would read from a terminal that is gone for ever, as fast as it can.
    Nothing is watched on Windows.
    """
    if system == "win32" or sys.__stdin__ is None or not sys.__stdin__.isatty():
        yield
        return
    has_ended = threading.Event()
    watch = threading.Thread(target=_watch, args=[sys.__stdin__.fileno(), has_ended], daemon=True)
    watch.start()
    try:
        yield
    finally:
        has_ended.set()


def _watch(terminal: int, has_ended: threading.Event) -> None:
    if sys.platform == "win32":
        return
    poll = select.poll()
    poll.register(terminal, 0)  # that it hung up is told unasked
    while not has_ended.is_set():
        for _, told in poll.poll(_LOOK * 1000):
            if told & select.POLLHUP and not has_ended.is_set():
                os.kill(os.getpid(), signal.SIGHUP)
            return  # some systems cannot be asked that of a terminal
