"""What the parts of the compare view may ask of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Protocol

from textual.timer import Timer

from storage.records import Story
from tui.placed import Placed
from tui.reading import Reading
from tui.screens.command_screen import CommandScreen
from tui.screens.parts import Host
from tui.view_state import ViewState
from tui.widgets.annotation_list import AnnotationList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.article_view import ArticleView


class CompareHost(Host, Protocol):
    """The compare view as its parts know it.

    Parts change the plain state, `reading` and `state`, and then say how much of it is to be shown
    anew: all, the place of the cursor, or the cursor alone.
    """

    story: Story
    reading: Reading
    state: ViewState
    panes: list[ArticlePane]
    """One an article, in the order of the story."""
    listing: AnnotationList

    @property
    def view(self) -> ArticleView:
        """The text that has the focus."""

    # Showing

    def show(self) -> None:
        """Draw all marks anew, and where the reader is."""

    def show_place(self) -> None:
        """Draw the current item, the cursors and the status."""

    def show_cursors(self) -> None:
        """Draw the cursors, the selection and the status."""

    def bring_in_sight(self) -> None:
        """Show as many panes as fit, that of the cursor among them, and give that the keys."""

    def keep_in_sight(self) -> None:
        """Show the place of the cursor, scrolling no more than that takes."""

    def arrive(self) -> None:
        """Show the place that the cursor was put on, well in sight."""

    def go_to_pane(self, article: int) -> None:
        """Give the keys to the pane of an article, its cursor staying where it is."""

    def show_pair(self, one: int, other: int) -> None:
        """Show two articles alone, side by side where they fit, the first with the keys."""

    # What several parts end with

    def show_saved(self, saved: bool | None, said: str = "Saved.") -> None:
        """Show what was saved, if it was; the selection has served."""

    def place_anew(self, placed: Placed) -> None:
        """Let the annotation stand on what will be selected once that is kept."""

    # What Textual does

    @property
    def is_current(self) -> bool:
        """Whether no other screen lies over this one."""

    @property
    def is_attached(self) -> bool:
        """Whether the screen is still there: not left meanwhile."""

    def call_later(self, callback: Callable[[], object], /) -> bool:
        """Call once all that waits is done."""

    def set_timer(self, delay: float, callback: Callable[[], Any] | None, /) -> Timer:
        """Call after that many seconds."""


class ReadingScreen(CommandScreen):
    """A screen on which articles are read side by side; its parts are mixed in."""

    story: Story
    reading: Reading
    state: ViewState
    panes: list[ArticlePane]
    """One an article, in the order of the story."""
    listing: AnnotationList

    @property
    def views(self) -> list[ArticleView]:
        """The texts, in the order of the story."""
        return [pane.view for pane in self.panes]

    @property
    def view(self) -> ArticleView:
        """The text that has the focus."""
        return self.panes[self.reading.focus].view

    @abstractmethod
    def show(self) -> None:
        """Draw all marks anew, and where the reader is."""

    @abstractmethod
    def show_place(self) -> None:
        """Draw the current item, the cursors and the status."""

    @abstractmethod
    def show_cursors(self) -> None:
        """Draw the cursors, the selection and the status."""

    @abstractmethod
    def show_status(self) -> None:
        """Say where the reader is."""

    @abstractmethod
    def show_copies(self) -> None:
        """Bring the card, if it is open, and the strip up to the passage under the cursor."""

    @abstractmethod
    def bring_in_sight(self) -> None:
        """Show as many panes as fit, that of the cursor among them, and give that the keys."""

    def arrive(self) -> None:
        """Show the place that the cursor was put on."""
        self.bring_in_sight()
        self.show_place()
        self.view.centre(self.reading.cursor)
