"""Where an export goes, and what its file is called."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from storage.errors import CopydeskError, MissingFolderError
from storage.export.story_by_story import adapt_format
from storage.files import explain_error, resolve_to_write
from storage.paths import is_device
from storage.regular_files import check_regular, resolve_links

if TYPE_CHECKING:
    from storage.export.export import ExportOptions
    from storage.export.export_format import ExportJob
    from storage.export.selection import Selection

_LONGEST_NAME = 160
"""Bytes; file systems take 255."""


def find_destination(job: ExportJob, line: str) -> Path:
    """Return the file that `line` means: itself, or one with the usual name in a folder.

    `CopydeskError` where it can mean none, or one that no export may replace, and as for
    `require_folder`.
    """
    path = resolve_destination(line, make_usual_name(job.selection, job.options))
    refuse_to_destroy(job.library.path, path)
    require_folder(job, path)
    return path


def resolve_destination(line: str, usual_name: str) -> Path:
    """Return the file that `line` means: itself, or one with the usual name in a folder.

    `CopydeskError` where it can mean none.
    """
    path = resolve_to_write(line)
    try:
        is_folder = path.is_dir() or line.endswith(("/", os.sep))
    except OSError as error:
        raise CopydeskError(f"Cannot write {line}: {explain_error(error)}.") from error
    return path / usual_name if is_folder else path


def require_folder(job: ExportJob, path: Path) -> None:
    """Raise `MissingFolderError` where what is to be written to `path` needs a folder made first.

    Not where the export makes folders.
    """
    if not job.makes_folders:
        try:
            require_folder_of(path)
        except MissingFolderError as error:
            raise MissingFolderError(error.folder, "use --parents to create it") from None


def require_folder_of(path: Path) -> None:
    """Raise `MissingFolderError` where the folder that `path` is in is not there."""
    try:
        folder = resolve_links(path).parent
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    if not os.path.lexists(folder):
        raise MissingFolderError(folder if path.is_symlink() else path.parent)


def refuse_to_destroy(library: Path, path: Path) -> None:
    """Raise `CopydeskError` where nothing of the library at that path must go.

    That is to libraries and all else of Copydesk's, and to whatever is no file.
    """
    from storage.backup.own_files import refuse_library, refuse_own_file

    refuse_own_file(path, library)
    try:
        check_regular(path)
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    refuse_library(path)


def make_usual_name(selection: Selection, options: ExportOptions) -> str:
    """Return what the file or folder of an export is called if nobody says otherwise."""
    extension = adapt_format(options.format, selection.kind).extension
    ending = f".{extension}"
    name = make_safe_name(selection.name, extension)
    return name.removesuffix(ending) if options.splits(selection) else name


def make_safe_name(name: str, extension: str) -> str:
    """Return a name for the file of what is called `name` that every platform accepts."""
    plain = unicodedata.normalize("NFC", name)
    words = re.sub(r"[\W_]+", "-", plain.lower()).strip("-")
    slug = words.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip("-")
    if not slug or is_device(slug):
        slug = f"{slug}-story".lstrip("-")
    return f"{slug}.{extension}"
