"""`copydesk completion SHELL`: a script by which a shell completes commands, options and files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.cli.arguments import make_complete_parser
from tui.cli.printing import print_document

_NAMES_FILE = ("FILE", "PATH", "OLD")
"""What arguments are called that may be a file."""


def print_completion(options: argparse.Namespace) -> int:
    """Print the script for the shell that is named, made from the parser itself."""
    import shtab  # for this alone

    parser = make_complete_parser()
    for action in _list_actions(parser):
        if action.metavar in _NAMES_FILE:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print_document(shtab.complete(parser, options.shell))
    return 0


def _list_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Yield the arguments of all commands, and of what is below them."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _list_actions(below)
