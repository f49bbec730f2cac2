"""How much memory a process has had at most."""

from __future__ import annotations

import sys


def peak() -> float | None:
    """Return the megabytes that this process has had at most: on Windows none."""
    if sys.platform == "win32":
        return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1024  # bytes there, KiB elsewhere
