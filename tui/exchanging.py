"""`copydesk export` in the formats of other programs, and `copydesk import`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from storage.errors import CopydeskError, NotFoundError
from storage.library import Library, opened
from storage.locating import State
from storage.visible import visible_line
from tui.arguments import UsageError
from tui.care import library_path
from tui.output import complain, in_utf8, say

if TYPE_CHECKING:
    from storage.exchange.bringing import Brought
    from storage.export.selection import Selection

_NAMED = 5
"""Annotations that are left out for one reason and named one by one."""


def export_annotations(options: argparse.Namespace) -> int:
    """Write what is chosen in a format other than Markdown, and say where it is."""
    from storage.exchange.writing import rendered, write

    with opened(library_path(options)) as library:
        selection = _selected(library, options)
        if options.output != "-":
            path = write(
                library, selection, options.format, options.output or ".", force=options.force
            )
            say(visible_line(str(path)))
            return 0
        content = rendered(library, selection, options.format)
    if isinstance(content, str):
        in_utf8()
        sys.stdout.write(content)
        return 0
    if sys.stdout.isatty():
        raise UsageError("A database is nothing for a terminal; name a file with -o.")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    return 0


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


def only_story(library: Library) -> str:
    """Return the id of the only story; `UsageError` where there are several."""
    stories = library.stories.listed()
    if len(stories) == 1:
        return stories[0].id
    if not stories:
        raise NotFoundError("There is no story yet; `copydesk FILE...` makes one.")
    names = "; ".join(story.name for story in stories)
    raise UsageError(f"There are several stories; name one with --story: {names}")


def _selected(library: Library, options: argparse.Namespace) -> Selection:
    from storage.export.selection import of_article, of_search, of_story, of_tag

    if options.article:
        return of_article(library, library.articles.find(options.article))
    if options.tag:
        return of_tag(library, options.tag)
    if options.search:
        return of_search(library, options.search)
    return of_story(library, library.stories.find(options.story or only_story(library)))


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
