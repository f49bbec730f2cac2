"""The commands with their arguments, from the parser itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from docs.written.tables import write_table
from tui.cli.arguments import make_complete_parser


def write_commands() -> str:
    """Return a chapter for each command, under one for what all of them take."""
    parser = make_complete_parser()
    everywhere = [one for one in list_arguments(parser) if one.dest not in ("version", "command")]
    known = {one.dest for one in everywhere}
    chapters = [f"## Every command\n\n{_write_arguments(everywhere)}"]
    chapters += [
        _write_command(name, command, known)
        for name, command in list_commands(parser)
        if command.description
    ]
    return "\n\n".join(chapters)


def _write_command(name: str, parser: argparse.ArgumentParser, known: set[str]) -> str:
    """Return what a command does, how it is called, and what it takes, with those below it."""
    arguments = [one for one in list_arguments(parser) if one.dest not in known]
    parts = [f"{'#' * (1 + len(name.split()))} {name}", parser.description or ""]
    parts.append(f"```text\n{_write_usage(name, parser, arguments)}\n```")
    parts += [_write_arguments(arguments)] if arguments else []
    parts += [f"```text\n{parser.epilog.strip()}\n```"] if parser.epilog else []
    parts += [_write_command(f"{name} {below}", one, known) for below, one in list_commands(parser)]
    return "\n\n".join(parts)


def list_arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return what a command takes, help aside."""
    return [
        one
        for one in parser._actions
        if one.help != argparse.SUPPRESS
        and not isinstance(one, argparse._HelpAction | argparse._SubParsersAction)
    ]


def list_commands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield the commands below a parser, by name."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def _write_usage(
    name: str, parser: argparse.ArgumentParser, arguments: list[argparse.Action]
) -> str:
    """Return the shortest true call: what must be given, and that there are options."""
    needed = [one for one in arguments if one.required and one.option_strings]
    words = ["copydesk", name, *map(name_argument, needed)]
    words += [name_argument(one) for one in arguments if not one.option_strings]
    words += ["[JOB]"] if [*list_commands(parser)] else []
    words += (
        ["[OPTIONS]"] if any(one.option_strings and not one.required for one in arguments) else []
    )
    return " ".join(words)


def _write_arguments(arguments: list[argparse.Action]) -> str:
    return write_table(
        ["argument", "what it is"],
        [(f"`{name_argument(one)}`", explain(one)) for one in arguments],
    )


def name_argument(action: argparse.Action) -> str:
    """Return an argument as it is typed: `FILE...`, `--story NAME`."""
    value = _name_value(action)
    if not action.option_strings:
        return {"*": f"[{value}...]", "+": f"{value}...", "?": f"[{value}]"}.get(
            str(action.nargs), value
        )
    flags = ", ".join(action.option_strings)
    return flags if action.nargs == 0 else f"{flags} {value}"


def _name_value(action: argparse.Action) -> str:
    if action.choices is not None:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest.upper())


def explain(action: argparse.Action) -> str:
    """Return what an argument is; empty where nobody says."""
    return (action.help or "") % {**vars(action), "prog": "copydesk"}
