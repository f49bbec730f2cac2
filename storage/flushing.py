"""Waiting until what was written is on disk, and would be after a loss of power.

macOS hands what `fsync` gives it to the drive, which may keep it in memory, unless asked for more
(`man 2 fsync` there). Only POSIX can be asked to put the names in a folder on disk.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO, Any


def flush(file: IO[Any]) -> None:
    """Wait until what was written to an open file is on disk."""
    file.flush()
    _flush(file.fileno())


def flush_file(path: Path) -> None:
    """Wait until the file at `path` is on disk, whoever wrote it."""
    with path.open("r+b") as file:
        _flush(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on disk, where the system can be asked for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _flush(handle)
    finally:
        os.close(handle)


def _flush(descriptor: int) -> None:
    if sys.platform != "win32":
        import fcntl

        if hasattr(fcntl, "F_FULLFSYNC"):
            try:
                fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            except OSError:  # a file system over a network
                pass
            else:
                return
    os.fsync(descriptor)
