"""Looking after the library on the command line: backups, checks, repairs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage import paths
from storage.coder import NOBODY, Coder
from storage.database.transactions import translate_errors
from storage.errors import CopydeskError, DamagedError
from storage.library import Library
from storage.open_library import open_library, require_library, resolve_path
from storage.wording.terminal_text import reveal_line, reveal_path
from tui.cli.coder import find_coder
from tui.cli.printing import complain, say
from tui.messages.damage import explain_damage


def find_library(options: argparse.Namespace) -> Path:
    """Return the library that the call names, else the usual one."""
    named = getattr(options, "library", None)
    return paths.library_path() if named is None else Path(named)


@contextmanager
def open_existing(options: argparse.Namespace) -> Iterator[Library]:
    """Open the library for a command that adds no article; none is made.

    `LibraryError` where there is none at a path that somebody named. Where there is none at the
    usual one nothing was added yet: it is an empty library, gone after the block.
    """
    path = resolve_path(find_library(options))
    if path != resolve_path(paths.usual_library_path()):
        require_library(path)
    elif not os.path.lexists(path):
        from tempfile import TemporaryDirectory  # on a first run only

        with (
            TemporaryDirectory(prefix="copydesk-") as folder,
            open_library(Path(folder) / path.name, find_coder(options)) as library,
        ):
            yield library
        return
    with open_named(options) as library:
        yield library


def open_named(options: argparse.Namespace) -> Library:
    """Open the library that the call names for whom it says; make it where there is none."""
    return open_library(find_library(options), find_coder(options))


def make_backup(options: argparse.Namespace) -> int:
    """Back the library up to where the call says, and say where that is."""
    from storage.backup.backup import back_up
    from storage.backup.backup_files import describe_counts

    made = back_up(resolve_path(find_library(options)), "by-hand", options.path or "")
    counts = describe_counts(made.articles, made.annotations)
    say(f"{reveal_path(made.path)} ({_format_size(made.size)}): {counts}")
    return 0


def check_library(options: argparse.Namespace) -> int:
    """Say what is wrong with the library, a line a thing, or repair it; 0 where it is sound."""
    from storage.backup.backup_files import describe_counts
    from storage.repair.check import check
    from storage.repair.repair import repair

    path = resolve_path(find_library(options))
    if options.repair:
        for line in repair(path):
            say(reveal_line(line))
    found = check(path)
    for finding in found.findings:
        say(reveal_line(finding))
    if not found.is_sound:
        complain(_advise(path))
        return 1
    say(f"The library is sound: {describe_counts(found.articles, found.annotations)}.")
    if found.orphans == 1:
        say("One annotation has lost its text; review it in its story.")
    elif found.orphans:
        say(f"{found.orphans:,} annotations have lost their text; review them in their stories.")
    return 0


def back_up_after_writing(path: Path) -> None:
    """Make the backup of the day, once a command has written; a failure is told, no more."""
    from storage.backup.backup import back_up_daily

    try:
        with translate_errors(), explain_damage():
            back_up_daily(resolve_path(path))
    except (CopydeskError, OSError) as error:
        complain(f"Today's backup failed: {error}")


def open_or_repair(path: Path, coder: Coder = NOBODY) -> Library:
    """Open the library; one that is damaged is repaired first, if the user says so."""
    try:
        return open_library(path, coder)
    except DamagedError as error:
        if not _wants_repair(error.path):
            raise
        from storage.repair.repair import repair

        for line in repair(error.path):
            say(reveal_line(line))
        return open_library(error.path, coder)


def _wants_repair(path: Path) -> bool:
    from storage.backup.backup_files import describe_backup, find_newest_sound

    backup = find_newest_sound(path)
    question = (
        f"Open the backup of {describe_backup(backup)} instead, with whatever later work can still"
        " be read?"
        if backup
        else "There is no sound backup. Save what can still be read to a new library?"
    )
    sys.stderr.write(f"The library {reveal_path(path)} is damaged. {question} [y/N] ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer.endswith("\n"):
        sys.stderr.write("\n")
    return answer.strip().casefold() in ("y", "yes")


def _advise(path: Path) -> str:
    from storage.backup.backup_files import make_repair_command

    return f"Repair it with `{make_repair_command(path)}`."


def _format_size(size: int) -> str:
    return f"{size / 2**20:,.1f} MB" if size >= 2**20 else f"{max(1, size // 2**10)} kB"
