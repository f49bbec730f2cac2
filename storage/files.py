"""Files in and out: read within limits; written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from typing import BinaryIO

from storage.database.locked_files import open_to_read
from storage.errors import CopydeskError, ReadError
from storage.flushing import flush
from storage.limits import LARGEST_ARCHIVE, LARGEST_FILE, SECONDS_OF_FILE
from storage.paths import parse_path
from storage.regular_files import check_regular, resolve_links

PRIVATE = 0o600
"""The permissions of what nobody but the user may read."""
_PIECE = 2**20
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.3)
_NO_NAME = '""'


def resolve_to_read(name: str) -> Path:
    """Return the path that `name` means; `ReadError` where it can mean none."""
    try:
        return parse_path(name)
    except ValueError as error:
        raise ReadError(f"Cannot read {name or _NO_NAME}: {explain_error(error)}.") from error


def resolve_to_write(name: str) -> Path:
    """Return the path that `name` means; `CopydeskError` where it can mean none."""
    try:
        return parse_path(name)
    except ValueError as error:
        raise CopydeskError(f"Cannot write {name or _NO_NAME}: {explain_error(error)}.") from error


def read_file(path: Path) -> bytes:
    """Return what a file holds.

    `ReadError` if it is missing, no regular file, closed, larger than any article, or does not
    come to its end in time, like some that a system makes up.
    """
    try:
        size = _check_size(path, LARGEST_FILE)
        with open_to_read(path) as file:
            if sys.platform != "win32":
                os.set_blocking(file.fileno(), False)
            return _read_to_end(file, str(path), size)
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error


def check_archive(path: Path) -> None:
    """`ReadError` for what `read_file` refuses, but that an archive may be far larger."""
    try:
        if _check_size(path, LARGEST_ARCHIVE) == 0:
            raise ReadError(f"{path} is empty.")
        with open_to_read(path):
            pass
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error


def _check_size(path: Path, most: int) -> int:
    """Return how many bytes a regular file has."""
    known = path.stat()
    if not stat.S_ISREG(known.st_mode):
        raise ReadError(f"{path} is not a file.")
    if known.st_size > most:
        raise _make_too_large(str(path), most)
    return known.st_size


def _read_to_end(file: BinaryIO, name: str, size: int) -> bytes:
    """Read a file of which it is said that it has that many bytes."""
    deadline = time.monotonic() + SECONDS_OF_FILE
    parts: list[bytes] = []
    room = LARGEST_FILE + 1
    while room > 0:
        part = file.read(min(room, size + 1 if not parts else _PIECE))
        if part == b"":
            return b"".join(parts)
        if part is None or time.monotonic() > deadline:  # None: there is more to come some time
            raise ReadError(f"{name} cannot be read to the end; it was skipped.")
        parts.append(part)
        room -= len(part)
    raise _make_too_large(name, LARGEST_FILE)


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """Return what comes through a stream up to its end; `ReadError` where that is too much."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _make_too_large(name, LARGEST_FILE)
    return data


def describe_too_large(most: int) -> str:
    """Return what is wrong with what has more than that many bytes, in words after its name."""
    return f"is larger than {most >> 20} MB"


def _make_too_large(name: str, most: int) -> ReadError:
    return ReadError(f"{name} {describe_too_large(most)}.")


def write_atomically(path: Path, content: str | bytes, *, is_private: bool = False) -> None:
    """Put `content` into the file, making folders; it holds all of it or, on failure, what it held.

    A link is followed, and the permissions of a file that is replaced are kept, but that nobody
    else may read what `is_private`. `CopydeskError` where something stands there that is no file.
    """
    import tempfile  # most commands write no file

    try:
        check_regular(path)
        path = resolve_links(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".copydesk-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode("utf-8") if isinstance(content, str) else content)
                flush(file)
            Path(temporary).chmod(_choose_mode(path) & (PRIVATE if is_private else ~0))
            replace_file(Path(temporary), path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error


def replace_file(source: Path, target: Path, system: str = sys.platform) -> None:
    """Put a file in the place of another, at once; `OSError` where that cannot be.

    Windows refuses as long as any program has one of them open, as those that look for viruses do
    with each new file; there it is tried again for a second.
    """
    for seconds in _PAUSES if system == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    source.replace(target)


def _choose_mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def explain_error(error: Exception) -> str:
    """Return why a file cannot be used, in words that follow a colon."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return (getattr(error, "strerror", None) or str(error)).lower()
