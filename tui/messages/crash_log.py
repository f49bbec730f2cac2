"""Faults of the program itself: the details go into the log, a sentence to the user."""

from __future__ import annotations

import os
import stat
import traceback
from contextlib import suppress

from storage.clock import now
from storage.errors import CopydeskError
from storage.files import PRIVATE
from storage.paths import log_path
from storage.regular_files import check_regular

LOG_USE = """\
The log is written only when Copydesk itself fails. It says what failed and
where in the program, for whoever fixes it. It may quote your articles; only
you can read it."""
"""When the log is written and what for, as people are told."""


def log_error(error: BaseException) -> str:
    """Append the details of `error` to the log; returns what to tell of it."""
    path = log_path()
    try:
        check_regular(path)  # a pipe would be waited for
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "a", encoding="utf-8", opener=_open_private) as log:
            log.write(f"{now()}\n{''.join(traceback.format_exception(error))}\n")
    except OSError:
        return f"{type(error).__name__}: {error}"
    return f"{type(error).__name__}; details in {path}"


def _open_private(path: str, flags: int) -> int:
    """Open the log so that nobody else reads it: paths and words of articles stand in it."""
    descriptor = os.open(path, flags, PRIVATE)
    if hasattr(os, "fchmod"):
        with suppress(OSError):  # somebody else's file
            os.fchmod(descriptor, stat.S_IMODE(os.fstat(descriptor).st_mode) & PRIVATE)
    return descriptor


def explain(error: Exception, what: str) -> str:
    """Return what to say of a failure of something done beside the app.

    What we raise ourselves says it; of all else the log has the details, and `what` has failed.
    """
    return (
        str(error) if isinstance(error, CopydeskError) else f"{what} failed ({log_error(error)})."
    )
