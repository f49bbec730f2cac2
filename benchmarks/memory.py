"""How much memory a process has had at most."""

from __future__ import annotations

import sys
from pathlib import Path


def peak() -> float | None:
    """Return the megabytes that this process has had at most: on Windows none."""
    status = Path("/proc/self/status")
    if status.exists():
        # What the kernel tells of resources counts what the parent had when it began this one.
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        return int(lines["VmHWM"].split()[0]) / 1024
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
