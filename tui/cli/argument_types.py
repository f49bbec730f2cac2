"""What arguments of the command line are read as, and what is said of one that cannot be."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any, NoReturn

READ_FILES = "(files)"
"""The command that is meant where none is named: to read files, or the library."""


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


def define_coder(parser: argparse.ArgumentParser) -> None:
    """Let a call name who codes."""
    define_name(
        parser,
        "--coder",
        metavar="NAME",
        default=argparse.SUPPRESS,
        help="who codes (or COPYDESK_CODER, or config.toml)",
    )
    parser.add_argument(
        "--blind",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="hide what other coders did, or show it",
    )
    parser.add_argument(
        "--hide-outlets",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help="hide titles, outlets and authors, or show them",
    )


def define_loudness(parser: argparse.ArgumentParser) -> None:
    """Let a call say how much it is told besides what it asks for."""
    either = parser.add_mutually_exclusive_group()
    for flags, what in (
        (("-q", "--quiet"), "print results and errors only: no notices, no progress"),
        (("--verbose",), "also tell which files are used and how long it took"),
    ):
        either.add_argument(*flags, action="store_true", default=argparse.SUPPRESS, help=what)


def define_article(parser: argparse.ArgumentParser) -> None:
    """Let one article be named."""
    define_name(parser, "article", metavar="ARTICLE", help="its id, or part of its title")


def define_allow_local(parser: argparse.ArgumentParser) -> None:
    """Define how a call allows addresses of its own network."""
    parser.add_argument(
        "--allow-local",
        action="store_true",
        help="also fetch addresses named here that are on this machine or its network,"
        " but nothing they lead to",
    )


def define_json(parser: argparse.ArgumentParser) -> None:
    """Define how a call asks for JSON."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


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


_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_SHORTEST_WAIT, _LONGEST_WAIT = 60, 7 * 86400


def read_interval(text: str) -> int:
    """Return a time like 15m in seconds, from a minute to a week."""
    number, unit = text[:-1], text[-1:]
    if not number.isascii() or not number.isdigit() or len(number) > 6 or unit not in _UNITS:
        raise argparse.ArgumentTypeError("must be a time such as 15m, 2h or 1d")
    seconds = int(number) * _UNITS[unit]
    if not _SHORTEST_WAIT <= seconds <= _LONGEST_WAIT:
        raise argparse.ArgumentTypeError("must be from a minute (1m) to a week (7d)")
    return seconds


def read_percent(text: str) -> float:
    """Return a share, 0..1, of a number from 1 to 100, with or without a sign."""
    number = text.removesuffix("%").strip()
    is_number = number.isascii() and number.isdigit() and len(number) <= 3
    if not is_number or not 1 <= int(number) <= 100:
        raise argparse.ArgumentTypeError("must be a number from 1 to 100")
    return int(number) / 100
