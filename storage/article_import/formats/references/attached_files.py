"""Files that an export names: read only where they lie beside it, whatever it says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from storage.article_import.input_format import Document, InputFormat
from storage.article_import.parsed import ParsedArticle
from storage.article_import.parsers import parse
from storage.errors import ReadError
from storage.files import read_file
from storage.regular_files import resolve_links

_READ = ("page", "mhtml", "webarchive", "pdf", "docx", "odt", "rtf", "text")
"""Formats of attached files, the surest text of an article first."""


def read_attached(files: Iterable[str], folder: Path, address: str) -> ParsedArticle:
    """Return what the first attached file says that has a text; `address` is where it stood.

    `ReadError`, in words that follow the record's name, where none has. A file outside `folder` is
    never opened, neither by a link nor by `..`.
    """
    problems: list[str] = []
    for name, input_format in rank_files(files).items():
        try:
            return _read(_find_inside(name, folder), input_format, address)
        except ReadError as error:
            problems.append(f"has a file, {name}, that {error}")
    raise ReadError(problems[0] if problems else "has no file with a text")


def rank_files(names: Iterable[str]) -> dict[str, InputFormat]:
    """Return the names of files that are read for their texts, the surest of these first."""
    from storage.article_import.file_types import find_by_ending

    formats = [(name, find_by_ending(name)) for name in names]
    known = [(name, one) for name, one in formats if one is not None and one.name in _READ]
    return dict(sorted(known, key=lambda one: _READ.index(one[1].name)))


def _find_inside(name: str, folder: Path) -> Path:
    if name.lower().startswith("file:"):
        name = unquote(urlsplit(name).path)
    try:
        base = resolve_links(folder)
        path = resolve_links(base / name.replace("\\", "/"))
        if not path.is_relative_to(base):
            raise ReadError("lies outside the folder of the export, and is not opened")
        if not path.is_file():
            raise ReadError("is not there")
    except OSError:
        raise ReadError("cannot be found") from None
    return path


def _read(path: Path, input_format: InputFormat, address: str) -> ParsedArticle:
    from storage.article_import.formats.pages.html import PAGE, read_saved_page

    if input_format.name == PAGE.name:  # one of which it is known where it stood
        input_format = PAGE._replace(
            read=lambda document: read_saved_page(document.data, "", address)
        )
    try:
        data = read_file(path)
    except ReadError:
        raise ReadError("cannot be read") from None
    found = next(parse(input_format, Document(data)), None)
    if not isinstance(found, ParsedArticle) or not found.has_words:
        raise ReadError("has no text")
    return found
