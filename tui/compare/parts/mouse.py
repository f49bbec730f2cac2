"""The mouse in the compare view."""

from __future__ import annotations

from tui.compare.host import CompareHost
from tui.compare.widgets.article_view import ArticleView


class Mouse:
    """Puts focus and cursor where a text is clicked; selects what is dragged over."""

    def __init__(self, screen: CompareHost) -> None:
        self._display = screen.story_display
        self._reading = screen.reading

    def follow(self, event: ArticleView.Pointed) -> None:
        """Follow a click, or one of the steps of dragging."""
        if isinstance(event, ArticleView.DragStarted):
            self._begin_selection(event.view.article, event.offset)
        elif isinstance(event, ArticleView.Dragged):
            self._reading.move_to(event.view.article, event.offset)
            self._display.show_cursors()
        else:
            self._reading.move_to(event.view.article, event.offset)
            self._display.bring_in_sight()
            self._display.show_place()

    def _begin_selection(self, article: int, offset: int) -> None:
        """Begin a selection where the button went down."""
        self._reading.selection = None
        self._reading.move_to(article, offset)
        self._reading.select(by_sentence=False)
        self._display.bring_in_sight()
