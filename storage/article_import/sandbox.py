"""Parsing in a process of its own, so that a file that hangs or crashes a parser costs only itself.

`subprocess` and not `multiprocessing`: that would import the main module anew, start a second
process that tracks resources, and fail where an app has put its own object in place of standard
error, as Textual does. Answers are JSON: nothing that a parser was made to say is run here.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from typing import Any, Self

from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import Found, from_plain
from storage.errors import ReadError
from storage.files import explain_error
from storage.limits import (
    LARGEST_ANSWER,
    SECONDS_OF_PARSING,
    SECONDS_OF_PARSING_LONG,
    SECONDS_OF_STARTING,
)
from storage.wording.plural import pluralize

_START = (
    "import sys; from importlib import import_module; sys.path[:] = sys.argv[2:];"
    " import_module(sys.argv[1]).serve()"
)


class TooSlowError(ReadError):
    """A document was waited for as long as one is; it is not to be waited for again."""


class Worker:
    """A process that parses, which starts when it is first needed; close it when done.

    To be used by one thread at a time.
    """

    def __init__(self, module: str) -> None:
        """Make one whose process runs `serve` of a module."""
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def ask(
        self, name: str, document: Document, seconds: float
    ) -> Generator[dict[str, Any], None, None]:
        """Yield the answers to a job: to read `document` in the format of that name.

        `TooSlowError` where any of them takes longer than these `seconds`, `ReadError` also where
        one ends the process. Where not all are taken, the process has to begin anew for the next
        job.
        """
        process = self._start()
        asked = _make_job(name, document, seconds)
        read = 0
        is_over = False
        try:
            while True:
                line, late = self._send(process, asked, seconds)
                skipped = _tell_skipped(read)
                if late:
                    raise TooSlowError(f"took longer than {seconds:.0f} seconds to read{skipped}")
                answer = _parse_answer(line)
                if answer is None:
                    raise ReadError(f"crashed its parser{skipped}")
                is_over = not answer or "problem" in answer
                if "problem" in answer:
                    raise ReadError(str(answer["problem"]))
                if is_over:
                    return
                yield answer
                read += 1
                asked = b""
        finally:
            if not is_over:
                self.close()

    def close(self) -> None:
        """End the process; it is started again when it is needed again."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(OSError):
            process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _send(
        self, process: subprocess.Popen[bytes], job: bytes, seconds: float
    ) -> tuple[bytes, bool]:
        """Return the answer, and whether it was not waited for any longer."""
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        line = b""
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            with contextlib.suppress(OSError):  # it is gone: the answer says so
                process.stdin.write(job)
                process.stdin.flush()
            line = process.stdout.readline(LARGEST_ANSWER)
        except BaseException:
            self.close()  # an answer half read would be taken for the next one
            raise
        finally:
            timer.cancel()
        if late.is_set():
            self.close()
        return line, late.is_set() and not line.endswith(b"\n")

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, self._module, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ReadError(
                f"needs a process of its own, which cannot start: {explain_error(error)}"
            ) from error
        # Apart, so that what hangs is waited for no longer because the process is new.
        ready, _ = self._send(self._process, b"", SECONDS_OF_STARTING)
        if not ready or self._process is None:
            self.close()
            raise ReadError("needs a process of its own, which does not start")
        return self._process


class Parser(Worker):
    """Reads documents that hold articles."""

    def __init__(self, seconds: float | None = None) -> None:
        """Make one; `seconds` is the time for each file in place of the usual one."""
        super().__init__("storage.article_import.sandbox_worker")
        self._seconds = seconds

    def parse(self, input_format: InputFormat, document: Document) -> Iterator[Found]:
        """Read `document` in that format, one thing after another.

        See `parsers.parse`, and `ask` for what goes wrong besides.
        """
        usual = SECONDS_OF_PARSING_LONG if input_format.is_long else SECONDS_OF_PARSING
        answers = self.ask(input_format.name, document, self._seconds or usual)
        with contextlib.closing(answers):
            yield from map(from_plain, answers)


def _make_job(name: str, document: Document, seconds: float) -> bytes:
    data, *rest = document
    job = {
        "format": name,
        "document": rest,
        "size": len(data),
        "seconds": seconds,
    }
    return json.dumps(job).encode() + b"\n" + data


def _tell_skipped(read: int) -> str:
    """Return what became of a document that was not read beyond that many articles."""
    if not read:
        return "; it was skipped"
    return f" after {pluralize(read, 'article')}; the rest was skipped"


def _parse_answer(line: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(line) if line.endswith(b"\n") else None
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
