"""The files that a folder means."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple

from storage.article_import.annotation_files import IMPORT
from storage.article_import.file_types import (
    ADVICE,
    ANNOTATIONS,
    PROJECTS,
    list_all_endings,
    list_article_endings,
)
from storage.article_import.things import find_collection
from storage.article_import.web.urls import is_address
from storage.errors import ReadError
from storage.files import explain_error, resolve_to_read
from storage.wording.plural import inflect, pluralize

_WITH_PAGE = "_files"
"""What browsers call the folder beside a saved page, `Owl_files` beside `Owl.html`."""
_BUNDLES = {".textbundle": "text", ".rtfd": "txt"}
"""Folders that programs show as one document, by the name of the file in them that is its text."""
_ADVICE = "use `copydesk add --follow-links` to follow it"
_MOST_ENDINGS = 8
"""Endings that are told one by one."""


class Expanded(NamedTuple):
    """What a name means."""

    names: list[str]
    """The name itself, or those of all articles of a folder, in their order."""
    problems: list[str]
    """A sentence for each link that was not followed and each folder inside that cannot be read."""
    left_out: str = ""
    """A sentence about the files of a folder that are no articles; empty where there are none."""


def expand(name: str, *, follow_links: bool = False, advice: str = _ADVICE) -> Expanded:
    """Return what `name` means: itself, or what is in the folder that it names.

    Hidden files, what browsers save beside a page and what lies beside the text of a document that
    is a folder are left alone. A link inside the folder that leads out of it is followed with
    `follow_links` only; else it is told, with `advice` on what to do. Each folder is looked through
    once. `ReadError` where nothing can be read.
    """
    if is_address(name) or find_collection(name) is not None:
        return Expanded([name], [])
    path = resolve_to_read(name)
    others: Counter[str] = Counter()
    try:
        if not path.is_dir():
            return Expanded([str(path)], [])
        found, problems = _find_files(path, others, advice, follow_links=follow_links)
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error
    left_out = _describe_left_out(path, others)
    if not found and not problems:
        *endings, last = list_article_endings()
        told = f"The folder {path} has no articles ({', '.join(endings)} or {last} files)."
        raise ReadError(f"{told} {left_out}".rstrip())
    return Expanded(sorted(found, key=Path), problems, left_out)


def _describe_left_out(folder: Path, others: Counter[str]) -> str:
    """Say how many files of which endings were left out of a folder, and what to do with them."""
    if not others:
        return ""
    # First those that somebody can do something about.
    ranked = sorted(others.items(), key=lambda one: (not _advise(one[0]), -one[1], one[0]))
    told = [
        f"{count} {ending or 'without an ending'}{_advise(ending)}"
        for ending, count in ranked[:_MOST_ENDINGS]
    ]
    rest = sum(count for _, count in ranked[_MOST_ENDINGS:])
    told += [f"{rest} of other kinds"] if rest else []
    files = f"{pluralize(others.total(), 'file')} {inflect(others.total(), 'was', 'were')}"
    return f"{files} left out of {folder}: {', '.join(told)}."


def _advise(ending: str) -> str:
    if ending in ADVICE:
        return f" ({ADVICE[ending]})"
    if ending in ANNOTATIONS:
        return f" (if it has annotations, {IMPORT})"
    if ending in PROJECTS:
        return f" (if it is a project of coded texts, {IMPORT})"
    return " (add it by its name)" if ending in list_all_endings() else ""


def _find_files(
    folder: Path, others: Counter[str], advice: str, *, follow_links: bool
) -> tuple[list[str], list[str]]:
    """Return what is called like an article, files or not: reading will say what is the matter.

    The endings of all other files are counted in `others`.
    """
    found: list[str] = []
    problems: list[str] = []
    pending = [str(folder)]
    top = os.path.realpath(folder)
    seen: set[str] = set()
    while pending:
        here = pending.pop()
        if follow_links:
            target = os.path.realpath(here)
            if target in seen:
                continue
            seen.add(target)
        try:
            with os.scandir(here) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as error:
            problems.append(f"Cannot read {here}: {explain_error(error)}.")
            continue
        for entry, is_folder in _choose_entries(_choose_of_bundle(here, entries), others):
            outside = _find_outside(entry, top)
            if outside and not follow_links:
                problems.append(f"{entry.path} links outside the folder, to {outside}; {advice}.")
            elif not is_folder:
                found.append(entry.path)
            elif outside or not entry.is_symlink():  # else it is found where it lies
                pending.append(entry.path)
    return found, problems


def _choose_entries(
    entries: Sequence[os.DirEntry[str]], others: Counter[str]
) -> Iterator[tuple[os.DirEntry[str], bool]]:
    """Yield the folders, and what is called like an article; with each whether it is a folder."""
    names = {entry.name for entry in entries}
    endings = list_article_endings()
    for entry in entries:
        if not _is_folder(entry):
            if entry.name.lower().endswith(endings):
                yield entry, False
            else:
                others[PurePath(entry.name).suffix.lower()] += 1
        elif not _lies_beside_a_page(entry.name, names):
            yield entry, True


def _choose_of_bundle(
    folder: str, entries: Sequence[os.DirEntry[str]]
) -> Sequence[os.DirEntry[str]]:
    """Return what counts of a folder that is one document, all of any other."""
    text = _BUNDLES.get(PurePath(folder).suffix.lower())
    if text is None:
        return entries
    return [entry for entry in entries if PurePath(entry.name).stem.lower() == text]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _find_outside(entry: os.DirEntry[str], top: str) -> str:
    """Return where a link leads that leads out of the folder `top`; empty for any other entry."""
    if not entry.is_symlink():
        return ""
    target = os.path.realpath(entry.path)
    return "" if Path(target).is_relative_to(top) else target


def _lies_beside_a_page(name: str, others: set[str]) -> bool:
    page = name.removesuffix(_WITH_PAGE)
    return page != name and not others.isdisjoint((f"{page}.html", f"{page}.htm"))
