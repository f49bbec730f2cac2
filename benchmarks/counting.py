"""Counts over a study of 10,000 annotations with 300 tags.

The yardsticks: the uses of each tag by outlet, grouped and counted by SQLite alone, and the words
of all texts found.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.coding import fill_study
from benchmarks.tables import table
from storage.counts.co_occurrence import WITHIN
from storage.counts.counting import CountRequest, count
from storage.counts.tag_counts import MEASURES
from storage.database.connection import connect_to_read
from textreuse import split_words

ROUNDS = 7
MOST = 200
"""Milliseconds that are good."""
_GROUPED = """
SELECT tag.name, article.outlet, count(*) FROM target
JOIN annotation ON annotation.id = target.annotation
JOIN article ON article.id = target.article
JOIN annotation_tag ON annotation_tag.annotation = target.annotation
JOIN tag ON tag.id = annotation_tag.tag
WHERE annotation.deleted IS NULL AND article.deleted IS NULL
GROUP BY tag.name, article.outlet
"""


def run() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, fill_study(Path(folder)) as library:
        ids = [article.id for article in library.articles.list_all()]
        texts = [article.text for article in library.articles.get_all(ids)]
        jobs: dict[str, Callable[[], object]] = {
            **{
                f"{measure} by outlet": partial(count, library, CountRequest(measure=measure))
                for measure in MEASURES
            },
            **{
                f"tags with each other: {within}": partial(
                    count, library, CountRequest(within=within)
                )
                for within in WITHIN
            },
            "SQLite alone, uses by outlet": partial(_group, library.path),
            "the words of all texts alone": lambda: list(map(split_words, texts)),
        }
        rows = [[name, f"{_time(job):.0f}"] for name, job in jobs.items()]
    told = [[*row, str(MOST) if "alone" not in row[0] else ""] for row in rows]
    print(table([f"ms of CPU, best of {ROUNDS}", "Copydesk", "at most"], told))


def _group(path: Path) -> None:
    with connect_to_read(path) as connection:
        connection.execute(_GROUPED).fetchall()


def _time(job: Callable[[], object]) -> float:
    """Return the least milliseconds of CPU that a job takes."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        job()
        times.append(time.process_time() - began)
    return min(times) * 1000
