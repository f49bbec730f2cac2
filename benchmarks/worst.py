"""Texts that are worst to compare, each in a process of its own: CPU time and peak memory."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable

from benchmarks.memory import peak
from benchmarks.tables import table
from benchmarks.texts import story
from textreuse import compare

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
    "200,000 characters of punctuation": lambda: ["".join(_drawn(".,;:!?-–()\"'", 200_000))],
    "5,000 words out of four, twice": lambda: [" ".join(_drawn(["a", "b", "c", "d"], 5_000))] * 2,
    "20,000 characters out of three Han": lambda: ["".join(_drawn("新聞稿", 20_000))],
}


def run() -> None:
    """Print a row for each case; a mark where it takes longer or more than is good."""
    mark = f"over {SECONDS:.0f} s or {MEGABYTES:.0f} MB"
    print(table(["text", "CPU", "peak memory", mark], map(_row, CASES)))


def _row(name: str) -> list[str]:
    command = [sys.executable, "-m", "benchmarks.worst", name]
    try:
        answer = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, timeout=PATIENCE
        ).stdout
    except subprocess.TimeoutExpired:
        return [name, f"> {PATIENCE} s", "", "over"]
    seconds, megabytes = json.loads(answer)
    over = seconds > SECONDS or (megabytes or 0) > MEGABYTES
    memory = "" if megabytes is None else f"{megabytes:.0f} MB"
    return [name, f"{seconds:.2f} s", memory, "over" if over else ""]


def _drawn(alphabet: str | list[str], length: int) -> list[str]:
    return random.Random(1).choices(alphabet, k=length)


def _measure(name: str) -> tuple[float, float | None]:
    """Return CPU seconds, and the megabytes that this process has had at most: on Windows none."""
    texts = CASES[name]()
    start = time.process_time()
    compare(texts)
    return time.process_time() - start, peak()


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))
