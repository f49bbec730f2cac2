"""The library screen with ten thousand articles: its start, its keys, its memory."""

from __future__ import annotations

import asyncio
import gc
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.memory import peak
from benchmarks.tables import table

SIZE = (200, 50)
ROUNDS = 7
TIMES = 30
TYPED = "report 12 source:outlet"
MOST_TO_START = 1.5
"""Times the CPU of an app that shows one line."""
MOST_TO_FILTER = 30
MOST_TO_MOVE = 8
MOST_MEMORY = 150


def run() -> None:
    """Make the library, and print what it costs to show it and to look through it."""
    # The children below measure their own imports, so that this module has none of the program's.
    from benchmarks.shelf import ARTICLES, shelf
    from storage.open_library import open_library

    drafts, _ = shelf(ARTICLES, 0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with open_library(path) as library:
            for first in range(0, ARTICLES, 500):
                with library.transaction():
                    for draft in drafts[first : first + 500]:
                        library.articles.add(draft)
        bare, ours = _starts(path)
        browsed, yardstick = _child("browse", path), _child("type", path)
    rows = [
        [
            "start to the first frame, CPU",
            f"{1000 * ours:.0f} ms",
            f"{1000 * bare:.0f} ms",
            f"{ours / bare:.2f}",
            f"{MOST_TO_START}",
        ],
        _row("a key in the filter, CPU", browsed["filter"], yardstick["cpu"], MOST_TO_FILTER),
        _row("a key down the list, CPU", browsed["down"], yardstick["cpu"], MOST_TO_MOVE),
        _row("the next column to sort by, CPU", browsed["sort"], yardstick["cpu"], None),
    ]
    if browsed["memory"] is not None:
        memory = f"{browsed['memory']:.0f} MB"
        rows.append(["memory at most", memory, "", "", f"{MOST_MEMORY} MB"])
    head = [f"{ARTICLES:,} articles", "Copydesk", "a bare Textual app", "ratio", "at most"]
    print(table(head, rows))


def _row(name: str, seconds: float, bare: float, most: int | None) -> list[str]:
    ours, theirs = (f"{1000 * one:.1f} ms" for one in (seconds, bare))
    return [name, ours, theirs, f"{seconds / bare:.2f}", f"{most} ms" if most else ""]


def _starts(path: Path) -> tuple[float, float]:
    """Return the median CPU seconds of both apps, each in a process of its own, in turn."""
    spent: dict[str, list[float]] = {"bare": [], "start": []}
    for _ in range(ROUNDS):
        for name, times in spent.items():
            times.append(_child(name, path)["cpu"])
    return statistics.median(spent["bare"]), statistics.median(spent["start"])


def _child(name: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.browsing", name, str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


# In a process of its own


def _bare() -> dict[str, float]:
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class OneLine(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("A line")

    async def show() -> None:
        async with OneLine().run_test(size=SIZE) as pilot:
            await pilot.pause()

    asyncio.run(show())
    return {"cpu": time.process_time()}


def _type() -> dict[str, float]:
    """Type into a line over a text that fills the screen and changes with every key."""
    from textual.app import App, ComposeResult
    from textual.widgets import Input, Static

    class Typing(App[None]):
        def compose(self) -> ComposeResult:
            yield Input()
            yield Static()

        def on_input_changed(self, event: Input.Changed) -> None:
            line = f"{event.value} " * SIZE[0]
            self.query_one(Static).update("\n".join([line[: SIZE[0] - 1]] * SIZE[1]))

    async def look() -> dict[str, float]:
        async with Typing().run_test(size=SIZE) as pilot:
            await pilot.pause()
            times = []
            for key in ["a"] * TIMES:
                start = time.process_time()
                await pilot.press(key)
                await pilot.pause()
                times.append(time.process_time() - start)
            return {"cpu": statistics.median(times)}

    return asyncio.run(look())


def _start(path: Path) -> dict[str, float]:
    gc.disable()  # as the command does, from its first line until its first screen stands
    from storage.open_library import open_library
    from tui.app import CopydeskApp

    async def show() -> None:
        with open_library(path) as library:
            async with CopydeskApp(library).run_test(size=SIZE) as pilot:
                await pilot.pause()

    asyncio.run(show())
    return {"cpu": time.process_time()}


def _browse(path: Path) -> dict[str, float | None]:
    from storage.open_library import open_library
    from tui.app import CopydeskApp

    async def look() -> dict[str, float | None]:
        with open_library(path) as library:
            async with CopydeskApp(library).run_test(size=SIZE) as pilot:
                await pilot.pause()

                async def spent(keys: Sequence[str]) -> float:
                    times = []
                    for key in keys:
                        start = time.process_time()
                        await pilot.press(key)
                        await pilot.pause()
                        times.append(time.process_time() - start)
                    return statistics.median(times)

                down = await spent(["j"] * TIMES)
                sort = await spent(["s"] * TIMES)
                await pilot.press("slash")
                keys = [{" ": "space", ":": "colon"}.get(sign, sign) for sign in TYPED]
                typed = await spent(keys)
                return {"down": down, "sort": sort, "filter": typed, "memory": peak()}

    return asyncio.run(look())


if __name__ == "__main__":
    _, _name, _path = sys.argv
    _found = {
        "bare": lambda _: _bare(),
        "type": lambda _: _type(),
        "start": _start,
        "browse": _browse,
    }[_name](Path(_path))
    print(json.dumps(_found))
