"""Signals that end the app from outside: the terminal is given back, and a note is kept."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGXCPU")
_SECONDS = 5.0
"""How long the app may take to end: a terminal that is gone may never take what is written."""


class EndingSignal:
    """The first of these signals that came while they were caught."""

    def __init__(self) -> None:
        self.number: int | None = None

    @property
    def status(self) -> int:
        """The exit status that a shell gives of it; 0 where none came."""
        return 0 if self.number is None else 128 + self.number


@contextmanager
def catch_ending_signals(
    end: Callable[[], None], system: str = sys.platform
) -> Iterator[EndingSignal]:
    """Call `end` at such a signal in the block, once; what is ignored already stays ignored.

    The program ends some seconds after it, whatever `end` comes to. Nothing is caught on Windows.
    """
    came = EndingSignal()

    def handle(number: int, _frame: FrameType | None) -> None:
        if came.number is None:
            came.number = number
            watch = threading.Timer(_SECONDS, os._exit, [came.status])
            watch.daemon = True
            watch.start()
            end()

    numbers = [getattr(signal, name) for name in _NAMES] if system != "win32" else []
    caught = [number for number in numbers if signal.getsignal(number) == signal.SIG_DFL]
    for number in caught:
        signal.signal(number, handle)
    try:
        yield came
    finally:
        for number in caught:
            signal.signal(number, signal.SIG_DFL)
