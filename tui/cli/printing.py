"""Printing for people and for programs. Nothing that an article says reaches the terminal raw."""

from __future__ import annotations

import io
import json
import sys

from storage.wording.terminal_text import reveal_json, reveal_line


def say(line: str = "") -> None:
    """Print one line for people."""
    sys.stdout.write(f"{line}\n")


def complain(sentence: str) -> None:
    """Print one sentence on standard error."""
    sys.stderr.write(f"copydesk: {reveal_line(sentence)}\n")


def use_utf8() -> None:
    """Let what follows go out in UTF-8, whatever the terminal's encoding: programs read it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def print_json(value: object) -> None:
    """Print `value` as one JSON document, in UTF-8, with control characters escaped."""
    use_utf8()
    say(reveal_json(json.dumps(value, ensure_ascii=False, indent=2)))
