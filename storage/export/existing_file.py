"""What stands where an export is to go; no more of it is read than tells whose it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storage.database.locked_files import open_to_read
from storage.errors import ConflictError, CopydeskError
from storage.files import explain_error, write_atomically
from storage.limits import LARGEST_FILE
from storage.regular_files import check_regular

MAY_BE_EDITED = "already exists and may have been edited"
"""Why a file is not to be replaced that nothing tells to be ours."""
_BLOCK = 2**20


def read_existing(path: Path) -> bytes | None:
    """Return what the file holds, none where there is no file.

    None where it is larger than `LARGEST_FILE`: whatever it is, no export of ours that could be
    renewed. `CopydeskError` where it cannot be read, or is no file.
    """
    try:
        known = check_regular(path)
        if known is None:
            return b""
        if known.st_size > LARGEST_FILE:
            return None
        with open_to_read(path) as file:
            return file.read()
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error


def read_head(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of a file at most; `OSError` where it cannot be read."""
    with open_to_read(path) as file:
        return file.read(size)


def replace_file(
    path: Path, data: bytes, find_objection: Callable[[], str], *, force: bool
) -> None:
    """Write a file atomically; one that is there has to be empty, the same or replaceable.

    `find_objection` says why a file that is there is not to be replaced without `force`, for a
    `ConflictError`; nothing, where it may be. `CopydeskError` where it cannot be written.
    """
    try:
        known = check_regular(path)
        if known is not None:
            if holds(path, data):
                return
            objection = "" if force or not known.st_size else find_objection()
            if objection:
                raise ConflictError(f"{path} {objection}; use --force to replace it.")
    except OSError as error:
        raise CopydeskError(f"Cannot write {path}: {explain_error(error)}.") from error
    write_atomically(path, data)


def holds(path: Path, data: bytes) -> bool:
    """Tell whether a file holds just `data`; `OSError` where it cannot be read."""
    known = check_regular(path)
    if known is None or known.st_size != len(data):
        return False
    with open_to_read(path) as file:
        blocks = range(0, len(data), _BLOCK)
        return all(file.read(_BLOCK) == data[at : at + _BLOCK] for at in blocks)
