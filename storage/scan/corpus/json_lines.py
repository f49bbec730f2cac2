"""Records of JSON, a line each, packed or not, as passim takes them; those of an array, too."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from storage.article_import.formats.tables.json_rows import find_array
from storage.database.locked_files import open_to_read
from storage.errors import ReadError
from storage.files import explain_error, read_file
from storage.limits import LARGEST_FILE

_BUFFER = 2**18
MARK = b"\xef\xbb\xbf"
"""How a file of UTF-8 may begin."""


class Line(NamedTuple):
    """A line of a file: the columns that it names, or why it names none."""

    number: int
    """From 1."""
    place: int
    """The byte at which it begins, unpacked."""
    length: int
    """Its bytes, the end of the line not included."""
    columns: Mapping[str, Any] | None
    problem: str = ""
    """In words that follow "The line"."""


@contextmanager
def open_lines(path: Path, kind: str) -> Iterator[BinaryIO]:
    """Open a file of JSON lines for a block, unpacked as its kind says."""
    with open_to_read(path) as file:
        if kind == "jsonl.gz":
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file))
        elif kind == "jsonl.bz2":
            yield cast(BinaryIO, bz2.BZ2File(file))
        else:
            # Without a buffer a line would be read byte by byte.
            yield io.BufferedReader(cast(io.RawIOBase, file), _BUFFER)


def read_lines(path: Path, kind: str) -> Iterator[Line]:
    """Yield each line that is not blank; a bad one is told, and so is where a file breaks off.

    `ReadError` where not even the first can be read.
    """
    number = place = 0
    try:
        with open_lines(path, kind) as file:
            while line := file.readline(LARGEST_FILE + 1):
                number += 1
                if len(line) > LARGEST_FILE:
                    length = len(line) + _pass_over_line(file)
                    most = f"{LARGEST_FILE // 2**20} MB"
                    yield Line(number, place, length, None, f"is longer than {most}")
                    place += length
                    continue
                content = line.rstrip(b"\r\n")
                if content.removeprefix(MARK).strip():
                    yield parse_line(content, number, place)
                place += len(line)
    except (OSError, EOFError, zlib.error) as error:
        why = _explain(error)
        if not number:
            raise ReadError(f"Cannot read {path}: {why}.") from error
        yield Line(number + 1, place, 0, None, f"and all after it cannot be read: {why}")


def _explain(error: Exception) -> str:
    """Return why a file that may be packed cannot be read, in words that follow a colon."""
    if isinstance(error, OSError) and error.errno is not None:
        return explain_error(error)
    if isinstance(error, EOFError):
        return "the file breaks off"
    return "the file is damaged, or not packed as its name says"


def parse_line(content: bytes, number: int = 1, place: int = 0) -> Line:
    """Return what a line says, its end cut off."""
    columns: Any = None
    try:
        # Not left to be guessed: a line of UTF-16 ends in the middle of a sign.
        columns = json.loads(content.removeprefix(MARK).decode("utf-8", "surrogatepass"))
        problem = "" if isinstance(columns, dict) else "is no JSON object"
    except UnicodeDecodeError:
        problem = "is no UTF-8"
    except (ValueError, RecursionError):
        problem = "is no JSON"
    return Line(number, place, len(content), None if problem else columns, problem)


def read_array(path: Path) -> Iterator[Line]:
    """Yield the objects of an array, as if each were a line; `ReadError` where there is none."""
    try:
        array = find_array(json.loads(read_file(path)))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"Cannot read {path}: it is no JSON.") from error
    if array is None:
        raise ReadError(f"Cannot read {path}: it has no list of texts.")
    for at, one in enumerate(array):
        is_object = isinstance(one, dict)
        problem = "" if is_object else "is no JSON object"
        yield Line(at + 1, at, 0, one if is_object else None, problem)


def is_array(path: Path) -> bool:
    """Tell whether a file of JSON is one array or object over several lines, and no JSON lines."""
    with open_to_read(path) as file:
        start = file.read(4096).removeprefix(MARK).lstrip()
    first = start.split(b"\n", 1)[0].strip()
    return first.startswith(b"[") or first == b"{"


def _pass_over_line(file: BinaryIO) -> int:
    """Read to the end of a line that is too long; returns how many bytes that were."""
    passed = 0
    while piece := file.readline(2**20):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed
