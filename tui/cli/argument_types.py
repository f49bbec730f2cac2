"""What arguments of the command line are read as, and what is said of one that cannot be."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn


class UsageError(Exception):
    """The call is wrong; the message says how to put it right, `choices` what to choose from."""

    def __init__(self, sentence: str, choices: Iterable[str] = ()) -> None:
        super().__init__(sentence)
        self.choices = tuple(choices)


class Parser(argparse.ArgumentParser):
    """Tells of a wrong call in one sentence."""

    def error(self, message: str) -> NoReturn:
        """Raise `UsageError` with what argparse says."""
        raise UsageError(f"{message} (see `{self.prog} --help`)")

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        # In `--story=--` argparse takes the name for what ends the options, and is left with none.
        if action.option_strings and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)


def define_name(parser: argparse._ActionsContainer, flag: str, **how: Any) -> None:
    """Define what names something: an empty name is no way to leave it out."""
    called = flag if flag.startswith("-") else how["metavar"]

    def read(name: str) -> str:
        if not name.strip():
            raise UsageError(f"{called} must not be empty.")
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
