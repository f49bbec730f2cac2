"""The mouse in a text: click, double click, and dragging over a stretch of it."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message

from tui.compare.widgets.page_view import PageView
from tui.story.page import Page


class MouseView(PageView, inherit_bindings=False):
    """The part of an article's view that tells what the mouse points at."""

    ALLOW_SELECT: ClassVar[bool] = False
    """A selection by mouse is that of the reader, which is annotated; not Textual's own."""

    class Pointed(Message):
        """What all of the messages below carry."""

        def __init__(self, view: MouseView, offset: int) -> None:
            super().__init__()
            self.view = view
            self.offset = offset

    class Clicked(Pointed, namespace="article_view"):
        """The text was clicked."""

    class DoubleClicked(Pointed, namespace="article_view"):
        """The text was clicked twice; the first time posted `Clicked`."""

    class DragStarted(Pointed, namespace="article_view"):
        """The mouse was moved with its button held, from `offset` on."""

    class Dragged(Pointed, namespace="article_view"):
        """The mouse was moved further, to `offset`."""

    def __init__(self, page: Page, article: int) -> None:
        super().__init__(page, article)
        self._pressed: int | None = None
        self._dragged: int | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember what the button went down on."""
        self._dragged = None
        if event.button == 1:
            self._pressed = self._offset_under(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what is dragged over; beyond the edge, scroll a row."""
        if self._pressed is None:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_relative(y=-1 if event.y < 0 else 1, animate=False)
        offset = self._offset_under(event)
        if self._dragged is None:
            if offset == self._pressed:
                return
            self.post_message(self.DragStarted(self, self._pressed))
        if offset != self._dragged:
            self._dragged = offset
            self.post_message(self.Dragged(self, offset))

    def on_mouse_up(self) -> None:
        """End the dragging."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked, unless the mouse was dragged there."""
        if self._dragged is None and event.button == 1:
            message = self.DoubleClicked if event.chain == 2 else self.Clicked
            self.post_message(message(self, self._offset_under(event)))

    def _offset_under(self, event: events.MouseEvent) -> int:
        row = min(max(event.y, 0), self.size.height - 1) + round(self.scroll_offset.y)
        return self.layout_rows.offset_at(row, event.x - self.text_column)
