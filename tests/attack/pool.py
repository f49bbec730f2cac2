"""Attacks in processes of their own: what hangs, or ends its process, is told and gone on from."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from tests.attack.kinds import KINDS, Kind, run_attack

_MEMORY = 4 * 2**30
"""Bytes of the address space of each process, where the system can limit that."""
_ATTACKS = 150
"""Those of one process, so that what an attack leaves is not for ever."""
_ROOT = str(Path(__file__).parents[2])


class Result(NamedTuple):
    """What came of an attack."""

    kind: str
    seed: int
    seconds: float
    done: str
    """What was done, where it was survived."""
    failure: str = ""
    """Why it was not, in one line."""
    trace: str = ""


class _Worker:
    """A process that attacks, and what it is doing."""

    def __init__(self, scratch: Path) -> None:
        processes = get_context("spawn")
        self.line, theirs = processes.Pipe()
        self._process: BaseProcess = processes.Process(target=_serve, args=(theirs, str(scratch)))
        self._process.start()
        theirs.close()
        self._left = _ATTACKS
        self._job: tuple[Kind, int] | None = None
        self._since = 0.0

    def begin(self, kind: Kind, seed: int) -> None:
        self._job, self._since = (kind, seed), time.monotonic()
        self._left -= 1
        self.line.send((kind.name, seed))

    @property
    def is_worn(self) -> bool:
        return self._left <= 0

    def take(self) -> Result:
        """Return what the attack came to that has ended, or ended the process."""
        assert self._job is not None
        try:
            return Result(*self.line.recv())
        except (EOFError, OSError):
            self._process.join(5)
            return self._fail(f"ended its process: {self._process.exitcode}")

    def check_time(self) -> Result | None:
        """Return that the attack hangs, if it does."""
        assert self._job is not None
        if time.monotonic() - self._since <= self._job[0].seconds:
            return None
        return self._fail(f"took longer than {self._job[0].seconds:.0f} seconds")

    def _fail(self, failure: str) -> Result:
        assert self._job is not None
        self._left = 0
        return Result(self._job[0].name, self._job[1], time.monotonic() - self._since, "", failure)

    def end(self) -> None:
        """End the process with all that it started."""
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(self._process.pid or 0, signal.SIGKILL)
        self._process.kill()
        self._process.join()
        self.line.close()


def run_all(jobs: Iterator[tuple[Kind, int]], processes: int) -> Iterator[Result]:
    """Attack, as many at a time as there are processes; results come as they end."""
    os.environ["PYTHONHASHSEED"] = "0"  # the same seed, the same attack
    scratch = Path(mkdtemp(prefix="copydesk-attack-"))
    busy: list[_Worker] = []
    idle: list[_Worker] = []
    try:
        more = True
        while more or busy:
            while more and len(busy) < processes:
                job = next(jobs, None)
                if job is None:
                    more = False
                    break
                worker = idle.pop() if idle else _Worker(scratch)
                busy.append(worker)
                worker.begin(*job)
            heard = wait([worker.line for worker in busy], timeout=0.5)
            for worker in list(busy):
                result = worker.take() if worker.line in heard else worker.check_time()
                if result is None:
                    continue
                busy.remove(worker)
                if worker.is_worn:
                    worker.end()
                else:
                    idle.append(worker)
                yield result
    finally:
        for worker in busy + idle:
            worker.end()
        _remove(scratch)


def _serve(line: Connection, scratch: str) -> None:
    """Attack as often as one is told to."""
    if hasattr(os, "setsid"):
        os.setsid()
    _limit_memory()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    os.environ["TMPDIR"] = scratch  # what is left there goes with all else
    sys.path.insert(0, _ROOT)  # of the programs that attacks start elsewhere
    while True:
        try:
            name, seed = line.recv()
        except EOFError:
            return
        line.send(tuple(_attack(KINDS[name], seed, Path(scratch))))


def _attack(kind: Kind, seed: int, scratch: Path) -> Result:
    begun = time.monotonic()
    folder = Path(mkdtemp(prefix=f"{kind.name}-{seed}-", dir=scratch))
    done = failure = trace = ""
    try:
        done = run_attack(kind, seed, folder)
    except BaseException as error:  # SystemExit, too, is no answer
        failure, trace = _describe(error), traceback.format_exc()
    os.chdir(scratch)
    _remove(folder)
    return Result(kind.name, seed, time.monotonic() - begun, done, failure, trace)


def _describe(error: BaseException) -> str:
    """Return an error in one line, with where in our code it was."""
    places = traceback.extract_tb(error.__traceback__)
    ours = [one for one in places if one.filename.startswith(_ROOT) and ".venv" not in one.filename]
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else "?"
    said = ascii(str(error))[1:-1]
    return f"{type(error).__name__} at {where}: {said[:300]}"


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _remove(folder: Path) -> None:
    """Remove a folder with all in it, whatever its permissions are."""
    for one in folder.rglob("*"):
        with contextlib.suppress(OSError):
            if one.is_dir() and not one.is_symlink():
                one.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
