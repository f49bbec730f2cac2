"""Printing for people and for programs. Nothing that an article says reaches the terminal raw."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Sequence

from storage.wording.terminal_text import reveal_json, reveal_line, shorten


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


def print_table(head: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    """Print a table; the last column is cut where the terminal ends, numbers stand right."""
    cells = [[reveal_line(str(cell)) for cell in row] for row in rows]
    widths = [max(len(text) for text in column) for column in zip(head, *cells, strict=True)]
    room = shutil.get_terminal_size((100, 24)).columns
    for index, row in enumerate([list(head), *cells]):
        padded = [
            text.rjust(width)
            if index and isinstance(rows[index - 1][column], int)
            else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        line = "  ".join(padded).rstrip()
        say(shorten(line, room) if sys.stdout.isatty() else line)
