"""Calls the command line, inside this process or as a program, and tells what came of it."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.storage.desk import BRIDGE, MILL, OWL

HEADLINE = "Owl keeps the choir awake"
FIRST = f"{HEADLINE}\n\n{OWL}\n\n{MILL}\n"
SECOND = f"The choir and its lodger\n\n{BRIDGE}\n\n{OWL}\n"

# What would change the title of a terminal, clear it, colour it, and turn what follows round.
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066"


class Answer(NamedTuple):
    """What a call came to."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Copydesk = Callable[..., Answer]
PROGRAM = Path(sys.executable).with_name("copydesk")


def run(*command: str | Path, stdin: bytes | None = None) -> Answer:
    """Run a program without a terminal."""
    ended = subprocess.run(
        command,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def write_to(output: int, *arguments: str) -> tuple[int, str]:
    """Let the program write to `output`, closes that; returns its exit status and its errors."""
    with os.fdopen(output, "wb") as stream:
        ended = subprocess.run(
            [PROGRAM, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    return ended.returncode, ended.stderr.decode()


def imported_by(*arguments: str) -> set[str]:
    """Return the modules that a call has imported at its end."""
    script = (
        "import sys\nfrom tui.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    return set(run(sys.executable, "-c", script, *arguments).err.split())


def controls(text: str) -> set[str]:
    """Return the control characters that a terminal would act on, line breaks aside."""
    return set(
        re.findall(
            r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", text
        )
    )


def library_of(copydesk: Copydesk) -> Path:
    return Path(copydesk("locate").lines[0].partition(" ")[2])


def is_wrong_call(answer: Answer) -> bool:
    """Tell whether a call was refused as wrong, in one line."""
    return (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def failed(answer: Answer, sentence: str) -> bool:
    """Tell whether a call failed with this one sentence, and no fault of the program's own."""
    assert "Traceback" not in answer.err
    assert "internal error" not in answer.err
    return (answer.status, answer.err) == (1, f"copydesk: {sentence}\n")


class Buffer(io.TextIOWrapper):
    """Stands for standard output or input, where bytes are asked for."""

    def __init__(self, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8")
