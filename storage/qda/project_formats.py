"""Which formats of projects are read, and which of them a file is in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from storage.article_import.input_format import Document
from storage.qda.project import Project


class ProjectFormat(NamedTuple):
    """One format that projects are read from."""

    name: str
    """What `--format` calls it."""
    called: str
    """One of them, with its article: `a REFI-QDA project`."""
    looks_like: Callable[[bytes], bool]
    """Tells by the first bytes of a file."""
    read: Callable[[Document], Project]
    """Reads it, and imports what that takes. `ReadError`, in words that follow a name, where it
    cannot be read; whatever else it raises is taken for damage."""


def _looks_like_qdpx(beginning: bytes) -> bool:
    from storage.qda.qdpx import looks_like_qdpx

    return looks_like_qdpx(beginning)


def _read_qdpx(document: Document) -> Project:
    from storage.qda.qdpx import read_qdpx

    return read_qdpx(document)


def _looks_like_database(beginning: bytes) -> bool:
    from storage.backup.sqlite_file import is_database

    return is_database(beginning)


def _read_database(document: Document) -> Project:
    from storage.qda.databases import read_database

    return read_database(document)


FORMATS = (
    ProjectFormat("qdpx", "a REFI-QDA project", _looks_like_qdpx, _read_qdpx),
    ProjectFormat("qda", "a project of QualCoder", _looks_like_database, _read_database),
    ProjectFormat("taguette", "a project of Taguette", _looks_like_database, _read_database),
)
"""All formats; of those that look alike the file itself tells which it is."""


def find_format(name: str) -> ProjectFormat | None:
    """Return the format with that name; None for any other name."""
    return next((one for one in FORMATS if one.name == name), None)


def guess_format(beginning: bytes) -> ProjectFormat | None:
    """Return the first format that a file may be in; None where it is in none."""
    return next((one for one in FORMATS if one.looks_like(beginning)), None)
