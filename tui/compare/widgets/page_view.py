"""A page cut into rows for the width that it has, and scrolled by rows."""

from __future__ import annotations

from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView

from textreuse import Span
from tui.compare.widgets.drawn_row import GUTTER, MARGIN
from tui.story.display.layout import Layout
from tui.story.page import Extent, Page

_IN_SIGHT = 2
"""Rows kept in sight above and below the row that is looked at."""
_NARROWEST = 10
_WIDEST = 80
"""Cells of a row of text that the eye still follows to the next one."""


class PageView(ScrollView, inherit_bindings=False):
    """Knows which row stands where; what the rows look like is for others to say."""

    class Scrolled(Message, namespace="article_view"):
        """Another row of the text is the first in sight."""

        def __init__(self, view: PageView) -> None:
            super().__init__()
            self.view = view

    def __init__(self, page: Page, article: int) -> None:
        super().__init__()
        self.page = page
        self.article = article
        self.layout_rows = Layout(Page(""), _NARROWEST)  # until the width is known
        self._width = 0
        self._sized = False
        self._pending: tuple[int, int | None] | None = None
        self.kept: Extent | None = None
        """A stretch that stays in sight whatever the height."""

    @property
    def top_row(self) -> int:
        """The first row in sight."""
        return round(self.scroll_target_y)

    @property
    def shown_rows(self) -> int:
        """How many rows fit on the screen."""
        return max(1, self.scrollable_content_region.height)

    @property
    def sight(self) -> Extent:
        """The offsets between which all lies that is in sight."""
        rows = self.layout_rows.rows
        first = min(self.top_row, len(rows) - 1)
        return rows[first][0], rows[min(first + self.shown_rows, len(rows)) - 1][1]

    @property
    def text_width(self) -> int:
        """How many cells a row of text has at the present size."""
        return min(_WIDEST, max(_NARROWEST, self._room))

    @property
    def indent(self) -> int:
        """How many cells are left blank before the gutter: what is not needed, on both sides."""
        return max(0, self._room - _WIDEST) // 2

    @property
    def text_column(self) -> int:
        """In which cell of the view a row of text begins."""
        return self.indent + GUTTER

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width - GUTTER - MARGIN

    def count_rows_above(self, offset: int) -> int:
        """Return how many rows stand before that of `offset`."""
        return self.layout_rows.row_of(offset)

    def shows_start(self, span: Span) -> bool:
        """Tell whether the row on which `span` begins is in sight."""
        return 0 <= self.layout_rows.row_of(span.start) - self.top_row < self.shown_rows

    def find_in_sight(self, offset: int) -> int:
        """Return `offset` if its row is in sight, else what stands a third down the screen."""
        top, height = self.top_row, self.shown_rows
        if top <= self.layout_rows.row_of(offset) < top + height:
            return offset
        row = self.layout_rows.find_text_row(top + height // 3, 1)
        return self.layout_rows.offset_at(row, 0)

    def keep_visible(self, row: int) -> None:
        """Scroll as little as shows `row` with a margin."""
        height = self.shown_rows
        margin = min(_IN_SIGHT, (height - 1) // 2)
        if row - margin < self.top_row:
            self.scroll_rows(row - margin)
        elif row + margin >= self.top_row + height:
            self.scroll_rows(row + margin - height + 1)

    def keep_extent_visible(self, start: int, end: int) -> None:
        """Scroll as little as shows the rows of a stretch: as many as fit, the first before all."""
        first, last = self.layout_rows.row_of(start), self.layout_rows.row_of(max(start, end - 1))
        top = max(self.top_row, last - self.shown_rows + 1)
        if (top := min(top, first)) != self.top_row:
            self.scroll_rows(top)

    def centre(self, offset: int) -> None:
        """Show what stands at `offset` on the upper third, if it is not well in sight already."""
        row = self.layout_rows.row_of(offset)
        well = self.top_row + _IN_SIGHT <= row < self.top_row + self.shown_rows * 2 // 3
        if not (well and self._sized):
            self.place(offset)

    def place(self, offset: int, screen_row: int | None = None) -> None:
        """Scroll so that `offset` is drawn on that row of the screen, as far as that can be.

        Without a row, a third down. Where the size is not known yet, as soon as it is.
        """
        if not self._sized:
            self._pending = (offset, screen_row)
            return
        if screen_row is None:
            screen_row = self.shown_rows // 3
        self.scroll_rows(self.layout_rows.row_of(offset) - screen_row)

    def scroll_rows(self, top: int) -> None:
        """Bring that row to the top at once, as far as that can be."""
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def lay_out(self, width: int) -> bool:
        """Cut the text into rows of `width` cells; tells whether they were others before."""
        if width == self._width:
            return False
        self._width = width
        self.layout_rows = Layout(self.page, width)
        if self._sized:
            self._set_height()
        return True

    def on_resize(self) -> None:
        """Lay the text out for the new width; the height only bounds the scrolling."""
        rows = self.layout_rows.rows
        top = rows[min(round(self.scroll_offset.y), len(rows) - 1)][0]
        changed = self.lay_out(self.text_width)
        self._set_height()
        if changed and self._sized:
            self.scroll_rows(self.layout_rows.row_of(top))
        self._sized = True
        if self.kept is not None:
            self.keep_extent_visible(*self.kept)
        if self._pending is not None:
            pending, self._pending = self._pending, None
            self.place(*pending)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def _set_height(self) -> None:
        # Room below the text, so that its last row can be brought beside any row of another.
        rows = len(self.layout_rows.rows) + self.shown_rows - 1
        self.virtual_size = Size(self.scrollable_content_region.width, rows)
