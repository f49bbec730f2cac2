"""Calls of the command line inside this process, and what must hold of every answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from storage.repair.check import check
from tests.tui.cli.calling import Answer, Buffer, controls
from tui.cli.main import main


class _Terminal(Buffer):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def call(*arguments: str | Path, given: bytes = b"", terminal: bool = False) -> Answer:
    """Call Copydesk; `given` comes through standard input."""
    out, err = _Terminal() if terminal else Buffer(), Buffer()
    with pytest.MonkeyPatch.context() as patch:
        streams = {"stdin": Buffer(given), "stdout": out, "stderr": err}
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
            patch.setattr(sys, f"__{name}__", stream)
        status = main([str(argument) for argument in arguments])
        out.flush()
        err.flush()
    written = [stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err)]  # type: ignore[attr-defined]
    return Answer(status, *written)


def check_answer(answer: Answer, statuses: Sequence[int] = (0, 1), shown: str = "") -> None:
    """Fail where an answer is none of a program that stands, or acts on a terminal.

    `shown` are the control characters that may come out.
    """
    assert answer.status in statuses, f"status {answer.status}: {answer.err[:300]}"
    assert "Traceback (most recent" not in answer.err, answer.err[-300:]
    assert "internal error" not in answer.err, find_logged() or answer.err[:300]
    acting = controls((answer.out + answer.err).replace("\r\n", "\n")) - set(shown)
    assert not acting, f"{sorted(acting)} reach the terminal"
    assert answer.status == 0 or answer.err, "failed without a word"


def try_call(
    *arguments: str | Path,
    given: bytes = b"",
    terminal: bool = False,
    statuses: Sequence[int] = (0, 1),
) -> Answer:
    """Call Copydesk and check the answer."""
    answer = call(*arguments, given=given, terminal=terminal)
    try:
        # Tabs of a text stay in it.
        check_answer(answer, statuses, "\t" if "export" in arguments else "")
    except AssertionError as error:
        raise AssertionError(f"{[str(one)[:200] for one in arguments]}: {error}") from error
    return answer


def find_logged() -> str:
    """Return the end of what the log says of a fault, most telling first."""
    from storage.paths import log_path

    try:
        lines = log_path().read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    places = [line.strip() for line in lines if line.lstrip().startswith("File ")]
    return " < ".join([*[line for line in lines if line][-1:], *places[-3:][::-1]])


def check_library(path: Path) -> None:
    """Fail where there is a library that is not sound."""
    if path.exists() and path.stat().st_size:
        found = check(path)
        assert found.is_sound, found.findings
