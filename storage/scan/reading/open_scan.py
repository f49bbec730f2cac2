"""From what a person names to the scan that is read."""

from __future__ import annotations

from pathlib import Path

from storage.errors import ReadError
from storage.files import explain_error, resolve_to_read
from storage.regular_files import check_regular
from storage.scan.index.scan_index import ScanIndex

INDEX = "scan.db"
"""What the index is called in the folder of a scan."""


def open_scan(name: str) -> ScanIndex:
    """Open the scan in a folder, or whose index is named; close it when it is read.

    `ReadError`, a sentence that says what to do, where there is none.
    """
    path = resolve_to_read(name)
    try:
        index = path / INDEX if path.is_dir() else path
        if check_regular(index) is None:
            raise ReadError(_describe_absence(path))
    except OSError as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error
    return ScanIndex(index)


def _describe_absence(path: Path) -> str:
    if path.is_dir():
        return f"There is no scan in {path}. Make one with `copydesk scan CORPUS -o {path}`."
    return f"There is no {path}."
