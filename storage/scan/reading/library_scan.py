"""The scan of a library that the app keeps: which passages of it travelled furthest."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from storage.coder import NOBODY, Coder
from storage.errors import CopydeskError
from storage.files import explain_error
from storage.library import Library
from storage.open_library import open_library
from storage.paths import scans_path
from storage.regular_files import check_regular
from storage.scan.corpus.read_source import list_newest
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.open_scan import open_index
from storage.scan.scan import ScanRequest, run_scan
from storage.scan.work.folder import INDEX
from storage.scan.work.own_folder import make_own_folder
from storage.scan.work.progress import Tell
from storage.wording.plural import inflect, pluralize

_TRIES = 10
"""How often others may come in between."""
_FEW = 1000
"""Articles up to which other processes would take longer to start than to help."""


def open_library_scan(library: Library) -> ScanIndex | None:
    """Open the scan that is kept of a library; None where none was made yet.

    `ReadError` where it is damaged.
    """
    index = _locate(library.path, library.coder) / INDEX
    try:
        return open_index(index) if check_regular(index) is not None else None
    except OSError:
        return None


def scan_library(path: Path, tell: Tell, coder: Coder = NOBODY) -> None:
    """Scan a library, and keep that in place of the scan before.

    It may run in any thread, beside others who read, write or scan the library; of several scans
    the last one stays. `CopydeskError` where nothing is there to scan, or the disk does not take
    it; what `tell` raises ends it.
    """
    folder = _locate(path, coder)
    try:
        with make_own_folder(folder) as own:
            made = own / "made"
            with open_library(path, coder) as library:
                workers = 1 if len(list_newest(library)) <= _FEW else None
                run_scan(ScanRequest((), made, library, workers=workers), tell)
            _put_in_place(made, folder, own)
    except OSError as error:
        raise CopydeskError(f"The scan cannot be kept: {explain_error(error)}.") from error


def _put_in_place(made: Path, folder: Path, own: Path) -> None:
    """Move what was made to where a scan is kept, and the one before into a folder of one's own."""
    for at in range(_TRIES):
        with suppress(FileNotFoundError):
            folder.replace(own / f"before-{at}")
        try:
            made.replace(folder)
            return
        except OSError:
            # Another scan put its own there in between.
            if not folder.exists() or at == _TRIES - 1:
                raise


def describe_age(index: ScanIndex, library: Library) -> str:
    """Say in a sentence how the library has changed since the scan; empty where it has not."""
    scanned = index.list_ids()
    present = set(list_newest(library))
    come, gone = len(present - scanned), len(scanned - present)
    if not come and not gone:
        return ""
    told = []
    if come:
        told.append(f"{pluralize(come, 'article')} {inflect(come, 'has', 'have')} come")
    if gone:
        told.append(f"{pluralize(gone, 'article')} {inflect(gone, 'is', 'are')} gone")
    return f"{' and '.join(told)} since the scan."


def is_of_library(index: ScanIndex, library: Library) -> bool:
    """Tell whether all texts of a scan are articles of that library."""
    sources = index.list_sources()
    return bool(sources) and all(
        one.kind == "library" and Path(one.path) == library.path for one in sources
    )


def _locate(library: Path, coder: Coder) -> Path:
    name = hashlib.sha256(str(library.absolute()).encode()).hexdigest()[:16]
    # Who does not see the names of outlets has a scan without them.
    return scans_path() / f"library-{name}{'-hidden' if coder.hides_names else ''}"
