"""Drives the app as a reader would: presses keys and looks at the screen."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Static
from textual.widgets._toast import Toast

from storage.article_import.add_articles import add_articles
from storage.library import Library
from storage.models import NewArticle, Story
from storage.sample_story import add_sample
from tests.storage.desk import kept_story
from tui.app import CopydeskApp
from tui.base.reach import Reach
from tui.base.telling_screen import TellingScreen
from tui.compare.screen import CompareScreen
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.legend_line import LegendLine
from tui.compare.widgets.minimap import Minimap
from tui.config.chosen_theme import ChosenTheme
from tui.config.configuration import DEFAULTS, Configuration
from tui.config.state_file import StateFile


class Reader:
    """Somebody at the keyboard."""

    def __init__(self, app: CopydeskApp, pilot: Pilot[None], library: Library) -> None:
        self.app = app
        self.library = library
        self._pilot = pilot

    async def press(self, *keys: str) -> Reader:
        """Press keys, one after the other."""
        await self._pilot.press(*keys)
        await self._pilot.pause()
        return self

    async def type(self, text: str) -> Reader:
        """Type a text into what has the focus, as fast as it takes it.

        Pressed one by one, each letter would wait for an idle app, some hundredths of a second.
        """
        for character in text:
            self.app.post_message(events.Key(events_name(character), character))
        await self._pilot.press()
        await self._pilot.pause()
        return self

    async def type_at_once(self, *keys: str) -> Reader:
        """Send keys faster than the app can follow, as a paste or a script does."""
        for key in keys:
            character = key if len(key) == 1 else None
            self.app.post_message(events.Key(events_name(key), character))
        for _ in range(10):
            await self._pilot.pause()
        return self

    async def click(self, letter: str, row: int, column: int, times: int = 1) -> Reader:
        """Click into the text of a pane: a row of the screen, a column of the text."""
        view = self.view(letter)
        await self._pilot.click(view, offset=(view.text_column + column, row), times=times)
        await self._pilot.pause()
        return self

    async def drag(self, letter: str, begin: tuple[int, int], end: tuple[int, int]) -> Reader:
        """Drag over the text of a pane, from a row and column to another."""
        view = self.view(letter)
        left = view.text_column
        await self._pilot.mouse_down(view, offset=(left + begin[1], begin[0]))
        await self._pilot.hover(view, offset=(left + end[1], end[0]))
        await self._pilot.mouse_up(view, offset=(left + end[1], end[0]))
        await self._pilot.pause()
        return self

    async def click_map(self, letter: str, row: int) -> Reader:
        """Click on the map of a pane."""
        widget = self.compare.query(Minimap)[self.compare.reading.letters.index(letter)]
        await self._pilot.click(widget, offset=(0, row))
        await self._pilot.pause()
        return self

    async def click_legend(self, column: int) -> Reader:
        """Click on the legend."""
        await self._pilot.click(LegendLine, offset=(column, 0))
        await self._pilot.pause()
        return self

    async def resize(self, width: int, height: int) -> Reader:
        """Change the size of the terminal."""
        await self._pilot.resize_terminal(width, height)
        await self._pilot.pause()
        return self

    @property
    def screen(self) -> list[str]:
        """All that is on the screen, row by row."""
        return ["".join(segment.text for segment in strip) for strip in self.strips]

    @property
    def strips(self) -> list[Strip]:
        """The same as it is drawn; under a prompt that is what the screen below shows."""
        visible_screen_stack.set(self.app._background_screens)
        return self.app.screen._compositor.render_strips()

    @property
    def messages(self) -> list[str]:
        """What the screen says now, and the messages over it, each in one line."""
        screen = self.app.screen
        shown = [str(one.render()) for one in screen.query(Toast) if one.is_on_screen]
        if isinstance(screen, TellingScreen) and screen.notice is not None:
            shown += screen.notice.text.splitlines()
        return [" ".join(one.split()) for one in shown]

    @property
    def status(self) -> str:
        """The status line of the compare view."""
        return str(self.compare.query_one("#status", Static).visual)

    @property
    def compare(self) -> CompareScreen:
        """The compare view, whatever lies over it."""
        return next(
            screen for screen in self.app.screen_stack[::-1] if isinstance(screen, CompareScreen)
        )

    def view(self, letter: str) -> ArticleView:
        """Return the text of a pane."""
        return self.compare.panes.views[self.compare.reading.letters.index(letter)]

    @property
    def panes(self) -> str:
        """The letters of the panes that can be seen, in their order."""
        reading = self.compare.reading
        return "".join(
            reading.letters[view.article]
            for view in self.compare.panes.views
            if view.parent is not None and view.is_on_screen and view.size
        )

    @property
    def focus(self) -> str:
        """The letter of the pane with the cursor."""
        reading = self.compare.reading
        return reading.letters[reading.focus]

    def cursor_row(self, letter: str) -> int:
        """Return the row of the screen on which that pane's cursor stands."""
        view = self.view(letter)
        return view.cursor_row - round(view.scroll_offset.y)

    def text_at_cursor(self, length: int) -> str:
        """Return what stands at the cursor and after it."""
        reading = self.compare.reading
        return reading.page.text[reading.cursor : reading.cursor + length]

    def sees(self, text: str) -> None:
        """Fail unless `text` is on the screen, in one row."""
        assert any(text in row for row in self.screen), "\n".join([f"no {text!r} in", *self.screen])

    def does_not_see(self, text: str) -> None:
        """Fail if `text` is on the screen, or in a message."""
        shown = [*self.messages, *self.screen]
        assert not any(text in row for row in shown), "\n".join(shown)

    def is_told(self, text: str) -> None:
        """Fail unless `text` is in a message over the screen."""
        assert any(text in one for one in self.messages), f"no {text!r} in {self.messages}"


