"""Which files another program left, and what stands in their lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from storage.errors import ReadError
from storage.scan.corpus.json_lines import Line, read_lines
from storage.scan.corpus.sources import list_sources
from storage.scan.foreign import passim_format, text_pair_format
from storage.scan.foreign.passages import ForeignFormat
from storage.scan.index.rows import IndexedSource

FORMATS = (*passim_format.FORMATS, *text_pair_format.FORMATS)
_NAMES = ("out.json", "align.json", "alignments.jsonl", "results/alignments.jsonl")
"""What is looked for in a folder, in this order: clusters tell more than pairs."""
_LOOKED_AT = 20
"""Lines of which one must be of a format."""


def find_files(path: Path) -> list[IndexedSource]:
    """Return the files of lines that are meant: those of a folder by its name, or a file itself.

    Spark writes a folder with parts in place of each file. `ReadError` where there is none.
    """
    for name in _NAMES if path.is_dir() else ():
        if (path / name).exists():
            path /= name
            break
    if path.suffix == ".lz4":
        raise ReadError(f"{path} is packed with LZ4; unpack it first: lz4 -d {path}")
    listed = list_sources([str(path)]).sources
    files = [one for one in listed if one.kind.startswith("jsonl") and _is_meant(path, one)]
    if not files:
        raise ReadError(f"{path} has no lines of JSON.")
    return files


def _is_meant(path: Path, file: IndexedSource) -> bool:
    """Tell whether a file is the one named, or lies in the folder named: others are of others."""
    return not path.is_dir() or Path(file.path).parent == path.absolute()


def choose_format(files: list[IndexedSource]) -> ForeignFormat | None:
    """Return what the lines are of, by the first that is of anything."""
    for seen, line in enumerate(list_lines(files)):
        if line.columns is not None:
            for one in FORMATS:
                if one.columns <= line.columns.keys():
                    return one
        if seen >= _LOOKED_AT:
            break
    return None


def list_lines(files: list[IndexedSource]) -> Iterator[Line]:
    """Yield the lines of all files."""
    for file in files:
        yield from read_lines(Path(file.path), file.kind)
