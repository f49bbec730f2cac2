"""How the time of comparing grows: with the length of the texts, with the number of articles."""

from __future__ import annotations

from functools import partial

from benchmarks.clock import medians
from benchmarks.tables import table
from benchmarks.texts import story
from textreuse import compare, split_words

LENGTHS = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
ARTICLES = (2, 4, 8, 16)
ROUNDS = 5


def run() -> None:
    """Print both tables, with median CPU times."""
    # A sentence in every 180 words: what is copied from a text and into it is a tenth of it.
    print("Two texts, about a tenth of each copied:\n")
    _measure("words each", {size: story(2, size, size // 180).texts for size in LENGTHS})
    print("\nArticles of 700 words, eight sentences of each copied:\n")
    _measure("articles", {number: story(number, 700, 8 * number).texts for number in ARTICLES})


def _measure(what: str, stories: dict[int, list[str]]) -> None:
    times = medians([partial(compare, texts) for texts in stories.values()], ROUNDS)
    rows = [
        [f"{size:,}", f"{1000 * seconds:.1f}", f"{1e6 * seconds / sum(map(_length, texts)):.2f}"]
        for (size, texts), seconds in zip(stories.items(), times, strict=True)
    ]
    print(table([what, "CPU ms", "CPU ms per 1,000 words of all texts"], rows))


def _length(text: str) -> int:
    return len(split_words(text))