async def until(reader: Reader, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(5000):
        if holds():
            return
        await reader.press()
        threading.Event().wait(0.002)
    raise AssertionError("\n".join([*reader.messages, *reader.screen]))


def sees(reader: Reader, text: str) -> Callable[[], bool]:
    """Give the question whether `text` is on the screen, in one row."""
    return lambda: any(text in row for row in reader.screen)


def is_told(reader: Reader, text: str) -> Callable[[], bool]:
    """Give the question whether `text` is in a message over the screen."""
    return lambda: any(text in message for message in reader.messages)


def events_name(character: str) -> str:
    """Return Textual's name of the key that types `character`."""
    from textual.keys import _character_to_key

    return _character_to_key(character) if len(character) == 1 else character


@asynccontextmanager
async def at_the_screen(
    library: Library,
    story: Story | None,
    size: tuple[int, int] = (120, 40),
    *,
    configuration: Configuration = DEFAULTS,
    chosen: ChosenTheme | None = None,
    remembered: StateFile | None = None,
    allow_local: bool = False,
    reach: Reach | None = None,
) -> AsyncIterator[Reader]:
    """Open the app on a story, or on the library."""
    app = CopydeskApp(
        library,
        story,
        configuration=configuration,
        chosen=chosen,
        remembered=remembered,
        allow_local=allow_local,
        reach=reach,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield Reader(app, pilot, library)


@asynccontextmanager
async def reading_sample(
    library: Library, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reader]:
    """Open the app on the sample story."""
    async with at_the_screen(library, add_sample(library), size) as reader:
        yield reader


@asynccontextmanager
async def reading_texts(
    library: Library, *texts: str, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Reader]:
    """Open the app on a story of these texts, called A, B, …; their dates are asked for no more."""
    drafts = [NewArticle(text, title=f"Text {number}") for number, text in enumerate(texts, 1)]
    articles = [article for article, _ in add_articles(library, drafts)]
    story = kept_story(library, articles)
    async with at_the_screen(library, story, size) as reader:
        reader.app.asked_for_dates.add(frozenset(story.articles))
        yield reader


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
