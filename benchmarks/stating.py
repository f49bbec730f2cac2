"""The time that statements take beside comparing: a story of files, long ones, the worst."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.clock import cpu
from benchmarks.tables import table
from benchmarks.texts import story
from benchmarks.worst_statements import KINDS, make_texts
from textreuse import Statements, compare, find_statements

ROUNDS = 15
WORDS = 3_000
"""Of each of three texts of a kind, and twice as many."""
_LAYERS: dict[str, Callable[[Statements], object]] = {
    "quotations": lambda one: one.direct_quotations,
    "utterances": lambda one: one.utterances,
    "disagreements": lambda one: one.disagreements,
    "origins": lambda one: one.origins,
}


def run(arguments: Sequence[str]) -> None:
    """Print the CPU time of each layer; for a story of FILEs the least of several rounds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks stating", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="the articles of one story")
    files = parser.parse_args(arguments).files
    if files:
        texts = [path.read_bytes().decode("utf-8") for path in files]
        rows = [_tell("these", _measure(texts, ROUNDS))]
    else:
        rows = [
            _tell("nine articles of 10,000 words", _measure(story(9, 10_000, 60).texts, 1)),
            *(row for kind in KINDS for row in _tell_growth(kind)),
        ]
    print(table(["CPU, ms", "compare", *_LAYERS, "all layers", "share of comparing"], rows))


def _tell_growth(kind: str) -> Iterator[list[str]]:
    for words in (WORDS, 2 * WORDS):
        texts = make_texts(kind, words, (0, 1, 2))
        yield _tell(f"{kind}, {words:,} words", _measure(texts, 1))


def _tell(what: str, times: Sequence[float]) -> list[str]:
    comparing, *asking = times
    milliseconds = [f"{1000 * seconds:.0f}" for seconds in (*times, sum(asking))]
    return [what, *milliseconds, f"{sum(asking) / comparing:.2f}"]


def _measure(texts: Sequence[str], rounds: int) -> list[float]:
    """Return the least seconds of comparing and of each layer in so many rounds."""
    names = [str(number) for number in range(len(texts))]
    measured = []
    for _ in range(rounds):
        times = [cpu()]
        statements = find_statements(compare(texts), names=names)
        times.append(cpu())
        for ask in _LAYERS.values():
            ask(statements)
            times.append(cpu())
        measured.append([after - before for before, after in pairwise(times)])
    return [min(times) for times in zip(*measured, strict=True)]
