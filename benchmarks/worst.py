"""Texts that are worst to compare, each in a process of its own: CPU time and peak memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from benchmarks.memory import peak
from benchmarks.tables import table
from benchmarks.texts import story
from benchmarks.worst_texts import KINDS
from textreuse import compare

WORDS = 20_000
SECONDS, MEGABYTES = 2.0, 300.0
"""What is above is marked."""
PATIENCE = 300
"""Seconds after which a case is given up."""

CASES: dict[str, Callable[[], list[str]]] = {
    "one word 100,000 times": lambda: ["word " * 100_000],
    "one word 100,000 times, twice": lambda: ["word " * 100_000] * 2,
    "two identical texts of 50,000 words": lambda: story(2, 50_000, 0).texts[:1] * 2,
    "10,000 identical lines": lambda: ["The council said on Monday that it would.\n" * 10_000],
    "200,000 characters without a space": lambda: ["".join(_drawn("abcdefghij", 200_000))],
    "5,000 words out of four, twice": lambda: [" ".join(_drawn(["a", "b", "c", "d"], 5_000))] * 2,
}
WAYS: dict[str, Callable[[str], list[str]]] = {
    "two": lambda kind: [KINDS[kind](WORDS, seed) for seed in (1, 2)],
    "beside prose": lambda kind: [KINDS[kind](WORDS, 1), KINDS["prose"](WORDS, 3)],
    "five": lambda kind: [KINDS[kind](WORDS, seed) for seed in range(1, 6)],
}
"""What a text of a kind is compared with."""


def run() -> None:
    """Print a row for each case, then for each kind of text; a mark where one takes too much."""
    mark = f"over {SECONDS:.0f} s or {MEGABYTES:.0f} MB"
    print(table(["text", "CPU", "peak memory", mark], map(_row, CASES)))
    print(f"\nTexts of {WORDS:,} words of each kind, seconds of CPU:\n")
    heads = [f"{way}{head}" for way in WAYS for head in ("", ", MB")]
    print(table(["kind", *heads], map(_row_of_kind, KINDS)))


def _row(name: str) -> list[str]:
    answer = _ask(name)
    if answer is None:
        return [name, f"> {PATIENCE} s", "", "over"]
    seconds, megabytes = answer
    over = seconds > SECONDS or (megabytes or 0) > MEGABYTES
    memory = "" if megabytes is None else f"{megabytes:.0f} MB"
    return [name, f"{seconds:.2f} s", memory, "over" if over else ""]


def _row_of_kind(kind: str) -> list[str]:
    cells = []
    for way in WAYS:
        answer = _ask(kind, way)
        seconds, megabytes = answer or (None, None)
        cells.append(f"> {PATIENCE}" if seconds is None else f"{seconds:.2f}")
        cells.append("" if megabytes is None else f"{megabytes:.0f}")
    return [kind, *cells]


def _ask(*names: str) -> tuple[float, float | None] | None:
    """Measure a case, or a kind in one of the ways, in a process of its own; None if endless."""
    command = [sys.executable, "-m", "benchmarks.worst", *names]
    try:
        answer = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE
        ).stdout
    except subprocess.TimeoutExpired:
        return None
    seconds, megabytes = json.loads(answer)
    return seconds, megabytes


def _drawn(alphabet: str | list[str], length: int) -> list[str]:
    return random.Random(1).choices(alphabet, k=length)


def _measure(names: Sequence[str]) -> tuple[float, float | None]:
    """Return CPU seconds, and the megabytes that this process has had at most: on Windows none."""
    name, *way = names
    texts = WAYS[way[0]](name) if way else CASES[name]()
    start = time.process_time()
    compare(texts)
    return time.process_time() - start, peak()


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1:])))
