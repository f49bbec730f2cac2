"""What the parts of the compare view know of each other."""

from __future__ import annotations

from abc import abstractmethod

from storage.records import Story
from tui.reading import Reading
from tui.screens.command_screen import CommandScreen
from tui.view_state import ViewState
from tui.widgets.article_pane import ArticlePane
from tui.widgets.article_view import ArticleView


class ReadingScreen(CommandScreen):
    """A screen on which articles are read side by side; its parts are mixed in."""

    story: Story
    reading: Reading
    state: ViewState
    panes: list[ArticlePane]
    """One an article, in the order of the story."""

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
