"""Files in and out: read within limits; written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from storage.database.locked_files import open_to_read
from storage.errors import CopydeskError, ReadError
from storage.paths import parse_path
from storage.regular_files import check_regular, resolve_links

LARGEST = 64 * 2**20
"""Bytes of the largest file that is read; far beyond any article."""
PRIVATE = 0o600
"""The permissions of what nobody but the user may read."""
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
    """Return what a file holds; `ReadError` if it is missing, no file, too large, or closed."""
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            raise ReadError(f"{path} is not a file.")
        if known.st_size > LARGEST:
            raise ReadError(f"{path} is larger than {LARGEST >> 20} MB.")
        with open_to_read(path) as file:
            return file.read()
    except (OSError, ValueError) as error:
        raise ReadError(f"Cannot read {path}: {explain_error(error)}.") from error


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
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(_choose_mode(path) & (PRIVATE if is_private else ~0))
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error


def _choose_mode(path: Path) -> int:
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def explain_error(error: Exception) -> str:
    """Return why a file cannot be used, in words that follow a colon."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return (getattr(error, "strerror", None) or str(error)).lower()
