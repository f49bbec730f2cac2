"""Reading a file that SQLite may have open in this very process.

POSIX gives locks to a process, not to a descriptor: closing any descriptor of a file drops all
locks that the process has on it, SQLite's too (SQLite, "How To Corrupt An SQLite Database File",
2.2). The next program that closes the library would then take itself for the last one, and remove
the log into which this one goes on writing. So a descriptor of a library that is open stays open.
"""

from __future__ import annotations

import io
import os
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from storage.regular_files import require_regular

Key = tuple[int, int]
"""Device and number of a file, whatever it is called."""

_SHARED_LOCK = 510, 0x4000_0002
"""Length and start of what SQLite locks to read, in bytes (os.h)."""
_lock = threading.RLock()
_open: Counter[Key] = Counter()
_kept: dict[Key, list[int]] = {}
"""Descriptors that stay until the last library on their file is closed. One is enough to read
with; two threads that begin together leave two."""


def hold(path: Path) -> Key:
    """Say that a library is to be opened at `path`, which is there; give the key to `release`."""
    with _lock:
        key = _make_key(path.stat())
        _open[key] += 1
        return key


class HeldFile(NamedTuple):
    """A library that is open, by its name and its key."""

    path: Path
    key: Key

    @property
    def is_in_place(self) -> bool:
        """Whether the file of that name is still the one that was opened."""
        try:
            return _make_key(self.path.stat()) == self.key
        except OSError:
            return False


def release(key: Key) -> None:
    """Say that the library has been closed."""
    with _lock:
        _open[key] -= 1
        if not _open[key]:
            del _open[key]
            for descriptor in _kept.pop(key, ()):
                os.close(descriptor)


@contextmanager
def open_to_read(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be read, from its start; `OSError` as of `open`, and for what is no file."""
    known = path.stat()
    require_regular(path, known)
    with _lock:
        kept = _kept.get(_make_key(known))
        if kept is not None:
            os.lseek(kept[0], 0, os.SEEK_SET)
            yield cast(BinaryIO, io.FileIO(kept[0], closefd=False))
            return
    # By its number: who reads it may have closed the file by then, as what decodes it does.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield cast(BinaryIO, io.FileIO(descriptor, closefd=False))
    finally:
        with _lock:
            key = _make_key(os.fstat(descriptor))
            # Another thread may have opened it as a library meanwhile. Windows locks otherwise.
            if key in _open and sys.platform != "win32":
                _kept.setdefault(key, []).append(descriptor)
            else:
                os.close(descriptor)


def is_open_elsewhere(path: Path) -> bool:
    """Tell whether another program has a library open.

    SQLite keeps a shared lock on a file with a write-ahead log as long as it is open. On Windows,
    where an open file is not replaced anyway, the answer is no.
    """
    if sys.platform == "win32":
        return False
    import fcntl

    with _lock:
        if _make_key(path.stat()) in _open:
            return False  # here: to ask would take our own lock away
        descriptor = os.open(path, os.O_RDWR)
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, *_SHARED_LOCK)
        except (BlockingIOError, PermissionError):
            return True
        finally:
            os.close(descriptor)
    return False


def _make_key(known: os.stat_result) -> Key:
    return known.st_dev, known.st_ino
