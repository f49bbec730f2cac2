"""`make screenshots`: drives the real app over the sample story and keeps what it shows."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from screenshots.place_words import place_words
from storage.anchoring.anchors import make_anchor
from storage.library import Library
from storage.models import Story, Target
from storage.open_library import open_library
from storage.sample import add_sample
from storage.tables.codebook_entry import Colour
from textreuse import split_sentences
from tui.app import CopydeskApp

FOLDER = Path(__file__).parent
# The pictures name a font on the web; they must be readable without asking for it.
_WEB_FONTS = re.compile(r"@font-face\s*\{[^}]*\}\s*")


def tagged(library: Library, story: Story) -> None:
    """Let some tags be in use, as after a day's work."""
    create, tags = library.annotations.create, library.tags
    for number, names in enumerate(_TAGGED):
        article = library.articles.get(story.articles[number % len(story.articles)])
        start, end = split_sentences(article.text)[2 + number]
        anchor = make_anchor(article.text, start, end)
        create([Target(article.id, anchor)], "" if number % 2 else "Who checked this?", names)
    tags.set_on_article(story.articles[0], ["agency"])
    for name, colour, number, description in _TAGS:
        tag = tags.find_named(name)
        assert tag is not None
        tags.set_colour(tag.id, colour)
        library.codebook.define(tag.id, {"definition": description})
        library.quick_tags.give(story.id, number, name)


def changed(library: Library, story: Story) -> None:
    """Let an annotation have been made when its sentence read otherwise."""
    article = library.articles.get(story.articles[0])
    start, end = split_sentences(article.text)[4]
    anchor = make_anchor(article.text, start, end)
    was = anchor.quote.replace("2.47", "2.74").replace("three gates", "gates")
    known = replace(anchor, quote=was, end=anchor.start + len(was))
    library.annotations.create([Target(article.id, known)], "The figure is wrong.", ["number"])


_TAGGED = (["claim"], ["claim/disputed", "quote"], ["number"], ["claim", "to check"], ["quote"])
_TAGS: tuple[tuple[str, Colour, int, str], ...] = (
    ("claim", "orange", 1, "What somebody holds to be true"),
    ("claim/disputed", "red", 2, "Others say otherwise"),
    ("quote", "blue", 3, ""),
    ("number", "green", 4, "Figures that can be looked up"),
)


class Picture(NamedTuple):
    """A file's name, the size of the terminal, and the keys that lead to it."""

    name: str
    size: tuple[int, int]
    keys: str
    in_library: bool = False
    prepare: Callable[[Library, Story], None] | None = None


PICTURES = (
    Picture("compare", (150, 40), "J J J enter"),
    Picture("changed", (150, 40), "J x enter"),
    Picture("repeats", (120, 36), "f f f J enter"),
    Picture("missing-here", (150, 40), "3 f f J enter"),
    Picture("quotations", (150, 40), "f f f f J J J J J enter"),
    Picture("disagreements", (150, 40), "f f f f f J enter"),
    Picture("findings", (130, 34), "O j"),
    Picture("only-here", (200, 44), "4 f M"),
    Picture("overview", (110, 34), "o"),
    Picture("narrow", (80, 24), "J J J x x"),
    Picture("note", (110, 32), "J J J V a W h o space s a i d space s o question_mark"),
    Picture(
        "notes",
        (150, 40),
        "J J a W h o space m e a s u r e d space i t question_mark ctrl+t ctrl+j A",
        prepare=tagged,
    ),
    Picture("tags", (110, 26), "T j", prepare=tagged),
    Picture("review", (100, 22), "R", prepare=changed),
    Picture("library", (140, 26), "p", in_library=True),
    Picture("export", (120, 34), "J J J a s o question_mark ctrl+j e", prepare=tagged),
    Picture("help", (90, 44), "question_mark"),
)


async def take(library: Library, picture: Picture) -> None:
    """Drive the app to where the picture is, and keep it."""
    story = add_sample(library)
    if picture.prepare is not None:
        picture.prepare(library, story)
    app = CopydeskApp(library, None if picture.in_library else story)
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.2)
        for key in picture.keys.split():
            await pilot.press(key)
            await pilot.pause(0.05)
        await pilot.pause(0.2)
        svg = app.export_screenshot(title="Copydesk")
    kept = place_words(_WEB_FONTS.sub("", svg))
    (FOLDER / f"{picture.name}.svg").write_text(kept, encoding="utf-8")


def main() -> None:
    """Take all pictures, each in a library of its own."""
    for picture in PICTURES:
        with (
            tempfile.TemporaryDirectory() as folder,
            chdir(folder),  # what is written goes nowhere, and no path of this machine is shown
            open_library(Path(folder) / "demo.db") as library,
        ):
            os.environ |= {"HOME": folder, "COLORTERM": "truecolor"}
            asyncio.run(take(library, picture))
        print(FOLDER / f"{picture.name}.svg")


if __name__ == "__main__":
    main()
