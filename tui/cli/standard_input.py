"""What comes through standard input."""

from __future__ import annotations

import sys

NAME = "Standard input"
"""What it is called in messages."""


def read_standard_input() -> bytes:
    """Return what comes up to its end, nothing where it is closed; `ReadError` if too much does."""
    from storage.files import read_stream  # most commands read none

    return read_stream(sys.stdin.buffer, NAME) if sys.stdin else b""


def read_named(name: str) -> bytes:
    """Return what a file holds, or standard input where it is called `-`."""
    from storage.files import read_file, resolve_to_read

    return read_standard_input() if name == "-" else read_file(resolve_to_read(name))
