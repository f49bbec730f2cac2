"""Stories suggested for articles of which it is known what belongs together.

The truth is in the names of the files: METER's (`courts_010300_burstein_burstein387_times.txt`:
desk, day, story, article, outlet) and BASIL's (`2010_6b541575_fox.txt`: year, event, outlet).
"""

from __future__ import annotations

import random
import re
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.tables import table
from storage.discovery.suggest_stories import Suggestion, suggest_stories
from storage.models import NewArticle
from storage.open_library import open_library

_METER = re.compile(r"(?P<story>[^_]+_(?P<day>\d\d)(?P<month>\d\d)(?P<year>\d\d)_[^_]+)_")
_BASIL = re.compile(r"(?P<story>(?P<year>20\d\d)_[0-9a-f]{8})_")
_SEED = 1
_SAMPLES = 10
_SMALL = 8
"""Stories of a small library."""


class Report(NamedTuple):
    """An article, the story it belongs to, and its day where that is known."""

    text: str
    story: str
    day: str | None


def run(arguments: Sequence[str]) -> None:
    """Print how well the stories of the files below some folders are found."""
    reports = [report for folder in arguments for report in _reports(Path(folder))]
    if not reports:
        print("suggesting FOLDER ...: no METER or BASIL files there.")
        return
    chance = random.Random(_SEED)
    stories = sorted({one.story for one in reports})
    small = [set(chance.sample(stories, min(_SMALL, len(stories)))) for _ in range(_SAMPLES)]
    cases: list[tuple[str, list[list[Report]]]] = [
        ("as dated (BASIL: a day of that year)", [_dated(reports, chance, None)]),
        ("all within 30 days", [_dated(reports, chance, 30)]),
        ("all within 10 days", [_dated(reports, chance, 10)]),
        ("without dates", [[one._replace(day=None) for one in reports]]),
        (
            f"{_SMALL} stories of one day, {_SAMPLES} times",
            [
                [one._replace(day="2026-03-05") for one in reports if one.story in some]
                for some in small
            ],
        ),
    ]
    rows = [[name, *_measured(libraries)] for name, libraries in cases]
    head = ["dates", "articles", "stories", "precision", "recall", "found whole", "seconds"]
    print(table(head, rows))
    print("\nPrecision and recall of pairs of articles that are in one story.")


def _reports(folder: Path) -> Iterable[Report]:
    for path in sorted(folder.rglob("*.txt")):
        meter, basil = _METER.match(path.name), _BASIL.match(path.name)
        text = path.read_text("utf-8", "replace")
        if meter:
            century = "19" if int(meter["year"]) > 50 else "20"
            day = f"{century}{meter['year']}-{meter['month']}-{meter['day']}"
            yield Report(text, meter["story"], day)
        elif basil:
            yield Report(text, basil["story"], None)


def _dated(reports: Sequence[Report], chance: random.Random, within: int | None) -> list[Report]:
    """Give each story a day, among so many; the articles come out on it or the day after.

    None: the day that is known, and where none is, one of the year.
    """
    days: dict[str, int] = {}
    dated = []
    for one in reports:
        if within is None and one.day is not None:
            dated.append(one)
            continue
        day = days.setdefault(one.story, chance.randrange(within or 360)) + chance.randint(0, 1)
        year = one.story[:4] if within is None else "2026"
        dated.append(one._replace(day=f"{year}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}"))
    return dated


def _measured(libraries: Sequence[Sequence[Report]]) -> list[str]:
    right = wrong = wanted = whole = articles = stories = 0
    seconds = 0.0
    for reports in libraries:
        truth, found, spent = _suggested(reports)
        seconds += spent
        of = {article: number for number, one in enumerate(found) for article in one.articles}
        members: defaultdict[str, list[str]] = defaultdict(list)
        for article, story in truth.items():
            members[story].append(article)
        for one in found:
            same = sum(truth[a] == truth[b] for a, b in combinations(one.articles, 2))
            right += same
            wrong += len(one.articles) * (len(one.articles) - 1) // 2 - same
        wanted += sum(len(one) * (len(one) - 1) // 2 for one in members.values())
        several = [one for one in members.values() if len(one) > 1]
        whole += sum(len({of.get(article, article) for article in one}) == 1 for one in several)
        stories += len(several)
        articles += len(truth)
    return [
        f"{articles:,}",
        str(stories),
        f"{right / max(1, right + wrong):.1%}",
        f"{right / max(1, wanted):.1%}",
        f"{whole / max(1, stories):.1%}",
        f"{seconds / len(libraries):.1f}",
    ]


def _suggested(reports: Sequence[Report]) -> tuple[dict[str, str], list[Suggestion], float]:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "library.db") as library,
    ):
        truth: dict[str, str] = {}
        with library.transaction():
            for one in reports:
                draft = NewArticle(one.text, one.text.split("\n")[0][:60] or "-", published=one.day)
                truth.setdefault(library.articles.add(draft)[0].id, one.story)
        start = time.perf_counter()
        found = suggest_stories(library)
        return truth, found, time.perf_counter() - start
