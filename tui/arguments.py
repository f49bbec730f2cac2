"""The arguments of the command line."""

from __future__ import annotations

import argparse
from typing import NoReturn

from tui import __version__

_OPEN = "open"
"""What is meant when no command is named: open the files, or the library."""

_DESCRIPTION = """\
Read several articles about one story side by side, see what they share, annotate, export.

  copydesk                  open the library
  copydesk FILE|FOLDER...   add them (if new) and open them side by side
  copydesk demo             open the sample story, in a library of its own
"""
_EPILOG = """\
`copydesk COMMAND --help` tells more. A file that is named like a command is opened as ./NAME.
In the app, ? shows the keys.
"""


class UsageError(Exception):
    """The call is wrong; the message says how to put it right."""


class _Parser(argparse.ArgumentParser):
    """Tells of a wrong call in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see `{self.prog} --help`)")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return what was asked for; `UsageError` for a wrong call."""
    return _parser().parse_args(_with_command(arguments))


def _with_command(arguments: list[str]) -> list[str]:
    """Put the command that opens files in front where none is named."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        if arguments[at] in ("--version", "--help", "-h"):
            return arguments
        if arguments[at] == "--":
            break
        at += 2 if arguments[at] == "--library" else 1
    if at < len(arguments) and arguments[at] in _COMMANDS:
        return arguments
    return [_OPEN, *arguments]


def _parser() -> _Parser:
    library = _Parser(add_help=False)
    library.add_argument(
        "--library",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the library to use (or COPYDESK_LIBRARY)",
    )
    parser = _Parser(
        prog="copydesk",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[library],
        usage="copydesk [COMMAND] [--library PATH] ...",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    subparsers = parser.add_subparsers(
        prog="copydesk", dest="command", metavar="COMMAND", parser_class=_Parser, title="commands"
    )
    subparsers.add_parser(_OPEN, parents=[library], allow_abbrev=False).add_argument(
        "files", nargs="*", metavar="FILE"
    )
    for name, (summary, add_options) in _COMMANDS.items():
        command = subparsers.add_parser(
            name, parents=[library], help=summary, description=summary, allow_abbrev=False
        )
        add_options(command)
    return parser


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a text, a folder of texts, or - for stdin"
    )
    parser.add_argument("--story", metavar="NAME", help="put them into this story")
    parser.add_argument("--source", metavar="NAME", default="", help="the outlet of all of them")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document")


def _compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text or a folder of texts")
    _json(parser)


def _notes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", metavar="NAME", help="only of this story")
    parser.add_argument("--tag", metavar="TAG", help="only with this tag")
    _json(parser)


def _annotate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="its id, or a part of its title")
    parser.add_argument("--quote", metavar="TEXT", required=True, help="the words to annotate")
    parser.add_argument(
        "--nth", metavar="N", type=_ordinal, default=1, help="which occurrence (default: 1)"
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="a note, in Markdown")
    parser.add_argument(
        "--tag", metavar="TAG", action="append", default=[], help="a tag; may be given again"
    )


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", metavar="NAME", help="the story; needed where there are several")
    parser.add_argument("--format", choices=["markdown"], default="markdown")
    parser.add_argument(
        "-o", dest="output", metavar="PATH", help="a file, a folder, or - for standard output"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace what was not written by Copydesk"
    )


def _nothing(_parser: argparse.ArgumentParser) -> None:
    pass


def _ordinal(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("must be a number, 1 or more")
    return int(text)


_COMMANDS = {
    "demo": ("Open the sample story, in a library of its own.", _nothing),
    "add": ("Add articles to the library.", _add),
    "list": ("List the articles in the library.", _json),
    "stories": ("List the stories in the library.", _json),
    "compare": ("Tell what files share, without touching the library.", _compare),
    "notes": ("List the annotations.", _notes),
    "annotate": ("Annotate a quote of an article.", _annotate),
    "export": ("Write a story's sources and annotations as Markdown.", _export),
    "keys": ("Print the keys of the app.", _nothing),
    "locate": ("Tell where library, configuration and log are.", _nothing),
}
