"""A text of 50 MB: the memory that it takes to add it, and to open and walk through it."""

from __future__ import annotations

import asyncio
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.memory import peak
from benchmarks.tables import table

MEGABYTES = 50
MOST_MEMORY = 500
"""Megabytes that are good for either."""
SIZE = (120, 40)
KEYS = ("w", "right_parenthesis", "right_curly_bracket", "G", "w", "b", "g", "g", "1", "A")

_WORDS = 500_000
"""Of prose that is drawn; more would take long to draw, and is this over again."""


def run() -> None:
    """Write the text, add it and open it, each in a process of its own."""
    from benchmarks.prose import sentences, text, topic

    chance = random.Random(0)
    prose = text(sentences(_WORDS, topic(chance), chance), chance)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text(f"{prose}\n" * (MEGABYTES * 10**6 // len(prose) + 1), encoding="utf-8")
        library = Path(folder) / "library.db"
        added, opened = (_child(name, library, path) for name in ("add", "open"))
        head = [f"{path.stat().st_size / 1e6:.0f} MB of text", "memory at most", "good"]
    good = f"{MOST_MEMORY} MB"
    print(table(head, [["added", _tell(added), good], ["opened and walked", _tell(opened), good]]))


def _tell(memory: float | None) -> str:
    return f"{memory:.0f} MB" if memory is not None else "unknown here"


def _child(name: str, library: Path, path: Path) -> float | None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.longest", name, str(library), str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    memory: float | None = json.loads(done.stdout.splitlines()[-1])
    return memory


# In a process of its own


def _add(library: str, path: str) -> None:
    from tui.cli.main import main

    main(["add", path, "--library", library])


def _open(library: str) -> None:
    from storage.open_library import open_library
    from tui.app import CopydeskApp

    async def look(keys: Sequence[str]) -> None:
        with open_library(Path(library)) as opened:
            story = opened.stories.create("Long", [opened.articles.list_all()[0].id])
            async with CopydeskApp(opened, story).run_test(size=SIZE) as pilot:
                await pilot.pause()
                for key in keys:
                    await pilot.press(key)
                    await pilot.pause()

    asyncio.run(look(KEYS))


if __name__ == "__main__":
    _, _name, _library, _path = sys.argv
    if _name == "add":
        _add(_library, _path)
    else:
        _open(_library)
    print(json.dumps(peak()))
