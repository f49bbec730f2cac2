"""Quotations altered on purpose: how many are linked, and told as what was done to them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.altered_quotations import score_kinds
from benchmarks.tables import table

_COUNT = 20


def run(arguments: Sequence[str]) -> None:
    """Print for each kind of copy how many are linked and told rightly."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks quoting", description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder of BASIL's triples")
    parser.add_argument("--count", type=int, default=_COUNT, help="copies of each kind")
    options = parser.parse_args(arguments)
    rows = [
        [name, f"{linked} of {made}", f"{right} of {made}"]
        for name, made, linked, right in score_kinds(options.corpus, options.count)
    ]
    print(table(["copied", "linked", "told rightly"], rows))
