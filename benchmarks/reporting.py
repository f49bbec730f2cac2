"""The HTML report of a large story, beside escaping its texts and comparing them once."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.annotating import made_story
from benchmarks.clock import medians
from benchmarks.tables import table
from storage.evidence import compare_articles
from storage.export.html import story_report
from storage.library import opened

ARTICLES = 9
WORDS = 1_000
ANNOTATIONS = 1_000
ROUNDS = 5
MOST = 1_000
"""Milliseconds of CPU that are good."""
HEAD = ("ms CPU, median", "Copydesk", "yardstick", "ratio", "at most")


class Row(NamedTuple):
    """What an export takes; times in seconds."""

    name: str
    ours: float
    yardstick: float
    """What cannot be spared: `html.escape` of the same texts and one `compare`."""

    def cells(self) -> list[str]:
        """Return the row under `HEAD`."""
        times = (f"{1000 * self.ours:.0f}", f"{1000 * self.yardstick:.0f}")
        return [self.name, *times, f"{self.ours / self.yardstick:.1f}", str(MOST)]


def run() -> None:
    """Print the table."""
    print(table(HEAD, [measured().cells()]))


def measured() -> Row:
    """Measure the report of a story of its own, from the library to the finished page."""
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "library.db") as library:
        story, articles = made_story(library, ARTICLES, WORDS, ANNOTATIONS)

        def yardstick() -> object:
            return [html.escape(article.text) for article in articles], compare_articles(articles)

        ours, theirs = medians(
            [lambda: story_report(library, story, version="benchmark"), yardstick], ROUNDS
        )
    name = f"HTML, {ARTICLES} × {WORDS:,} words, {ANNOTATIONS:,} annotations"
    return Row(name, ours, theirs)
