"""The map beside a text: where passages and notes are, and what is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.compare.widgets.article_view import ArticleView
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.story.display.minimap_cells import Cell, Scale, fill_cells
from tui.story.display.styles import STYLE_SIGNS

_NO_PASSAGE = "╷"
_IN_SIGHT = "▐"


class Minimap(Widget):
    """Two columns: passages on the left; notes and matches on the right, over the window."""

    ALLOW_SELECT: ClassVar[bool] = False

    class Chosen(Message):
        """A place on the map was clicked: the text that begins there."""

        def __init__(self, article: int, offset: int) -> None:
            super().__init__()
            self.article = article
            self.offset = offset

    def __init__(self, view: ArticleView, colours: HighlightColours) -> None:
        super().__init__()
        self._colours = colours
        colours.add_user(self)
        self._view = view
        self._scale = Scale(1, 1)
        self._cells: Sequence[Cell] = ()
        self._window = range(0)

    def show_highlights(self) -> None:
        """Draw what the view highlights now; only cells that changed are drawn anew."""
        self._scale = Scale(len(self._view.layout_rows.rows), max(1, self.size.height))
        before, self._cells = self._cells, fill_cells(self._scale, self._view.stretches)
        if len(before) != len(self._cells):
            self._window = self._find_in_sight()
            self.refresh()
            return
        pairs = zip(before, self._cells, strict=True)
        self._refresh_cells(cell for cell, (old, new) in enumerate(pairs) if old != new)
        self.show_window()

    def show_window(self) -> None:
        """Draw what of the text is in sight now; only cells that changed are drawn anew."""
        before, self._window = self._window, self._find_in_sight()
        self._refresh_cells(set(before) ^ set(self._window))

    def _refresh_cells(self, cells: Iterable[int]) -> None:
        regions = [Region(0, cell, self.size.width, 1) for cell in cells]
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """Fit the text into the new height."""
        self.show_highlights()

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked."""
        rows = self._scale.rows_of(min(event.y, self._scale.cells - 1))
        layout = self._view.layout_rows
        offset = layout.rows[layout.find_text_row(rows[0], 1)][0]
        self.post_message(self.Chosen(self._view.article, offset))

    def render_line(self, y: int) -> Strip:
        """Draw one cell of the map."""
        plain = self.rich_style
        if y >= len(self._cells):
            return Strip.blank(self.size.width, plain)
        cell = self._cells[y]
        in_sight = y in self._window
        base = self._colours.on_map("window") if in_sight else plain
        passage = base + self._colours.on_map(cell.passage, over=True) if cell.passage else base
        signpost, beside = base, _IN_SIGHT if in_sight else " "
        if cell.signpost:
            # Reversed, it goes on with the bar that it stands on.
            signpost = (
                base + self._colours.on_map(cell.signpost, over=True) + Style(reverse=in_sight)
            )
            beside = STYLE_SIGNS[cell.signpost].signpost
        sign = STYLE_SIGNS[cell.passage].minimap if cell.passage else _NO_PASSAGE
        return Strip([Segment(sign, passage), Segment(beside, signpost)]).adjust_cell_length(
            self.size.width, plain
        )

    def _find_in_sight(self) -> range:
        return self._scale.cells_of(self._view.top_row, self._view.shown_rows)
