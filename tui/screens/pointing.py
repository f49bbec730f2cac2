"""The mouse in the compare view."""

from __future__ import annotations

from tui.screens.walking import Walking
from tui.widgets.article_view import ArticleView
from tui.widgets.minimap import Minimap


class Pointing(Walking):
    """The part of the compare view that follows the mouse."""

    def on_article_view_clicked(self, event: ArticleView.Clicked) -> None:
        """Put focus and cursor where the mouse was clicked."""
        self._point_at(event.view.article, event.offset)

    def on_article_view_double_clicked(self, event: ArticleView.DoubleClicked) -> None:
        """Open the card of the passage there."""
        self._point_at(event.view.article, event.offset)
        self.action_align()

    def on_article_view_drag_started(self, event: ArticleView.DragStarted) -> None:
        """Begin a selection where the button went down."""
        self.reading.selection = None
        self.reading.move_to(event.view.article, event.offset)
        self.reading.select(by_sentence=False)
        self.bring_in_sight()

    def on_article_view_dragged(self, event: ArticleView.Dragged) -> None:
        """Let the selection follow the mouse."""
        self.reading.move_to(event.view.article, event.offset)
        self.show_cursors()

    def on_minimap_chosen(self, event: Minimap.Chosen) -> None:
        """Go where the map was clicked."""
        self.reading.move_to(event.article, event.offset)
        self.arrive()

    def _point_at(self, article: int, offset: int) -> None:
        self.reading.move_to(article, offset)
        self.bring_in_sight()
        self.show_place()
