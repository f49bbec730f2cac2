"""What the first screen does not need is not imported before it stands."""

from __future__ import annotations

import subprocess
import sys

from storage.library import Library
from storage.sample_story import add_sample

LATE = (
    "textreuse",
    "sqlite_utils",
    "dateparser",
    "rapidfuzz",
    "hashlib",
    "tomllib",
    "storage.search",
    "storage.tables.annotations",
    "storage.tables.tags",
    "tui.base.help_screen",
    "tui.compare",
    "tui.library.preview",
    "tui.prompts.tag_prompt",
)

SCRIPT = """
import asyncio, pathlib, sys

from storage.open_library import open_library
from storage.paths import configuration_path
from tui.app import CopydeskApp
from tui.config.configuration_file import read_configuration


async def show():
    with open_library(pathlib.Path(sys.argv[1])) as library:
        app = CopydeskApp(library, configuration=read_configuration(configuration_path()))
        async with app.run_test() as pilot:
            await pilot.pause()
            print(*sys.modules, file=sys.__stdout__)


asyncio.run(show())
"""


def test_the_library_stands_without_what_it_does_not_need(library: Library) -> None:
    add_sample(library)
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT, library.path],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    imported = {*told.stdout.split()}
    assert "tui.library.screen" in imported
    assert imported.isdisjoint(LATE), imported & {*LATE}
