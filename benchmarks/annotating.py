"""Annotations: saving one among ten thousand, and opening a story that has a thousand."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.drawing import SIZE
from benchmarks.tables import table
from benchmarks.texts import story
from storage.anchoring.anchors import make_anchor
from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import Article, NewArticle, Story, Target
from storage.open_library import open_library
from textreuse import split_sentences
from tui.app import CopydeskApp

IN_LIBRARY = 10_000
IN_STORY = 1_000
TIMES = 101
OPENINGS = 7
TAGS = ("claim", "claim/disputed", "quote", "number", "to check")
MOST_TO_SAVE = 5
"""Milliseconds of the wall's clock that are good: the disk is part of it."""
MOST_TO_OPEN = 100
"""Milliseconds of CPU more than without annotations that are good."""


def run() -> None:
    """Print both tables; beside saving, one row that SQLite alone puts on the same disk."""
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder)
        rows = _saving(bare / "library.db", bare / "bare.db")
        head = ["ms a save, median", "Copydesk", "of it CPU", "SQLite, one row", "at most"]
        print(table(head, rows))
        print()
        print(_opening(bare))


def _saving(path: Path, bare: Path) -> list[list[str]]:
    chance = random.Random(1)
    with open_library(path) as library:
        _, articles = _made(library, 4, 10_000)
        _annotate(library, articles, IN_LIBRARY)
        made = library.annotations.create([_target(articles, chance)], "A note")
        jobs: dict[str, Callable[[int], object]] = {
            "a new note": lambda number: library.annotations.create(
                [_target(articles, chance)], f"Note {number}", [TAGS[number % len(TAGS)]]
            ),
            "an edited note": lambda number: library.annotations.set_note(made.id, f"{number}"),
            "undo and redo": lambda number: (
                library.undo_log.undo() if number % 2 else library.undo_log.redo()
            ),
        }
        yardstick = statistics.median(_rows_alone(bare))
        return [
            [name, *map(_ms, _medians(job)), _ms(yardstick), str(MOST_TO_SAVE)]
            for name, job in jobs.items()
        ]


def _rows_alone(path: Path) -> list[float]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
    times = []
    for number in range(TIMES):
        start = time.perf_counter()
        connection.execute("INSERT INTO note (text) VALUES (?)", [f"Note {number}"])
        times.append(time.perf_counter() - start)
    connection.close()
    return times


def _medians(job: Callable[[int], object]) -> tuple[float, float]:
    """Return the seconds by the wall's clock, and those of CPU, that `job` takes."""
    clocks = time.perf_counter, time.process_time
    times = []
    for number in range(TIMES):
        start = [clock() for clock in clocks]
        job(number)
        times.append([clock() - begun for clock, begun in zip(clocks, start, strict=True)])
    wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
    return wall, cpu


def _opening(folder: Path) -> str:
    spent = {}
    for count in (0, IN_STORY):
        with open_library(folder / f"{count}.db") as library:
            made, articles = _made(library, 4, 2_500)
            _annotate(library, articles, count)
            _ = asyncio.run(_open(library, made))  # whatever is only done once in a process
            spent[count] = [asyncio.run(_open(library, made)) for _ in range(OPENINGS)]
    without, with_them = (statistics.median(spent[count]) for count in (0, IN_STORY))
    rows = [
        [
            f"4 × 2,500 words, {IN_STORY:,} annotations",
            _ms(without),
            _ms(with_them),
            _ms(with_them - without),
            str(MOST_TO_OPEN),
        ]
    ]
    return table(["ms CPU to open", "without", "with", "more", "at most"], rows)


async def _open(library: Library, made: Story) -> float:
    app = CopydeskApp(library, made)
    start = time.process_time()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.process_time() - start


def made_story(
    library: Library, articles: int, words: int, annotations: int
) -> tuple[Story, list[Article]]:
    """Make a story of so many articles of about so many words, with annotations on sentences."""
    made, stored = _made(library, articles, words)
    _annotate(library, stored, annotations)
    return made, stored


def _made(library: Library, articles: int, words: int) -> tuple[Story, list[Article]]:
    texts = story(articles, words, words // 16).texts
    drafts = [NewArticle(text, title=f"Text {number}") for number, text in enumerate(texts)]
    stored = [article for article, _ in add_articles(library, drafts)]
    return library.stories.create("Long", [article.id for article in stored]), stored


def _annotate(library: Library, articles: list[Article], count: int) -> None:
    chance = random.Random(2)
    with library.transaction():
        for number in range(count):
            tags = chance.sample(TAGS, chance.randrange(3))
            library.annotations.create([_target(articles, chance)], f"Note {number}", tags)


_sentences: dict[str, list[tuple[int, int]]] = {}


def _target(articles: list[Article], chance: random.Random) -> Target:
    article = chance.choice(articles)
    if article.id not in _sentences:
        _sentences[article.id] = split_sentences(article.text)
    start, end = chance.choice(_sentences[article.id])
    return Target(article.id, make_anchor(article.text, start, end))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f}"
