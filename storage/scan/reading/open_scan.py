"""From what a person names to the scan that is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from storage.errors import ReadError
from storage.files import explain_error, resolve_to_read
from storage.paths import scans_path
from storage.regular_files import check_regular
from storage.scan.corpus.sources import list_sources
from storage.scan.foreign.foreign_files import choose_format, find_files
from storage.scan.foreign.index_foreign import index_foreign
from storage.scan.index.scan_index import ScanIndex
from storage.scan.reading.cluster_list import ClusterList
from storage.scan.work.folder import INDEX, WORK

_DATABASE = b"SQLite format 3\0"


def open_scan(
    name: str, corpus: Sequence[str] = (), tell: Callable[[str], None] = lambda _sentence: None
) -> ScanIndex:
    """Open the scan in a folder, or whose index is named; close it when it is read.

    What passim or Text-PAIR found is read into an index of our own first, which is kept until it
    changes; `tell` hears of that. The `corpus` has its whole texts. `ReadError`, a sentence that
    says what to do, where there is no scan.
    """
    path = resolve_to_read(name)
    try:
        if path.is_dir() and check_regular(path / INDEX) is not None:
            return open_index(path / INDEX)
        if not path.exists():
            raise ReadError(f"Cannot open {path}: no such file or folder.")
        if (path / WORK / INDEX).exists():
            raise ReadError(
                f"The scan in {path} is unfinished; run the same `copydesk scan` again to go on."
            )
        if path.is_file() and _is_database(path):
            return open_index(path)
        return _read_foreign(path, corpus, tell)
    except OSError as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error


def open_index(path: Path) -> ScanIndex:
    """Open an index, and see that it can be listed; `ReadError` where it cannot."""
    index = ScanIndex(path)
    try:
        index.read_meta()
        index.list_sources()
        listed = ClusterList(index)
        for at in range(min(len(listed), 1)):
            listed[at]
    except BaseException:
        index.close()
        raise
    return index


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_DATABASE)) == _DATABASE


def _read_foreign(path: Path, corpus: Sequence[str], tell: Callable[[str], None]) -> ScanIndex:
    try:
        files = find_files(path)
        form = choose_format(files)
    except ReadError:
        if not path.is_dir() or path.suffix == ".lz4":
            raise
        form = None
    if form is None:
        raise ReadError(
            f"There is no scan in {path}, of Copydesk, passim or Text-PAIR. Make one with"
            " `copydesk scan CORPUS -o OUT`."
        )
    sources = list_sources(corpus).sources if corpus else []
    # Another file, or the same one after it has changed, is another scan.
    known = json.dumps([[one[1:] for one in those] for those in (files, sources)])
    folder = scans_path() / hashlib.sha256(known.encode()).hexdigest()[:16]
    if check_regular(folder / INDEX) is not None:
        with suppress(ReadError):  # damaged, or of another Copydesk: it is made anew
            return open_index(folder / INDEX)
    tell(f"Reading what {form.name} found, once; it is kept in {folder}")
    index_foreign(files, form, folder, sources)
    return open_index(folder / INDEX)
