"""How right the engine is on a corpus whose truth is known; the corpus is not part of this."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks import meter, pan, readers


def run(arguments: Sequence[str]) -> None:
    """Print how well the engine does on the corpus that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks accuracy", description=__doc__)
    parser.add_argument(
        "corpus", type=Path, help="folder of a PAN text-alignment, a METER or a BASIL corpus"
    )
    parser.add_argument(
        "--every", type=_count, default=1, metavar="K", help="take only every K-th (default: 1)"
    )
    parser.add_argument(
        "--jobs", type=_count, default=1, metavar="N", help="processes to use (default: 1)"
    )
    options = parser.parse_args(arguments)
    for layout in (pan, meter, readers):
        if layout.recognises(options.corpus):
            layout.run(options.corpus, options.every, options.jobs)
            return
    parser.error(f"{options.corpus} is no PAN, METER or BASIL corpus")


def _count(text: str) -> int:
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"a whole number from 1, not {text!r}")
    return int(text)
