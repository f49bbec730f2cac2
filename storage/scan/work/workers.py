"""Processes that work on parts of a scan."""

from __future__ import annotations

import io
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, redirect_stderr, suppress
from functools import cached_property
from importlib import import_module
from typing import Self, TypeVar

from storage.errors import CopydeskError

MOST_A_CORE = 4
"""Processes a core: more only wait for each other, and take the memory."""
_MOST = 61
"""Processes that Windows can wait for (`ProcessPoolExecutor`); where there are more, the disk is
what they wait for."""
_AHEAD = 4
"""Tasks a worker that are handed out before the first result is asked for."""

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class Workers:
    """So many processes, for the block of a `with`; with one, the work is done in this process."""

    def __init__(self, count: int | None = None, modules: Sequence[str] = ()) -> None:
        """Take as many as the machine has cores, or `count`, but no more than are of use.

        They start with the block, and import `modules`, where what they will be given lies, while
        this process gets on with other things.
        """
        cores = os.cpu_count() or 1
        self.count = min(count or cores, MOST_A_CORE * cores, _MOST)
        self._modules = modules

    def __enter__(self) -> Self:
        if self.count > 1:
            with suppress(BrokenProcessPool):  # `map` tells of it
                for _ in range(self.count):  # one starts with each task that no other is free for
                    self._submit(os.getpid)
        return self

    def __exit__(self, *_raised: object) -> None:
        if "_pool" in self.__dict__:
            self._pool.shutdown(cancel_futures=True)

    def map(
        self, function: Callable[[_Task], _Result], tasks: Iterable[_Task]
    ) -> Iterator[_Result]:
        """Yield what `function`, of a module, makes of each task, in their order.

        Errors of it reach the caller; `CopydeskError` where a worker is killed.
        """
        if self.count == 1:
            yield from map(function, tasks)
            return
        pending: deque[Future[_Result]] = deque()
        try:
            for task in tasks:
                pending.append(self._submit(function, task))
                if len(pending) > _AHEAD * self.count:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenProcessPool as error:
            raise CopydeskError(
                "A process of the scan was killed, perhaps for lack of memory."
                " Run the same command again to go on, with fewer --workers."
            ) from error

    def _submit(self, function: Callable[..., _Result], *task: object) -> Future[_Result]:
        pool = self._pool
        with _hold_interrupts():
            return pool.submit(function, *task)

    @cached_property
    def _pool(self) -> ProcessPoolExecutor:
        # What runs in other threads of this process must not be copied into a worker.
        context = multiprocessing.get_context("spawn")
        # The process that looks after semaphores is given the file of standard error, which the app
        # stands in for with something that only says it has one.
        with redirect_stderr(io.StringIO()):
            return ProcessPoolExecutor(self.count, context, _begin_worker, (self._modules,))


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Let processes that start in the block hear no ctrl+c, as they cannot ignore it at once.

    This process hears it after the block. Windows has no such thing.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin_worker(modules: Sequence[str]) -> None:
    """Leave ctrl+c to the process that gives out the work, and end with it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in modules:
        import_module(name)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
