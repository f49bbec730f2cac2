"""The man page, from the parser itself: packaging/copydesk.1, which the wheel installs."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from docs.written.command_line import explain, list_arguments, list_commands, name_argument
from tui import __version__
from tui.cli.arguments import make_complete_parser

_STATUSES = {
    "0": "Done, or whoever read the output had enough of it.",
    "1": "It could not be done, or not all of it; one sentence on standard error says why.",
    "2": "The call is wrong.",
    "130": "Interrupted by ctrl+c.",
}
_ENVIRONMENT = {
    "COPYDESK_LIBRARY": "The library to use where --library names none.",
    "COPYDESK_CODER": "Who codes where --coder names nobody.",
    "COPYDESK_CONFIG": "The configuration to use.",
    "NO_COLOR": "Set to anything: no colours.",
}


def write_man_page() -> str:
    """Return the page, in the macros of man(7)."""
    return "\n".join(_write_lines()) + "\n"


def _write_lines() -> Iterator[str]:
    parser = make_complete_parser()
    everywhere = [one for one in list_arguments(parser) if one.dest != "command"]
    known = {one.dest for one in everywhere}
    yield f'.TH COPYDESK 1 "{_find_release_day()}" "Copydesk {__version__}" "User commands"'
    yield from (".SH NAME", "copydesk \\- read articles side by side, and see what they share")
    yield ".SH SYNOPSIS"
    yield from (".B copydesk", "[COMMAND] [OPTIONS] ...")
    yield ".SH DESCRIPTION"
    yield from _write_text(parser.description or "")
    yield ".SH OPTIONS"
    yield from _write_arguments(everywhere)
    yield ".SH COMMANDS"
    for name, command in list_commands(parser):
        if command.description:
            yield from _write_command(name, command, known)
    yield ".SH EXIT STATUS"
    yield from _write_terms(_STATUSES)
    yield ".SH ENVIRONMENT"
    yield from _write_terms(_ENVIRONMENT)


def _find_release_day() -> str:
    """Return when this version was released, as the changelog has it; empty for one to come."""
    changes = (Path(__file__).parents[2] / "CHANGELOG.md").read_text("utf-8")
    found = re.search(rf"(?m)^## \[{re.escape(__version__)}\] - (\d{{4}}-\d\d-\d\d)$", changes)
    return found[1] if found else ""


def _write_command(name: str, parser: argparse.ArgumentParser, known: set[str]) -> Iterator[str]:
    """Yield what a command does and takes, its examples, and the commands below it."""
    yield f".SS {_escape(name)}"
    yield from _write_text(parser.description or "")
    yield from _write_arguments([one for one in list_arguments(parser) if one.dest not in known])
    if parser.epilog:
        yield ".PP"
        yield from _write_text(parser.epilog)
    for below, one in list_commands(parser):
        yield from _write_command(f"{name} {below}", one, known)


def _write_arguments(arguments: list[argparse.Action]) -> Iterator[str]:
    yield from _write_terms({name_argument(one): explain(one) for one in arguments})


def _write_terms(terms: dict[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        yield from (".TP", f".B {_escape(term)}", _escape(meaning) or "\\&")


def _write_text(text: str) -> Iterator[str]:
    """Yield the lines of a text, those that are set in as they stand."""
    is_set_in = False
    for line in text.strip().splitlines():
        if line.startswith(" ") != is_set_in:
            is_set_in = not is_set_in
            yield ".nf" if is_set_in else ".fi"
        yield _escape(line) if line.strip() else ".PP"
    if is_set_in:
        yield ".fi"


def _escape(text: str) -> str:
    """Return text without anything that roff acts on; hyphens stay what is typed."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped
