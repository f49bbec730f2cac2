"""Long work beside the app: it tells how far it is, and can be called off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

if TYPE_CHECKING:
    from textual.app import App

T = TypeVar("T")
P = ParamSpec("P")


class _UnusualError(Exception):
    """Stands for what is raised to end a program, and would end a thread without a word."""


class Job(Generic[T]):
    """Does `work` in a thread of its own, which never outlives the program.

    `work` is given a function to call with the share done, 0..1; that is passed on to
    `progressed`, or raises `CancelledError` once nobody waits for the result any more. The result
    goes to `done`; what the work raises, or `done` itself, goes to `failed`. One of these two hears
    of it, unless the job was called off. All three are called in the job's thread, and none before
    `start`: by then whoever made it has bound the name that they may use.
    """

    def __init__(
        self,
        work: Callable[[Callable[[float], None]], T],
        done: Callable[[T], None],
        progressed: Callable[[float], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._work = work
        self._done = done
        self._progressed = progressed
        self._failed = failed
        self._off = threading.Event()

    def start(self) -> None:
        """Begin; once only."""
        threading.Thread(target=self._run, daemon=True).start()

    def call_off(self) -> None:
        """End the work at its next step; its result is not wanted."""
        self._off.set()

    def _run(self) -> None:
        try:
            result = self._work(self._tell)
            self._check()
            self._done(result)
        except BaseException as error:  # of libraries too; nobody else would hear of it
            if isinstance(error, CancelledError) and self._off.is_set():
                return
            self._failed(error if isinstance(error, Exception) else _UnusualError(repr(error)))

    def _tell(self, share: float) -> None:
        self._check()
        self._progressed(share)

    def _check(self) -> None:
        if self._off.is_set():
            raise CancelledError


def relay(app: App[Any], call: Callable[P, None]) -> Callable[P, None]:
    """Return what another thread calls to have `call` called in that of the app.

    Nothing is called once the app has ended: a job that was called off may still have to say
    something then.
    """

    def call_there(*values: P.args, **named: P.kwargs) -> None:
        if app.is_running:
            app.call_from_thread(call, *values, **named)

    return call_there
