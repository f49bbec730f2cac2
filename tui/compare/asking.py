"""Prompts over the compare view: what they are about stands out, and stays in sight."""

from __future__ import annotations

from collections.abc import Callable

from textreuse import Span
from tui.base.end_above import end_above
from tui.base.parts import Host
from tui.base.typing_screen import TypingScreen
from tui.compare.story_display import StoryDisplay
from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.panes import Panes
from tui.story.page import Extent
from tui.story.story_reader import StoryReader

Then = Callable[[bool | None], None]
"""Takes the answer of a prompt: whether something was accepted."""


class Asking:
    """Opens prompts; while one is open the text that it is about ends above it.

    After that the text stands where it stood, unless the cursor was moved meanwhile.
    """

    def __init__(
        self, screen: Host, reading: StoryReader, panes: Panes, display: StoryDisplay
    ) -> None:
        self._screen = screen
        self._reading = reading
        self._panes = panes
        self._display = display
        self._shortened: tuple[ArticleView, int, tuple[int, int]] | None = None
        """The text that ends above a prompt, its first row in sight before, and the cursor."""

    def ask(self, prompt: TypingScreen, then: Then, place: Span | None = None) -> None:
        """Open a prompt; the place that it is about stands out."""
        self._reading.asked = place
        self._display.show_cursors()
        self._screen.app.push_screen(prompt, then)

    def end_above(self, rows: int) -> None:
        """Let the text end above the last `rows` of the screen; 0 where no prompt is open."""
        if not rows:
            self._end()
            return
        if self._shortened is None:
            view, extent = self._find_place()
            self._shortened = view, view.top_row, self._where
            view.kept = extent
            view.keep_extent_visible(*extent)
        end_above(self._shortened[0], rows)

    @property
    def _where(self) -> tuple[int, int]:
        return self._reading.focus, self._reading.cursor

    def _find_place(self) -> tuple[ArticleView, Extent]:
        """Return the text in which the place stands, if it is seen; else that of the cursor."""
        place = self._reading.asked
        if place is None or place.article not in self._panes.seen:
            focus, cursor = self._where
            place = Span(focus, cursor, cursor + 1)
        return self._panes.views[place.article], place[1:]

    def _end(self) -> None:
        self._reading.asked = None
        self._display.show_cursors()
        if self._shortened is None:
            return
        view, top, where = self._shortened
        self._shortened = view.kept = None
        end_above(view, 0)
        if self._where == where:
            view.scroll_rows(top)
