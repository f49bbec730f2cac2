"""Long articles in the compare view, driven headless: opening, keys, another size and theme."""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from benchmarks.memory import peak
from benchmarks.tables import table
from benchmarks.texts import story
from storage.article_import.add_articles import add_articles
from storage.comparing import compare_articles
from storage.models import NewArticle
from storage.open_library import open_library
from tui.app import CopydeskApp
from tui.compare.screen import CompareScreen
from tui.overview.screen import OverviewScreen

SIZE = (200, 50)
OTHER_SIZE = (160, 44)
TIMES = 30
"""How often a thing is done; the median counts."""
_DRAWN = 0.06
"""Seconds after which what a key did is on the screen: Textual draws 60 times a second."""

MEASURES = ("opening", "key", "J, enter", "first overview", "overview", "resize", "theme")
MOST = {
    "opening": 600,
    "key": 8,
    "J, enter": 20,
    "first overview": 80,
    "overview": 80,
    "resize": 150,
    "theme": 150,
}
"""Milliseconds that are good with four articles of 10,000 words; comparing does not count."""
MOST_FOR_LONG = 10
"""Milliseconds that are good for a key in an article of 50,000 words."""
MOST_MEMORY = 200
"""Megabytes that are good, with the comparison."""


class Figures(NamedTuple):
    """CPU seconds by measure, those of comparing, and the megabytes that it all took at most."""

    spent: dict[str, float]
    comparing: float
    passages: int
    memory: float | None


def run() -> None:
    """Print a table; beside the app one `Static` a paragraph, which highlights nothing."""
    app, long, plain = (_in_a_process(name) for name in ("app", "long", "plain"))
    print(
        table(
            ["ms CPU", "Copydesk", "`Static` a paragraph", "at most"],
            [[name, _ms(app, name), _ms(plain, name), str(MOST[name])] for name in MEASURES]
            + [["key, 50,000 words", _ms(long, "key"), "", str(MOST_FOR_LONG)]],
        )
    )
    memory = "" if app.memory is None else f"; memory {app.memory:.0f} MB, at most {MOST_MEMORY}"
    print(
        f"4 articles of 10,000 words, {app.passages} passages; comparing them, not counted above:"
        f" {1000 * app.comparing:.0f} ms{memory}"
    )


def _ms(figures: Figures, name: str) -> str:
    return f"{1000 * figures.spent[name]:.1f}" if name in figures.spent else ""


def _in_a_process(name: str) -> Figures:
    """Measure one kind in a process of its own: none is slower or larger for another."""
    command = [sys.executable, "-m", "benchmarks.drawing", name]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return Figures(*json.loads(answer))


def _texts(name: str) -> list[str]:
    # 500 passages of 625 copies: a fifth is reworded so far that it need not be found.
    return story(2, 50_000, 625).texts if name == "long" else story(4, 10_000, 625).texts


def _measure(name: str) -> Figures:
    texts = _texts(name)
    if name == "plain":
        return Figures(asyncio.run(_drive(_Paragraphs(texts), ["down"], _nothing)), 0, 0, None)
    # Before the app, whose objects would be looked through for garbage meanwhile.
    comparing, passages = _comparing(texts)
    with _app(texts) as app:
        spent = asyncio.run(_drive(app, ["j", "J", "space", "k"], _compared))
    spent["opening"] -= comparing
    return Figures(spent, comparing, passages, peak())


def _comparing(texts: Sequence[str]) -> tuple[float, int]:
    """Return the CPU seconds of comparing, and how many passages there are."""
    start = time.process_time()
    comparison = compare_articles([NewArticle(text, title="") for text in texts])
    passages = len(comparison.groups)
    return time.process_time() - start, passages


@contextmanager
def _app(texts: Sequence[str]) -> Iterator[CopydeskApp]:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_library(Path(folder) / "library.db") as library,
    ):
        drafts = [  # with dates, which the overview would ask for
            NewArticle(text, title=f"Text {number}", published=f"{2000 + number}")
            for number, text in enumerate(texts)
        ]
        added = add_articles(library, drafts)
        made = library.stories.create("Long", [article.id for article, _ in added])
        yield CopydeskApp(library, made)


async def _drive(
    app: App[None], keys: Sequence[str], opened: Callable[[Pilot[None]], Awaitable[None]]
) -> dict[str, float]:
    app.animation_level = "none"  # Scrolling by a row is one step for both.
    start = time.process_time()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await opened(pilot)
        spent = {"opening": time.process_time() - start}
        jobs: dict[str, Callable[[int], Awaitable[None]]] = {
            "key": lambda number: _press(app, keys[number % len(keys)]),
            "resize": lambda number: pilot.resize_terminal(*(OTHER_SIZE, SIZE)[number % 2]),
            "theme": lambda number: _change_theme(app, number),
        }
        if isinstance(app, CopydeskApp):
            jobs["J, enter"] = lambda _: _press(app, "J", "enter")
            times = [await _open_overview(pilot) for _ in range(TIMES)]
            spent |= {"first overview": times[0], "overview": statistics.median(times)}
        for name, job in jobs.items():
            spent[name] = await _median(job)
    return spent


async def _median(job: Callable[[int], Awaitable[None]]) -> float:
    times = []
    for number in range(TIMES):
        start = time.process_time()
        await job(number)
        await asyncio.sleep(_DRAWN)
        times.append(time.process_time() - start)
    return statistics.median(times)


async def _open_overview(pilot: Pilot[None]) -> float:
    """Return the CPU seconds that it takes to show the overview; then go back."""
    app = pilot.app
    start = time.process_time()
    await _press(app, "o")
    while not isinstance(app.screen, OverviewScreen):
        await pilot.pause(0.01)
    await pilot.pause(_DRAWN)
    spent = time.process_time() - start
    await _press(app, "escape")
    await pilot.pause(_DRAWN)
    return spent


async def _press(app: App[None], *keys: str) -> None:
    # Not by the pilot, which asks every widget after each key whether it is done.
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def _change_theme(app: App[None], number: int) -> None:
    app.theme = ("textual-light", "textual-dark")[number % 2]


async def _nothing(_: Pilot[None]) -> None:
    pass


async def _compared(pilot: Pilot[None]) -> None:
    screen = pilot.app.screen
    while isinstance(screen, CompareScreen) and screen.reading.comparison is None:
        await pilot.pause(0.01)
    await pilot.pause()


class _Paragraphs(App[None]):
    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self._texts = texts

    def compose(self) -> ComposeResult:
        with Horizontal():
            for text in self._texts:
                with VerticalScroll():
                    for paragraph in text.split("\n\n"):
                        yield Static(Content(paragraph))


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))
