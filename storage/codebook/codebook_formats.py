"""The formats of codebooks, and a codebook that comes in or goes out in one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from storage.codebook.codebook_format import CodebookFormat
from storage.codebook.csv_codebook import CSV
from storage.codebook.refi_codebook import QDC
from storage.errors import ExchangeError
from storage.library import Library
from storage.limits import LARGEST_CODEBOOK
from storage.tables.codebook import StoredCodebook
from storage.wording.quick_tag_moves import describe_quick_tag

FORMATS = (QDC, CSV)
"""All of them; the first whose look fits is taken."""
_STRICT = "That the codebook is strict is in no file of one."


class ImportedCodebook(NamedTuple):
    """What came of a codebook that was imported."""

    stored: StoredCodebook
    tags: int
    """How many tags the file has."""
    notices: list[str]
    """What was imported otherwise than it was, a sentence each."""


class ExportedCodebook(NamedTuple):
    """A codebook as a file."""

    content: str
    notices: list[str]
    """What the file cannot hold, a sentence each."""


def find_format(name: str) -> CodebookFormat | None:
    """Return the format of that name."""
    return next((one for one in FORMATS if one.name == name), None)


def find_format_of_file(name: str) -> CodebookFormat | None:
    """Return the format that the ending of a file's name stands for."""
    return find_format(PurePath(name).suffix.lower().lstrip("."))


def guess_format(data: bytes) -> CodebookFormat | None:
    """Return the format that a file looks like; None where it is no codebook."""
    return next((one for one in FORMATS if one.looks_like(data)), None)


def import_codebook(
    library: Library, data: bytes, name: str, kind: CodebookFormat | None = None
) -> ImportedCodebook:
    """Put the tags in `data`, which is called `name`, into the codebook, in one step for undo.

    `ExchangeError` where it is no codebook; then nothing is changed.
    """
    try:
        if len(data) > LARGEST_CODEBOOK:
            most = LARGEST_CODEBOOK // 2**20
            raise ExchangeError(f"it is larger than {most} MB, which no codebook is")
        chosen = kind or guess_format(data) or find_format_of_file(name)
        if chosen is None:
            raise ExchangeError("it is no codebook, neither a .qdc nor CSV with a column of names")
        read = chosen.read(data)
    except ExchangeError as error:
        raise ExchangeError(f"Cannot import {name}: {error}.") from error
    before = library.quick_tags.get(None)
    stored = library.codebook.store(read.entries)
    moved = _list_moves(before, library.quick_tags.get(None))
    return ImportedCodebook(stored, len(read.entries), [*read.notices, *moved])


def _list_moves(before: Mapping[int, str], now: Mapping[int, str]) -> Iterator[str]:
    """Yield which quick tags stand for another tag than they did."""
    for number, name in before.items():
        if now[number] != name:
            yield describe_quick_tag(number, now[number], name)


def export_codebook(library: Library, kind: CodebookFormat) -> ExportedCodebook:
    """Return the codebook as a file of that format; `CopydeskError` where it has none for it."""
    entries = library.codebook.list_entries()
    strict = [_STRICT] if library.codebook.is_strict else []
    return ExportedCodebook(kind.render(entries), [*kind.list_lost(entries), *strict])
