"""A library of ten thousand articles: adding, search, who else carried this, and what it finds.

The yardsticks: one row that SQLite alone puts on the same disk, and its LIKE over all texts.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.prose import content_word, sentences, stop_word, topic
from benchmarks.tables import table
from storage.discovery.carriers import find_carriers, find_carriers_of_text
from storage.library import Library
from storage.models import NewArticle
from storage.open_library import open_library
from storage.tables.articles import Articles

ARTICLES = 10_000
WORDS = 600
PLANTED = 500
TIMES = 101
SEED = 1
EDITED = {"verbatim": 0.0, "lightly edited": 1 / 12, "heavily edited": 1 / 3}
"""How often a word of a planted passage is exchanged, left out, or has another put before it."""
_PASSAGE = 40
"""Words of a planted passage, or a few more: whole sentences."""
_TOPICS = 2_000
_BATCH = 500


class Planted(NamedTuple):
    """A passage that stands in two articles."""

    source: int
    target: int
    edited: str
    words: str
    """As it stands in the target."""


def run() -> None:
    """Make the library, then print how fast it answers and what of the planted it finds."""
    drafts, planted = shelf(ARTICLES, PLANTED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with open_library(path) as library:
            start = time.perf_counter()
            ids = _added(library, drafts[:-TIMES])
            whole = time.perf_counter() - start
            adding = _medians([partial(_put, library, draft, ids) for draft in drafts[-TIMES:]])
            library._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            megabytes = path.stat().st_size / 1e6
            print(_speed(library, path, ids, planted, adding))
            print(
                f"\n{whole / (ARTICLES - TIMES) * 1000:.1f} s a thousand, added together;"
                f" {megabytes:.0f} MB on disk\n"
            )
            print(_found(library, ids, planted))


def shelf(articles: int, passages: int) -> tuple[list[NewArticle], list[Planted]]:
    """Return articles of an invented language, and the passages that two of them share."""
    chance = random.Random(SEED)
    topics = [topic(chance) for _ in range(_TOPICS)]
    texts = [sentences(WORDS, chance.choice(topics), chance) for _ in range(articles)]
    planted = []
    pairs = chance.sample(range(articles), 2 * passages)
    for number, (source, target) in enumerate(zip(pairs[::2], pairs[1::2], strict=True)):
        edited = list(EDITED)[number % len(EDITED)]
        passage = _passage(texts[source], chance)
        changed = [edit_words(sentence, EDITED[edited], chance) for sentence in passage]
        at = chance.randrange(len(texts[target]))
        texts[target][at:at] = changed
        planted.append(Planted(source, target, edited, _text(changed)))
    drafts = [
        NewArticle(_text(text), f"Report {number}", f"Outlet {number % 40}", published=_day(number))
        for number, text in enumerate(texts)
    ]
    return drafts, planted


def _passage(text: Sequence[list[str]], chance: random.Random) -> list[list[str]]:
    begin = end = chance.randrange(len(text) - 5)
    while sum(map(len, text[begin:end])) < _PASSAGE:
        end += 1
    return [list(sentence) for sentence in text[begin:end]]


def edit_words(sentence: Sequence[str], rate: float, chance: random.Random) -> list[str]:
    """Exchange, leave out, or put another word before one in so many words, by chance."""
    edited: list[str] = []
    for word in sentence:
        if chance.random() >= rate:
            edited.append(word)
            continue
        other = content_word(chance) if chance.random() < 0.5 else stop_word(chance)
        edited += chance.choice(([other], [], [other, word]))
    return edited


def _text(text: Sequence[Sequence[str]]) -> str:
    return " ".join(f"{' '.join(sentence).capitalize()}." for sentence in text if sentence)


def _day(number: int) -> str:
    return f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"


def _added(library: Library, drafts: Sequence[NewArticle]) -> list[str]:
    ids = []
    for first in range(0, len(drafts), _BATCH):
        with library.transaction():
            ids += [_add(library.articles, draft) for draft in drafts[first : first + _BATCH]]
    return ids


def _put(library: Library, draft: NewArticle, ids: list[str]) -> None:
    ids.append(_add(library.articles, draft))


def _add(articles: Articles, draft: NewArticle) -> str:
    return articles.add(draft)[0].id


def _speed(
    library: Library, path: Path, ids: Sequence[str], planted: Sequence[Planted], adding: float
) -> str:
    chance = random.Random(SEED)
    some = chance.sample(range(len(ids)), TIMES)
    carried = [library.articles.get(ids[one.target]) for one in planted[:TIMES]]
    words = [library.articles.get(ids[one]).text.split()[50:52] for one in some]
    scan = sqlite3.connect(path)
    jobs = [
        ("adding one", adding, _medians([partial(_row, path)] * TIMES), "15"),
        (
            "search, two words",
            _medians([partial(library.search.find, " ".join(two)) for two in words]),
            _medians([partial(_scan, scan, two[0]) for two in words[:5]]),
            "50",
        ),
        (
            "search, a common word",
            _medians([partial(library.search.find, "the")] * 11),
            _medians([partial(_scan, scan, "the")] * 5),
            "50",
        ),
        (
            "where else, an article",
            _medians([partial(find_carriers, library, one) for one in carried]),
            None,
            "20",
        ),
        (
            "where else, a passage",
            _medians(
                [partial(find_carriers_of_text, library, one.words) for one in planted[:TIMES]]
            ),
            None,
            "20",
        ),
    ]
    scan.close()
    head = ["ms, median of many", "Copydesk", "SQLite alone", "at most"]
    return table(
        head,
        [
            [name, f"{ours:.1f}", "" if theirs is None else f"{theirs:.1f}", most]
            for name, ours, theirs, most in jobs
        ],
    )


def _row(path: Path) -> None:
    """Put one row on the same disk, durably."""
    connection = sqlite3.connect(path.with_name("bare.db"), isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS bare (text TEXT)")
    connection.execute("INSERT INTO bare VALUES (?)", ["x" * 4000])
    connection.close()


def _scan(connection: sqlite3.Connection, word: str) -> None:
    connection.execute("SELECT count(*) FROM article WHERE text LIKE ?", [f"%{word}%"]).fetchall()


def _found(library: Library, ids: Sequence[str], planted: Sequence[Planted]) -> str:
    rows = []
    for edited in EDITED:
        chosen = [one for one in planted if one.edited == edited]
        whole = sum(_carries(library, ids, one) for one in chosen)
        alone = sum(_carries_words(library, ids, one) for one in chosen)
        count = len(chosen)
        rows.append([edited, str(count), f"{whole / count:.1%}", f"{alone / count:.1%}"])
    return table(["planted passages", "", "found from the article", "from the passage"], rows)


def _carries(library: Library, ids: Sequence[str], one: Planted) -> bool:
    carriers = find_carriers(library, library.articles.get(ids[one.target]))
    return ids[one.source] in {carrier.article.id for carrier in carriers}


def _carries_words(library: Library, ids: Sequence[str], one: Planted) -> bool:
    carriers = find_carriers_of_text(library, one.words)
    return ids[one.source] in {carrier.article.id for carrier in carriers}


def _medians(jobs: Sequence[Callable[[], object]]) -> float:
    """Return the median of the jobs' times, ms of the wall's clock."""
    times = []
    for job in jobs:
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000
