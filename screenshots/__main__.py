"""`make screenshots`: drives the real app over the sample story and keeps what it shows."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, chdir
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from screenshots.drawing import Frame, draw_picture, draw_tour
from screenshots.picture import Row, read_rows
from storage.anchoring.anchors import make_anchor
from storage.coder import Coder
from storage.library import Library
from storage.models import Story, Target
from storage.open_library import open_library
from storage.sample_story import add_sample
from storage.scan.reading.library_scan import scan_library
from storage.tables.codebook_entry import Colour
from textreuse import split_sentences
from tui.app import CopydeskApp
from tui.config.configuration import DEFAULTS

FOLDER = Path(__file__).parent
THEMES = ("dark", "light")


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


def scanned(library: Library, _story: Story) -> None:
    """Let the library have been scanned."""
    scan_library(library.path, lambda _progress: None)


def coded_by_two(library: Library, story: Story) -> None:
    """Let two coders have coded all articles, who do not agree on everything."""
    for coder, moved in (("Anna", 0), ("Ben", 1)):
        with open_library(library.path, Coder(coder)) as own:
            for at, article in enumerate(own.articles.get_all(story.articles)):
                sentences = split_sentences(article.text)
                for number, tag in enumerate(("claim", "number", "quote") * 2):
                    start, end = sentences[2 + number + (moved if number == at else 0)]
                    anchor = make_anchor(article.text, start, end)
                    own.annotations.create([Target(article.id, anchor)], "", [tag])
                genre = "comment" if moved and at == 1 else "report"
                own.tags.set_on_article(article.id, [f"genre/{genre}"])
            own.codebook.set_variable(own.tags.get_or_create("genre"), is_variable=True)
            own.coded_articles.mark(story.articles, is_coded=True)


_TAGGED = (["claim"], ["claim/disputed", "quote"], ["number"], ["claim", "to check"], ["quote"])
_TAGS: tuple[tuple[str, Colour, int, str], ...] = (
    ("claim", "orange", 1, "What somebody holds to be true"),
    ("claim/disputed", "red", 2, "Others say otherwise"),
    ("quote", "blue", 3, ""),
    ("number", "green", 4, "Figures that can be looked up"),
)


class Picture(NamedTuple):
    """A file's name, the size of the terminal, and the keys that lead to it.

    `wait` is no key: it lets a screen finish what it looks for before the next one.
    """

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
    Picture("counts", (110, 26), "C j", prepare=tagged),
    Picture("agreement", (130, 20), "A wait wait", in_library=True, prepare=coded_by_two),
    Picture("settle", (120, 24), "A wait wait enter j", in_library=True, prepare=coded_by_two),
    Picture("review", (100, 22), "R", prepare=changed),
    Picture("library", (140, 26), "p", in_library=True),
    Picture("scan", (120, 24), "X j", in_library=True, prepare=scanned),
    Picture("export", (120, 34), "J J J a s o question_mark ctrl+j e", prepare=tagged),
    Picture("help", (90, 44), "question_mark"),
)


class Step(NamedTuple):
    """What is pressed in the picture that moves, what is said of it, and for how long."""

    keys: str
    caption: str
    seconds: float


TOUR_SIZE = (116, 32)
TOUR = (
    Step("", "make run: four articles about one event", 2.5),
    Step("J", "J: the next passage that articles share", 1.2),
    Step("J", "J", 0.9),
    Step("J", "J", 0.9),
    Step("3", "3: the article that rewrote it", 1.2),
    *([Step("J", "J", 0.5)] * 4),
    Step("enter", "Enter: all copies line up; the card shows the changed words", 4.5),
    Step("escape a", "a: a note", 1.0),
    *(
        Step(keys, "a: a note", 0.3)
        for keys in ("2 full_stop 4 7", "space o r", "space 2 full_stop")
    ),
    Step("7 4 question_mark", "a: a note", 1.0),
    Step("ctrl+j", "ctrl+j: the note is saved", 2.0),
    Step("4 f", "4 f: the reporter who was there, and what only she has", 3.0),
    Step("O", "O: findings that deserve a look", 3.0),
    Step("O e", "e: export", 2.5),
    Step("enter", "Enter: your notes, with their quotes and copies, are a Markdown file", 3.5),
)
TOUR_STILL = next(at for at, step in enumerate(TOUR) if step.keys == "enter")
"""What who asks for less motion sees."""


@asynccontextmanager
async def opened(
    library: Library, story: Story | None, size: tuple[int, int], theme: str
) -> AsyncIterator[Callable[[str], Awaitable[list[Row]]]]:
    """Open the app; gives what presses keys and returns the rows that are then on the screen."""
    configuration = replace(DEFAULTS, theme=f"copydesk-{theme}")
    app = CopydeskApp(library, story, configuration=configuration)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(0.2)

        async def press(keys: str) -> list[Row]:
            for key in keys.split():
                await pilot.press(key)
                await pilot.pause(0.05)
            return await rest()

        async def rest() -> list[Row]:
            """Wait until nothing changes: what is found or previewed comes a little later."""
            before: list[Row] = []
            for _ in range(20):
                await pilot.pause(0.3)
                rows = read_rows(app.export_screenshot())
                if rows == before:
                    break
                before = rows
            return before

        yield press


async def take(library: Library, picture: Picture, theme: str) -> str:
    """Drive the app to where the picture is, and return it."""
    story = add_sample(library)
    if picture.prepare is not None:
        picture.prepare(library, story)
    shown = None if picture.in_library else story
    async with opened(library, shown, picture.size, theme) as press:
        rows: list[Row] = []
        for keys in picture.keys.split("wait"):
            rows = await press(keys)
        return draw_picture(rows)


async def take_tour(library: Library, theme: str) -> str:
    """Drive the app through all that the moving picture shows, and return it."""
    async with opened(library, add_sample(library), TOUR_SIZE, theme) as press:
        frames = [Frame(await press(step.keys), step.caption, step.seconds) for step in TOUR]
    return draw_tour(frames, TOUR_STILL)


def keep(path: Path, taking: Callable[[Library], Coroutine[None, None, str]]) -> None:
    """Take a picture in a library of its own, and write it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        chdir(folder),  # what is written goes nowhere, and no path of this machine is shown
        open_library(Path("demo.db")) as library,
    ):
        os.environ |= {"HOME": folder, "COLORTERM": "truecolor"}
        path.write_text(asyncio.run(taking(library)), encoding="utf-8")
    print(path)


def main() -> None:
    """Take all pictures, or those that are named."""
    wanted = set(sys.argv[1:])
    for theme in THEMES:
        (FOLDER / theme).mkdir(exist_ok=True)
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                taking = partial(take, picture=picture, theme=theme)
                keep(FOLDER / theme / f"{picture.name}.svg", taking)
        if not wanted or "tour" in wanted:
            keep(FOLDER / theme / "tour.svg", partial(take_tour, theme=theme))


if __name__ == "__main__":
    main()
