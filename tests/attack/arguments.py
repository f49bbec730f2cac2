"""Command lines of all options with anything as their values: done, failed, or called wrongly."""

from __future__ import annotations

import argparse
import os
import random
from collections.abc import Sequence
from pathlib import Path

from storage.paths import library_path
from tests.attack import network
from tests.attack.commands import check_library, try_call
from tests.attack.desks import STORY, make_desk
from tests.attack.words import choose_field, choose_hostile, contained
from tests.storage.special_files import SPECIAL
from tests.tui.cli.calling import FIRST, SECOND
from tui.cli import arguments as parsing

_MAKING = ("add", "import", "open", "demo", "refresh", "watch")
"""Commands that may make a library, or a backup of one though there was nothing to do."""


def attack(rng: random.Random, folder: Path) -> str:
    """Call Copydesk some times, with a library or without one."""
    has_library = rng.random() < 0.6
    if has_library:
        make_desk(rng, library_path())
    values = _make_values(folder)
    done = ""
    for _ in range(rng.randrange(2, 5)):
        command = make_command_line(rng, values)
        before = _list_libraries(folder)
        network.current.own = {("127.0.0.1", 9)} if "--allow-local" in command else set()
        answer = try_call(
            *command,
            given=rng.choice((b"", FIRST.encode(), b"[]", b"\xff\0")),
            terminal=rng.random() < 0.3,
            statuses=(0, 1, 2),
        )
        made = _list_libraries(folder) - before
        called = next((one for one in command if one in parsing.COMMANDS), "open")
        may_make = called in (*_MAKING, "backup", "export") or not made
        assert may_make, f"{command} made {made}, status {answer.status}"
        done = called
    check_library(library_path())
    return done


def make_command_line(rng: random.Random, values: Sequence[str]) -> list[str]:
    """Return a command with some of its options, most of them rightly spelt."""
    name = rng.choice([*parsing.COMMANDS, "open"])
    command = [] if name == "open" else [name]
    for action in _list_actions(name):
        if isinstance(action, argparse._HelpAction) and rng.random() < 0.97:
            continue
        needed = action.required or (not action.option_strings and action.nargs != "?")
        if rng.random() < (0.9 if needed else 0.3):
            command += _use(rng, action, values)
    if rng.random() < 0.1:
        command.insert(rng.randrange(len(command) + 1), _choose_value(rng, values))
    if rng.random() < 0.15:
        rng.shuffle(command)
    if name == "watch":  # without that it would never end
        command.insert(1, "--once")
    return command


def _list_actions(name: str) -> list[argparse.Action]:
    """Return the options and arguments of a command."""
    parser = parsing._make_parser([name])
    (subparsers,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    actions: list[argparse.Action] = subparsers.choices[name]._actions
    return actions


def _use(rng: random.Random, action: argparse.Action, values: Sequence[str]) -> list[str]:
    """Return an option with its values, or an argument."""
    flags = [rng.choice(action.option_strings)] if action.option_strings else []
    if action.nargs == 0:
        return flags
    many = range(rng.choice((1, 1, 2, 5)) if action.nargs in ("+", "*") else 1)
    if action.choices and rng.random() < 0.85:
        given = [str(rng.choice([*action.choices])) for _ in many]
    else:
        given = [_choose_value(rng, values) for _ in many]
    if flags and rng.random() < 0.3:
        return [f"{flags[0]}={given[0]}"]
    return [*flags, *given]


def _choose_value(rng: random.Random, values: Sequence[str]) -> str:
    kind = rng.random()
    if kind < 0.6:
        return rng.choice(values)
    if kind < 0.8:
        return contained(choose_field(rng)[:5_000])
    return contained(choose_hostile(rng)[:50_000])


def _make_values(folder: Path) -> list[str]:
    """Make files of every sort; return their names and others that mean something."""
    inbox = folder / "inbox"
    inbox.mkdir()
    (inbox / "first.txt").write_text(FIRST)
    (inbox / "second.md").write_text(SECOND)
    (inbox / "notes.json").write_text("[]")
    (inbox / "own.j2").write_text("{{ title }}")
    (inbox / "empty").touch()
    (inbox / "loop").symlink_to(inbox)
    if os.name == "posix":
        for number, make in enumerate(SPECIAL):
            make(inbox / f"special{number}")
    there = sorted(str(path) for path in inbox.iterdir())
    return [
        *(*there, *there, str(inbox), "inbox/missing.txt", str(library_path()), STORY, "Owl"),
        *("owl", "choir", "", " ", "-", "--", "-1", "0", "1", "2", "99999999999999999999", "1-3"),
        *("all", "2026-03-05", "https://a.example/x", "http://127.0.0.1:9/", "file:///etc/passwd"),
        *(
            "http://169.254.169.254/",
            "new.db",
            "deep/new.db",
            "~",
            "~no-such-user",
            ".",
            "/dev/null",
        ),
        *("/dev/zero", "/dev/full", "/dev/stdin", "/proc/self/mem", "/proc/self/environ", "a\0b"),
        *(
            "x" * 300,
            "x/" * 2_500,
            "\udcff",
            "--help",
            "--library",
            "-o",
            "list",
            "--json",
            "tag/x",
        ),
    ]


def _list_libraries(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.suffix in (".db", ".sqlite")}
