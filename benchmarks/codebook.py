"""The codebook's screen with 300 tags and 10,000 annotations: the CPU that each key takes."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from benchmarks.annotating import made_story
from benchmarks.drawing import SIZE
from benchmarks.tables import table
from storage.anchoring.anchors import make_anchor
from storage.library import Library
from storage.models import Annotation, Target
from storage.open_library import open_library
from storage.tables.codebook_entry import CodebookEntry
from tui.app import CopydeskApp
from tui.tags.screen import REST

TAGS = 300
ANNOTATIONS = 10_000
ARTICLES = 40
WORDS = 800
TIMES = 41
MOST = 8
"""Milliseconds of CPU that are good."""
_DRAWN = REST / 2
"""Seconds after which all that a key changes is drawn; the cursor does not rest by then."""
_KEYS: Mapping[str, Sequence[str]] = {
    "down": ["j"],
    "a key that does nothing": ["f12"],
    "next colour": ["c"],
    "move down and up": ["J", "K"],
    "variable": ["v"],
    "quick number given, taken away": ["4", "0"],
}
"""The keys that are pressed in turn, by what they do."""


def run() -> None:
    """Print the median of each key."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder, "x.db")) as library:
        make_coded(library)
        print(table(["ms of CPU, median", "Copydesk", "at most"], asyncio.run(_press(library))))


def make_coded(library: Library) -> None:
    """Fill a library: tags in trees of ten, and annotations with one to three of them."""
    chance = random.Random(1)
    names = [f"theme {at // 10}" + (f"/value {at % 10}" if at % 10 else "") for at in range(TAGS)]
    library.codebook.store([CodebookEntry(name, f"What {name} is for") for name in names])
    _, articles = made_story(library, ARTICLES, WORDS, 0)
    annotations = []
    for number in range(ANNOTATIONS):
        article = chance.choice(articles)
        start = chance.randrange(len(article.text) - 100)
        target = Target(article.id, make_anchor(article.text, start, start + 80))
        tags = tuple(dict.fromkeys(chance.choices(names, k=chance.randint(1, 3))))
        moment = f"2026-01-01T00:{number // 60 % 60:02}:{number % 60:02}.000Z"
        annotations.append(Annotation(f"{number:012x}", (target,), tags, "A note", moment, moment))
    library.imported_annotations.store(annotations)


async def _press(library: Library) -> list[list[str]]:
    async with CopydeskApp(library).run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("T")
        await pilot.pause()
        rows = []
        for name, keys in _KEYS.items():
            await asyncio.sleep(2 * REST)
            rows.append([name, f"{await _measure(pilot, keys, _DRAWN):.1f}", str(MOST)])
        rested = await _measure(pilot, ["j"], 2 * REST)
        return [*rows, ["down, and once the cursor rests its uses", f"{rested:.1f}", ""]]


async def _measure(pilot: Pilot[None], keys: Sequence[str], wait: float) -> float:
    """Return the median of what a key takes, sent as a terminal sends it, in so many seconds."""
    times = []
    for number in range(TIMES):
        key = keys[number % len(keys)]
        began = time.process_time()
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await asyncio.sleep(wait)
        times.append(time.process_time() - began)
    return statistics.median(times) * 1000
