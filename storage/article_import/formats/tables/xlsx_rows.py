"""Rows of Excel workbooks: the first sheet that has more than one row."""

from __future__ import annotations

import itertools
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from storage.article_import.formats.tables.rows import Row, Table, spell_cell
from storage.errors import ReadError
from storage.limits import LARGEST_WORKBOOK


def read_xlsx(stream: BinaryIO) -> Table:
    """Return the table that a workbook holds; the first row that says anything names the columns.

    `ReadError`, in words that follow a file's name, for a workbook without one, one with a
    password, and one that is too large once unpacked.
    """
    import openpyxl

    _check_size(stream)
    # Row by row, and of formulas what they came to when it was saved.
    workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        rows = filter(
            any, (list(map(spell_cell, row)) for row in sheet.iter_rows(values_only=True))
        )
        names, first = next(rows, None), next(rows, None)
        if names is not None and first is not None:
            found = tuple(name.strip() for name in names)
            return Table(found, _name_cells(found, itertools.chain([first], rows)))
    raise ReadError("has no table of articles")


def _check_size(stream: BinaryIO) -> None:
    if not zipfile.is_zipfile(stream):
        raise ReadError("is password-protected, damaged or not an Excel workbook; save it as .xlsx")
    stream.seek(0)
    with zipfile.ZipFile(stream) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > LARGEST_WORKBOOK:
        raise ReadError("is too large for a workbook once unpacked; save it as CSV")
    stream.seek(0)


def _name_cells(names: tuple[str, ...], rows: Iterator[list[str]]) -> Iterator[Row]:
    for row in rows:
        yield dict(zip(names, row, strict=False))
