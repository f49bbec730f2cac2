"""Four panes of 10,000 words with 500 passages, driven headless: opening, and a key press."""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Static

from benchmarks.texts import story
from storage.articles import Draft
from storage.importing import add, story_of
from storage.library import opened
from tui.app import CopydeskApp

SIZE = (200, 50)
PRESSES = 40


def run() -> None:
    """Print CPU times of the app, and of one `Static` per paragraph as the yardstick."""
    # 500 passages of 625 copies: a fifth is reworded so far that it need not be found.
    texts = story(4, 10_000, 625).texts
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "library.db") as library:
        drafts = [Draft(text, title=f"Text {number}") for number, text in enumerate(texts)]
        made = story_of(library, [article for article, _ in add(library, drafts)])
        app = CopydeskApp(library, made.id)
        opening, press = asyncio.run(_measure(app, ["j", "J", "space", "k"]))
    plain_opening, plain_press = asyncio.run(_measure(_Paragraphs(texts), ["down"]))
    # What driving an app costs by itself: a key that an empty one does nothing with.
    _, idle = asyncio.run(_measure(App(), ["f12"]))
    press, plain_press = press - idle, plain_press - idle
    print(
        f"open 4 panes of 10,000 words, 500 passages: {opening:.2f} s CPU"
        f" (Static per paragraph, no highlights: {plain_opening:.2f} s)"
    )
    print(
        f"key press to drawn: {1000 * press:.1f} ms CPU"
        f" (Static per paragraph: {1000 * plain_press:.1f} ms), ratio {press / plain_press:.2f}"
    )


async def _measure(app: App[None], keys: list[str]) -> tuple[float, float]:
    start = time.process_time()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        opening = time.process_time() - start
        presses = [await _press(pilot, keys[number % len(keys)]) for number in range(PRESSES)]
    return opening, statistics.median(presses)


async def _press(pilot: Pilot[None], key: str) -> float:
    start = time.process_time()
    await pilot.press(key)
    await pilot.pause()
    return time.process_time() - start


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
