"""`make bench` prints every figure; `python -m benchmarks NAME` one of them."""

from __future__ import annotations

import sys

from benchmarks import comparing, drawing, starting

ALL = {"comparing": comparing.run, "drawing": drawing.run, "starting": starting.run}

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        ALL[name]()
