"""The files of a library, and who may read them."""

from __future__ import annotations

import stat
from pathlib import Path


def file_mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder, byte for byte, without those that SQLite reads by."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }


def copies_before_update(library: Path) -> list[Path]:
    return list(library.with_name("library-backups").glob("*-before-update.db"))
