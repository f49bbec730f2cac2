"""What arguments of the command line are read as, and what is said of one that cannot be."""

from __future__ import annotations

import argparse
from typing import Any


class UsageError(Exception):
    """The call is wrong; the message says how to put it right."""


def define_name(parser: argparse._ActionsContainer, flag: str, **how: Any) -> None:
    """Define what names something: an empty name is no way to leave it out."""
    called = flag if flag.startswith("-") else how["metavar"]

    def read(name: str) -> str:
        if not name.strip():
            raise UsageError(f"{called} is empty: it has to name something.")
        return name

    parser.add_argument(flag, type=read, **how)


def read_ordinal(text: str) -> int:
    """Return a number, 1 or more."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)


def read_entries(text: str) -> tuple[range, ...]:
    """Return the numbers that are meant; none for all of them."""
    if text.strip().lower() == "all":
        return ()
    spans = []
    for part in text.split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        begin = read_ordinal(first)
        spans.append(range(begin, (read_ordinal(last) if dash else begin) + 1))
    if not all(spans):
        raise argparse.ArgumentTypeError("must be numbers such as 1,3-5, or all")
    return tuple(spans)
