"""Where a name leads, and whether that is a file: one to read, or one that may be made there.

What is neither a file nor absent is left alone: a pipe is waited for without end, a device gives
without end, and a file that takes the name of either destroys it.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_ENDLESS = 1921
"""Windows' own number for a link that leads to itself."""
_NULL = "its name contains a null character"


def resolve_links(path: Path) -> Path:
    """Return the absolute path that `path` leads to, every link followed, there or not.

    `OSError` where a link leads to itself, and for a name that no file can have.
    """
    try:
        resolved = Path(os.path.realpath(path))
    except ValueError as error:
        raise _make_error(path, _NULL) from error
    try:
        # A link that leads to itself would be taken for a name that is free.
        resolved.stat()
    except OSError as error:
        if error.errno == errno.ELOOP or getattr(error, "winerror", None) == _ENDLESS:
            raise OSError(errno.ELOOP, "the link points to itself", str(path)) from error
    return resolved


def check_regular(path: Path) -> os.stat_result | None:
    """Return what the system knows of the file at `path`, links followed; None where nothing is.

    `OSError` for anything else, in words that follow a colon, and where that cannot be found out.
    """
    try:
        known = path.stat()
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise _make_error(path, _NULL) from error
    require_regular(path, known)
    return known


def require_regular(path: Path, known: os.stat_result) -> None:
    """Raise the `OSError` of `check_regular` where `known`, of `path`, is not that of a file."""
    if stat.S_ISDIR(known.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(known.st_mode):
        raise _make_error(path, "it is not a regular file")


def _make_error(path: Path, reason: str) -> OSError:
    return OSError(errno.EINVAL, reason, str(path))
