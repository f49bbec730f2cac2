"""`make screenshots`: drives the real app over the sample story and keeps what it shows."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path
from typing import NamedTuple

from storage.library import Library, opened
from storage.sample import add_sample
from tui.app import CopydeskApp

FOLDER = Path(__file__).parent
# The pictures name a font on the web; they must be readable without asking for it.
_WEB_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


class Picture(NamedTuple):
    """A file's name, the size of the terminal, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: str
    in_library: bool = False


PICTURES = (
    Picture("compare", (150, 40), "J J J enter"),
    Picture("changed", (150, 40), "J x enter"),
    Picture("repeats", (120, 36), "f f J enter"),
    Picture("only-here", (200, 44), "4 f M"),
    Picture("overview", (110, 34), "o"),
    Picture("narrow", (80, 24), "J J J x x"),
    Picture("note", (110, 32), "J J J V a W h o space s a i d space s o question_mark"),
    Picture("notes", (150, 40), "J J J m a T h e space k e y ctrl+j J J t q u o t e enter K K A"),
    Picture("library", (110, 24), "", in_library=True),
    Picture("help", (90, 44), "question_mark"),
)


async def take(library: Library, picture: Picture) -> None:
    """Drive the app to where the picture is, and keep it."""
    story = add_sample(library)
    app = CopydeskApp(library, None if picture.in_library else story.id)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.2)
        for key in picture.keys.split():
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.2)
        svg = app.export_screenshot(title="Copydesk")
    (FOLDER / f"{picture.name}.svg").write_text(_WEB_FONTS.sub("", svg), encoding="utf-8")


def main() -> None:
    """Take all pictures, each in a library of its own."""
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as folder, opened(Path(folder) / "demo.db") as library:
            asyncio.run(take(library, picture))
        print(FOLDER / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
