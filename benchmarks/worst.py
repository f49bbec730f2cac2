"""Texts that are worst to compare, each in a process of its own: CPU time and peak memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from benchmarks.asking import ask
from benchmarks.memory import peak
from benchmarks.tables import table
from benchmarks.worst_stories import STORIES
from benchmarks.worst_texts import KINDS, PERIODIC, TextMaker
from textreuse import compare

WORDS = 100_000
SECONDS, MEGABYTES = 2.0, 300.0
"""What is above is marked."""
PATIENCE = 300
"""Seconds after which a case is given up."""

WAYS: dict[str, Callable[[TextMaker], list[str]]] = {
    "two": lambda make: [make(WORDS, seed) for seed in (1, 2)],
    "beside prose": lambda make: [make(WORDS, 1), KINDS["prose"](WORDS, 3)],
}
"""What a text of a kind is compared with."""


class Figures(NamedTuple):
    """What one case took."""

    comparing: float
    """CPU seconds."""
    asking: float
    """CPU seconds of all answers that screens and exports ask for, together."""
    megabytes: float | None
    """Most memory of the process; on Windows none."""


def run() -> None:
    """Print a row for each story, then for each kind of text; a mark where one takes too much."""
    heads = ["compare", "all answers", "memory", f"over {SECONDS:.0f} s or {MEGABYTES:.0f} MB"]
    print(table(["story", *heads], ([name, *_tell(name)] for name in STORIES)))
    print(f"\nTexts of {WORDS:,} words or signs of each kind, another of the kind beside it:\n")
    print(table(["kind", *heads], ([kind, *_tell(kind, "two")] for kind in KINDS | PERIODIC)))
    print("\nBeside prose:\n")
    print(table(["kind", *heads], ([kind, *_tell(kind, "beside prose")] for kind in KINDS)))


def _tell(*names: str) -> list[str]:
    figures = _ask(*names)
    if figures is None:
        return [f"> {PATIENCE} s", "", "", "over"]
    comparing, asking, megabytes = figures
    over = comparing > SECONDS or (megabytes or 0) > MEGABYTES
    memory = "" if megabytes is None else f"{megabytes:.0f} MB"
    return [f"{comparing:.2f} s", f"{asking:.2f} s", memory, "over" if over else ""]


def _ask(*names: str) -> Figures | None:
    """Measure a story, or a kind in one of the ways, in a process of its own; None if endless."""
    command = [sys.executable, "-m", "benchmarks.worst", *names]
    try:
        answer = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE
        ).stdout
    except subprocess.TimeoutExpired:
        return None
    return Figures(*json.loads(answer))


def _measure(names: Sequence[str]) -> Figures:
    name, *way = names
    texts = WAYS[way[0]]((KINDS | PERIODIC)[name]) if way else STORIES[name]()
    start = time.process_time()
    comparison = compare(texts)
    compared = time.process_time()
    ask(comparison)
    return Figures(compared - start, time.process_time() - compared, peak())


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1:])))
