"""Printing for people and for programs. Nothing that an article says reaches the terminal raw."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable

from storage.wording.terminal_text import reveal_json, reveal_line, reveal_text

_QUIET, _USUAL, _VERBOSE = range(3)
_loudness = _USUAL


def say(line: str = "") -> None:
    """Print one line for people."""
    sys.stdout.write(f"{line}\n")


def complain(sentence: str, choices: Iterable[str] = ()) -> None:
    """Print one sentence on standard error, then what there is to choose from, one a line."""
    lines = [f"copydesk: {reveal_line(sentence)}", *(f"  {reveal_line(one)}" for one in choices)]
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def choose_loudness(*, quiet: bool, verbose: bool) -> None:
    """Say for this call whether notices are left out, or what is used is told too."""
    global _loudness
    _loudness = _VERBOSE if verbose else _QUIET if quiet else _USUAL


def mention(sentence: str) -> None:
    """Tell of something that is no failure, on standard error; nothing to who wants it quiet."""
    if _loudness > _QUIET:
        complain(sentence)


def detail(sentence: str) -> None:
    """Tell what is used or how long it took, on standard error, to who asked for that."""
    if _loudness == _VERBOSE:
        complain(sentence)


def tells_progress() -> bool:
    """Whether somebody looks on who wants to see how far it is."""
    return _loudness > _QUIET and bool(sys.stderr) and sys.stderr.isatty()


def use_utf8() -> None:
    """Let what follows go out in UTF-8 and with its own line breaks: programs read it.

    Whatever the terminal's encoding, and though Windows has other line breaks.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")


def print_document(content: str) -> None:
    """Print a document as it is for a program; on a terminal nothing that it says is obeyed."""
    use_utf8()
    shown = reveal_text(content.replace("\r\n", "\n")) if sys.stdout.isatty() else content
    sys.stdout.write(shown)


def print_json(value: object) -> None:
    """Print `value` as one JSON document, in UTF-8, with control characters escaped."""
    use_utf8()
    say(reveal_json(json.dumps(value, ensure_ascii=False, indent=2)))
