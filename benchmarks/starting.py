"""`copydesk --version` against a Python that does nothing."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time

ROUNDS = 15


def run() -> None:
    """Print the medians and their ratio."""
    program = shutil.which("copydesk", path=str(sys.executable).rpartition("/")[0])
    if program is None:
        print("copydesk --version: not installed beside this Python")
        return
    ours, bare = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds([program, "--version"]))
        bare.append(_seconds([sys.executable, "-c", "pass"]))
    mine, yardstick = statistics.median(ours), statistics.median(bare)
    print(
        f"copydesk --version: {1000 * mine:.0f} ms; python -c pass: {1000 * yardstick:.0f} ms;"
        f" ratio {mine / yardstick:.2f}"
    )


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start
