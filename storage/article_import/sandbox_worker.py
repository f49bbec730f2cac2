"""The process that parses: it reads jobs from standard input and answers on standard output.

A job is a line of JSON and the bytes that it announces. What is found is answered line by line in
JSON, then comes an empty object, as it does when the process is ready. Nothing else is ever said by
this process, and it needs neither network nor other programs, and no file but one that a job names
and what lies beside it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from typing import IO, Any

from storage.article_import.file_types import find_by_name
from storage.article_import.input_format import Document
from storage.article_import.parsed import to_plain
from storage.article_import.parsers import parse
from storage.errors import ReadError
from storage.limits import LARGEST_MEMORY

_FORBIDDEN = frozenset(
    "socket.connect socket.bind socket.getaddrinfo socket.sendto subprocess.Popen os.exec os.fork"
    " os.forkpty os.posix_spawn os.startfile os.system os.remove os.rename os.rmdir".split()
)


Answer = Callable[[str, Document], Iterator[dict[str, Any]]]
"""Reads a document in the format of a name, and yields what is to be answered."""


def serve(answer: Answer | None = None) -> None:
    """Say that it is ready, then answer jobs until nobody is there to give any.

    Without an `answer` they are about articles.
    """
    jobs, answers = sys.stdin.buffer, _keep_output()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c is for who waits for the answer
    _limit_memory()
    sys.addaudithook(_refuse)
    answers.write(b"{}\n")
    answers.flush()
    while line := jobs.readline():
        job = json.loads(line)
        _limit_time(job["seconds"])
        for told in _answer(job, jobs.read(job["size"]), answer or _read_articles):
            answers.write(json.dumps(told).encode() + b"\n")
            answers.flush()
            _limit_time(job["seconds"])


def _answer(job: dict[str, Any], data: bytes, answer: Answer) -> Iterator[dict[str, Any]]:
    charset, url, path, wanted, columns = job["document"]
    document = Document(data, charset, url, path, tuple(wanted), columns)
    try:
        yield from answer(job["format"], document)
    except ReadError as error:
        yield {"problem": str(error)}
    else:
        yield {}


def _read_articles(name: str, document: Document) -> Iterator[dict[str, Any]]:
    yield from map(to_plain, parse(find_by_name(name), document))


def _keep_output() -> IO[bytes]:
    """Return standard output, and let what libraries print go nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
    return answers


def _limit_memory() -> None:
    if sys.platform == "win32":  # whose Python has no such limits
        return
    import resource

    with contextlib.suppress(ValueError, OSError):  # some macOS
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (LARGEST_MEMORY, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Let the system end this process should nobody be left to do it."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + 2 * seconds) + 1
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Keep parsers, whatever they are given, from all that is no parsing."""
    if event in _FORBIDDEN or (event == "open" and _writes(arguments)):
        raise PermissionError(f"no {event} while parsing")


def _writes(arguments: tuple[Any, ...]) -> bool:
    mode = arguments[1] if len(arguments) > 1 else None
    return isinstance(mode, str) and not set(mode).isdisjoint("wax+")
