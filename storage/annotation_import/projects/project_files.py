"""Files that are projects of programs for qualitative analysis, and their way into the library."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from storage.annotation_import.projects.import_project import ImportedProject, store_project
from storage.article_import.input_format import Document
from storage.database.locked_files import open_to_read
from storage.errors import ExchangeError, ReadError
from storage.files import check_archive, resolve_to_read
from storage.library import Library
from storage.qda.project import Project
from storage.qda.project_formats import ProjectFormat, find_format, guess_format
from storage.qda.project_parser import parse_project
from storage.regular_files import check_regular

_DATABASE = "data.qda"
"""The file in a folder of QualCoder's that has the project."""
_BEGINNING = 4096


class ProjectFile(NamedTuple):
    """A project that is to be imported."""

    document: Document
    name: str
    """What the project is called where it has no name of its own."""
    format: ProjectFormat


def find_project(name: str, said: str | None = None) -> ProjectFile | None:
    """Return the project that the name of a file means; None where that is something else.

    It may be the folder of a project of QualCoder. `said` is the name of a format, where a person
    named one; else the look of the file tells. `ReadError` where it cannot be read.
    """
    chosen = find_format(said) if said else None
    if said and chosen is None:
        return None
    path = resolve_to_read(name)
    inside = path / _DATABASE
    if inside.is_file():
        path = inside
    if chosen is None:
        chosen = guess_format(_read_beginning(path))
    if chosen is None:
        return None
    check_archive(path)
    called = path.parent if path is inside else path
    return ProjectFile(Document(b"", path=str(path)), called.stem, chosen)


def find_given_project(data: bytes, name: str, said: str | None = None) -> ProjectFile | None:
    """Return the project that bytes are, as `find_project` does."""
    chosen = find_format(said) if said else guess_format(data[:_BEGINNING])
    return None if chosen is None else ProjectFile(Document(data), name, chosen)


def import_project(library: Library, file: ProjectFile) -> ImportedProject:
    """Store a project; importing the same again adds nothing.

    `ExchangeError` where there is none in the file; then nothing is changed.
    """
    return store_project(library, read_project(file), file.name)


def read_project(file: ProjectFile) -> Project:
    """Return the project in a file, for `store_project`; `ExchangeError` where there is none."""
    try:
        return parse_project(file.format, file.document)
    except ReadError as error:
        raise ExchangeError(f"{file.document.path or file.name} {error}.") from error


def _read_beginning(path: Path) -> bytes:
    """Return the first bytes of a file; none of what is no file, which its reader will say."""
    try:
        if check_regular(path) is None:
            return b""
        with open_to_read(path) as file:
            return file.read(_BEGINNING)
    except OSError:
        return b""
