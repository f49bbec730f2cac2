"""The command that brings annotations in."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from storage.errors import CopydeskError
from storage.library import opened
from storage.locating import State
from tui.care import library_path
from tui.output import complain, say

if TYPE_CHECKING:
    from storage.exchange.bringing import Brought

_NAMED = 5
"""Annotations that are left out for one reason and named one by one."""


def import_annotations(options: argparse.Namespace) -> int:
    """Bring annotations in; 1 if some were left out, and a sentence says which and why."""
    from storage.exchange.bringing import bring_in

    name = "standard input" if options.file == "-" else options.file
    data = _read(options.file)
    with opened(library_path(options)) as library:
        brought = bring_in(library, data, name, options.format)
    for line in _report(brought):
        say(line)
    for sentence in [*brought.notices, *_left_out(brought)]:
        complain(sentence)
    return 1 if brought.left_out else 0


def _read(name: str) -> bytes:
    from storage.files import LARGEST, read_file
    from storage.places import path_of

    if name == "-":
        data = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin else b""
        if len(data) > LARGEST:
            raise CopydeskError(f"Cannot import standard input: it is over {LARGEST >> 20} MB.")
        return data
    try:
        path: Path = path_of(name)
    except ValueError as error:
        raise CopydeskError(f"Cannot read {name}: {error}.") from error
    return read_file(path)


def _report(brought: Brought) -> list[str]:
    """Say in a line or two what came in, and how sure its places are."""
    known = len(brought.there)
    there = f"; {known} {'was' if known == 1 else 'were'} there already" if known else ""
    if brought.differing:
        stays = "it is" if brought.differing == 1 else "they are"
        there += f", {brought.differing} of them other than in the file (left as {stays} here)"
    count = len(brought.added)
    lines = [f"{count} annotation{'' if count == 1 else 's'} added{there}."]
    if brought.added:
        told = [f"{brought.states[state]} {state}" for state in get_args(State)]
        lines.append(f"Places: {', '.join(told)}.")
    return lines


def _left_out(brought: Brought) -> list[str]:
    """Return a sentence for each reason, with the annotations that it kept out."""
    names: dict[str, list[str]] = {}
    for name, why in brought.left_out:
        names.setdefault(why, []).append(name)
    sentences = []
    for why, those in names.items():
        more = f" and {len(those) - _NAMED} more" if len(those) > _NAMED else ""
        sentences.append(f"Left out: {', '.join(those[:_NAMED])}{more} — {why}.")
    return sentences
