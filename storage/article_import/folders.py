"""The files that a folder means."""

from __future__ import annotations

import os
from pathlib import Path

from storage.article_import.file_types import list_article_endings
from storage.article_import.web.urls import is_address
from storage.errors import ReadError
from storage.files import explain_error, resolve_to_read

_WITH_PAGE = "_files"
"""What browsers call the folder beside a saved page, `Owl_files` beside `Owl.html`."""


def expand(name: str) -> tuple[list[str], list[str]]:
    """Return what `name` means: itself, or all articles of the folder that it names, by name.

    Hidden files, links to folders, and what browsers save beside a page are left alone. The second
    list has a sentence for each folder inside that cannot be read. `ReadError` where nothing can.
    """
    if is_address(name):
        return [name], []
    path = resolve_to_read(name)
    try:
        if not path.is_dir():
            return [str(path)], []
        found, problems = _find_files(path)
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error
    if not found and not problems:
        *endings, last = list_article_endings()
        told = f"{', '.join(endings)} or {last}"
        raise ReadError(f"The folder {path} holds no articles ({told} files).")
    return sorted(found, key=Path), problems


def _find_files(folder: Path) -> tuple[list[str], list[str]]:
    found: list[str] = []
    problems: list[str] = []
    pending = [str(folder)]
    endings = list_article_endings()
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as listing:
                entries = [entry for entry in listing if not entry.name.startswith(".")]
        except OSError as error:
            problems.append(f"Cannot read {here}: {explain_error(error)}.")
            continue
        names = {entry.name for entry in entries}
        for entry in entries:
            if _is_folder(entry):
                if not _lies_beside_a_page(entry.name, names):
                    pending.append(entry.path)
            elif entry.name.lower().endswith(endings) and _is_file(entry):
                found.append(entry.path)
    return found, problems


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file() or (entry.is_symlink() and not Path(entry.path).exists())
    except OSError:
        return True  # reading it will say what is the matter


def _lies_beside_a_page(name: str, others: set[str]) -> bool:
    page = name.removesuffix(_WITH_PAGE)
    return page != name and not others.isdisjoint((f"{page}.html", f"{page}.htm"))
