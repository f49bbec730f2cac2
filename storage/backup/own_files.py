"""Copydesk's own files, which no export and no backup replaces, whatever is forced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from storage import paths
from storage.backup.backup_files import locate_folder
from storage.backup.sqlite_file import HEADER, read_application_id
from storage.database.connection import locate_log, locate_log_index
from storage.database.locked_files import open_to_read
from storage.database.schema import APPLICATION_ID
from storage.errors import CopydeskError
from storage.files import explain_error
from storage.regular_files import resolve_links


def refuse_own_file(path: Path, library: Path) -> None:
    """Raise `CopydeskError` where writing to `path` would destroy something of Copydesk's.

    That is `library` and what belongs to it, the usual library and that of the sample likewise,
    the configuration, the state, the log and the drafts; by whatever name or link, and also where
    none of them is yet: a folder in its place would keep it from being made.
    """
    try:
        target = resolve_links(path)
        for own, what in _list_own_files(library):
            if _is_same(target, own):
                raise CopydeskError(f"{path} is {what}; choose another file.")
            if any(_is_same(parent, own) for parent in target.parents):
                raise CopydeskError(f"{path} would take the place of {what}; choose another file.")
        for one in _list_libraries(library):
            if resolve_links(locate_folder(one)) in (target, *target.parents):
                raise CopydeskError(f"{path} is among the library's backups; choose another file.")
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error


def refuse_library(path: Path) -> None:
    """Raise `CopydeskError` where a file is a library, whose ever it is, or a backup of one."""
    try:
        if not path.is_file():
            return
        with open_to_read(path) as file:
            is_library = read_application_id(file.read(HEADER)) == APPLICATION_ID
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    if is_library:
        raise CopydeskError(f"{path} is a Copydesk library; choose another file.")


def _list_libraries(library: Path) -> list[Path]:
    """Return the libraries whose names lead somewhere."""
    found = []
    for one in (library, paths.library_path(), paths.demo_path()):
        with suppress(OSError):
            resolve_links(one)
            found.append(one)
    return found


def _list_own_files(library: Path) -> Iterator[tuple[Path, str]]:
    for one in _list_libraries(library):
        resolved = resolve_links(one)
        yield resolved, "the library itself" if one == library else "a Copydesk library"
        for beside in (locate_log, locate_log_index, _locate_journal):
            yield beside(resolved), "part of the library"
    yield paths.configuration_path(), "Copydesk's configuration"
    yield paths.state_path(), "one of Copydesk's own files"
    yield paths.log_path(), "one of Copydesk's own files"
    yield paths.draft_path("").parent, "the folder for drafts of notes"


def _locate_journal(library: Path) -> Path:
    return library.with_name(f"{library.name}-journal")


def _is_same(target: Path, own: Path) -> bool:
    try:
        led_to = resolve_links(own)
    except OSError:  # nowhere
        return False
    if os.path.normcase(target) == os.path.normcase(led_to):
        return True
    try:
        return target.samefile(own)  # another name of it, by a hard link or in other letters
    except (FileNotFoundError, NotADirectoryError):
        return False
