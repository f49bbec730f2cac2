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
from tui.story.story_reader import StoryReader

Then = Callable[[bool | None], None]
"""Takes the answer of a prompt: whether something was accepted."""


class Asking:
    """Opens prompts; while one is open the text of the pane with the keys ends above it.

    After that the text stands where it stood, unless the cursor was moved meanwhile.
    """

    def __init__(
        self, screen: Host, reading: StoryReader, panes: Panes, display: StoryDisplay
    ) -> None:
        self._screen = screen
        self._reading = reading
        self._panes = panes
        self._display = display
        self._shortened: tuple[ArticleView, int, int] | None = None
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
        reading, view = self._reading, self._panes.view
        if self._shortened is None:
            self._shortened = view, view.top_row, reading.cursor
            place = reading.asked or Span(reading.focus, reading.cursor, reading.cursor + 1)
            view.kept = place[1:] if place.article == view.article else None
        end_above(view, rows)

    def _end(self) -> None:
        self._reading.asked = None
        self._display.show_cursors()
        if self._shortened is None:
            return
        view, top, cursor = self._shortened
        self._shortened = view.kept = None
        end_above(view, 0)
        if self._panes.view is view and self._reading.cursor == cursor:
            view.scroll_rows(top)
