"""Comparing five articles, held against difflib over the same pairs in the same run."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial

from benchmarks.texts import story
from textreuse import compare, words

ROUNDS = 7


def run() -> None:
    """Print the medians and their ratio."""
    texts = story(5, 700, 40)
    ours, difflib = [], []
    for _ in range(ROUNDS):  # in turn, so that a machine that slows down slows both
        ours.append(_seconds(lambda: compare(texts)))
        difflib.append(_seconds(lambda: _difflib(texts)))
    mine, yardstick = statistics.median(ours), statistics.median(difflib)
    print(
        f"compare 5 articles of 700 words, with themselves: {1000 * mine:.1f} ms;"
        f" difflib on words, the same pairs: {1000 * yardstick:.1f} ms;"
        f" ratio {mine / yardstick:.2f}"
    )
    for size in (500, 5_000, 50_000):
        grown = story(2, size, size // 100)
        spent = _seconds(partial(compare, grown))
        print(f"compare 2 articles of {size} words: {1000 * spent:.0f} ms")


def _difflib(texts: list[str]) -> None:
    keys = [words(text).keys for text in texts]
    for one, other in itertools.combinations_with_replacement(keys, 2):
        SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()


def _seconds(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start
