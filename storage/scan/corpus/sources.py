"""What a corpus is made of: which files some names mean, and what kind each is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

from storage.article_import.file_types import list_article_endings
from storage.article_import.folders import expand
from storage.errors import ReadError
from storage.files import explain_error, resolve_to_read
from storage.scan.corpus.json_lines import is_array
from storage.scan.index.rows import IndexedSource, SourceKind
from storage.scan.values import Skipped
from storage.scan.work.folder import INDEX, WORK
from storage.scan.work.held_folder import was_held

_LINES = (".jsonl", ".ndjson", ".jl", ".json")
_PACKED: dict[str, SourceKind] = {".gz": "jsonl.gz", ".bz2": "jsonl.bz2"}
_TABLES: dict[str, SourceKind] = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".csv": "csv",
    ".tsv": "csv",
}
_PART = "part-"
"""How the files begin that Spark writes into a folder, with an ending or without."""


class Sources(NamedTuple):
    """The files of a corpus, in the order in which they are read, and what is none of it."""

    sources: list[IndexedSource]
    skipped: list[Skipped]


def list_sources(names: Sequence[str], library: Path | None = None) -> Sources:
    """Return the files that are meant, the library last; a file that is named twice is read once.

    Of a folder all files that hold texts are meant, whole corpora and single articles, but no links
    and nothing that a scan wrote below it. `ReadError` where a name means nothing that can be read.
    """
    found: dict[Path, SourceKind] = {}
    skipped: list[Skipped] = []
    for name in names:
        path = Path(os.path.abspath(_resolve(name)))  # noqa: PTH100 - links stay links
        try:
            if path.is_dir():
                inside = list(_list_folder(path, skipped))
                if not inside:
                    raise ReadError(f"The folder {path} has no texts.")
                for one, kind in inside:
                    found.setdefault(one, kind)
            else:
                path.stat()
                found.setdefault(path, _choose_kind(path) or "file")
        except OSError as error:
            raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error
    if library is not None:
        found[library] = "library"
    sources = [_describe(number, path, found[path]) for number, path in enumerate(found)]
    return Sources(sources, skipped)


def _resolve(name: str) -> Path:
    """Return the path of a name, which may be the address of a file, as Spark's users write it."""
    if name == "-":
        raise ReadError(
            "A corpus is read again when a scan goes on and when its texts are shown, which what"
            " comes through a pipe cannot be. Write it into a file, and name that."
        )
    scheme, is_address, _ = name.partition("://")
    if not is_address:
        return resolve_to_read(name)
    if scheme.lower() != "file":
        raise ReadError(
            f"Cannot read {name}: a corpus is read by the paths of its files."
            f" Mount the storage behind {scheme}://, and name the folder."
        )
    return resolve_to_read(url2pathname(urlsplit(name).path))


def _describe(number: int, path: Path, kind: SourceKind) -> IndexedSource:
    known = path.stat()
    return IndexedSource(number, str(path), kind, known.st_size, known.st_mtime)


def _choose_kind(path: Path) -> SourceKind | None:
    """Return what a file is by its name; None where it is no file of many texts."""
    name = path.name.lower()
    ending = path.suffix.lower()
    stem = name.removesuffix(ending)
    if ending in _PACKED and (stem.endswith(_LINES) or _is_part(stem)):
        return _PACKED[ending]
    if ending in _LINES:
        return "json" if ending == ".json" and is_array(path) else "jsonl"
    return "jsonl" if _is_part(name) else _TABLES.get(ending)


def _is_part(name: str) -> bool:
    return name.startswith(_PART) and "." not in name


def _list_folder(folder: Path, skipped: list[Skipped]) -> Iterator[tuple[Path, SourceKind]]:
    try:
        expanded = expand(str(folder), advice="name that, too, to have it read")
        articles = set(expanded.names)
        skipped += (Skipped(str(folder), 0, problem) for problem in expanded.problems)
    except ReadError:
        articles = set()  # no single ones
    for path in sorted(_walk(folder)):
        if path.is_symlink():
            skipped += _tell_link(path, folder)
            continue
        kind = _choose_kind(path)
        if kind is not None:
            yield path, kind
        elif str(path) in articles:
            yield path, "file"
        else:
            skipped.append(Skipped(str(path), 0, f"{path} is no file of texts."))


def _tell_link(path: Path, folder: Path) -> Iterator[Skipped]:
    """Tell of a link that leads out of a folder; what it leads to inside is read there."""
    target = os.path.realpath(path)
    # Of those called like articles it was told when these were looked for.
    is_told = path.name.lower().endswith(list_article_endings())
    if not is_told and not Path(target).is_relative_to(os.path.realpath(folder)):
        why = f"{path} links outside the folder, to {target}; name that, too, to have it read."
        yield Skipped(str(path), 0, why)


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        if here != str(folder) and (INDEX in names or was_held(Path(here, WORK))):
            folders.clear()  # a scan was written here: its output has texts, too, but not its own
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith((".", "_")):  # _SUCCESS, which Spark leaves
                yield Path(here, name)
