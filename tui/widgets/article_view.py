"""The text of one article, wrapped and highlighted, with a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.layout import Layout
from tui.marks import STYLES, Mark
from tui.page import Extent, Page

GUTTER = 6
"""Cells before the text: three for a number, one for the kind, one for a note, one blank."""

_SIGNS = {"verbatim": "┃", "edited": "┇", "paraphrase": "┊", "repeat": "│", "current": "█"}
_NOTE_SIGN = "✎"
_MARGIN = 2
"""Rows kept in sight above and below the cursor."""
_NARROWEST = 10


class _Drawn(NamedTuple):
    """All that a strip is made from; another state needs another strip."""

    row: Extent
    marks: tuple[Mark, ...]
    label: str
    cursor: Extent | None
    active: bool
    selected: Extent | None


class ArticleView(ScrollView, inherit_bindings=False):
    """Draws a page by rows; each row is made once and kept until what is on it changes."""

    can_focus = True
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--gutter",
        "article--cursor",
        "article--cursor-resting",
        "article--selection",
        *(f"article--{style}" for style in STYLES),
    }

    class Clicked(Message):
        """The text was clicked."""

        def __init__(self, view: ArticleView, offset: int) -> None:
            super().__init__()
            self.view = view
            self.offset = offset

    def __init__(self, page: Page, article: int) -> None:
        super().__init__()
        self.page = page
        self.article = article
        self.layout_rows = Layout(Page(""), _NARROWEST)  # until the width is known
        self._width = 0
        self._sized = False
        self._marks: Sequence[Mark] = ()
        self._current: Sequence[Mark] = ()
        self._marks_of: dict[int, list[Mark]] = {}
        self._labels: dict[int, str] = {}
        self._strips: dict[int, tuple[_Drawn, Strip]] = {}
        self._styles_over: dict[tuple[str, ...], Style] = {}
        self._cursor = page.first
        self._selected: Extent | None = None
        self._active = False
        self._pending: tuple[int, int] | None = None

    @property
    def cursor_row(self) -> int:
        """The row that the cursor is on."""
        return self.layout_rows.row_of(self._cursor)

    @property
    def shown_rows(self) -> int:
        """How many rows fit on the screen."""
        return max(1, self.scrollable_content_region.height)

    # What is shown

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Highlight these stretches, the bottom layer first, and nothing else."""
        self._marks = list(marks)
        self._index_marks()

    def set_current(self, marks: Sequence[Mark]) -> None:
        """Highlight these stretches brightly, over all passages and under the annotations."""
        if marks == self._current:
            return
        dirty = {row for mark in (*self._current, *marks) for row in self._rows_of(mark[:2])}
        self._current = list(marks)
        for row in dirty:
            self.refresh_line(row)

    def set_cursor(self, offset: int, *, selected: Extent | None, active: bool) -> None:
        """Put the cursor there; it is bright where `active`, else at rest."""
        before = (self._cursor, self._selected, self._active)
        if before == (offset, selected, active):
            return
        dirty = {self.cursor_row, *self._rows_of(self._selected)}
        self._cursor, self._selected, self._active = offset, selected, active
        dirty |= {self.cursor_row, *self._rows_of(selected)}
        for row in dirty:
            self.refresh_line(row)

    def keep_cursor_visible(self) -> None:
        """Scroll as little as shows the cursor's row with a margin."""
        row, height = self.cursor_row, self.shown_rows
        margin = min(_MARGIN, (height - 1) // 2)
        top = round(self.scroll_target_y)
        if row - margin < top:
            self._scroll_rows(row - margin)
        elif row + margin >= top + height:
            self._scroll_rows(row + margin - height + 1)

    def centre(self, offset: int) -> None:
        """Show what stands at `offset` on the upper third, if it is not well in sight already."""
        row = self.layout_rows.row_of(offset)
        top = round(self.scroll_target_y)
        if not top + _MARGIN <= row < top + self.shown_rows * 2 // 3:
            self.place(offset, self.shown_rows // 3)

    def place(self, offset: int, screen_row: int) -> None:
        """Scroll so that `offset` is drawn on that row of the screen, as far as that can be."""
        if not self._sized:
            self._pending = (offset, screen_row)
            return
        self._scroll_rows(self.layout_rows.row_of(offset) - screen_row)

    def rows_above(self, offset: int) -> int:
        """Return how many rows stand before that of `offset`."""
        return self.layout_rows.row_of(offset)

    @property
    def text_width(self) -> int:
        """How many cells a row of text has at the present size."""
        return max(_NARROWEST, self.scrollable_content_region.width - GUTTER)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        row = y + round(self.scroll_offset.y)
        width = self.size.width
        if not 0 <= row < len(self.layout_rows.rows):
            return Strip.blank(width, self._style())
        drawn = self._state_of(row)
        kept = self._strips.get(row)
        if kept is None or kept[0] != drawn:
            strip = self._draw(drawn).extend_cell_length(width, self._style()).crop(0, width)
            kept = self._strips[row] = (drawn, strip)
        return kept[1]

    def _state_of(self, row: int) -> _Drawn:
        start, end = self.layout_rows.rows[row]
        cursor = self.page.grapheme(self._cursor) if self.cursor_row == row else None
        selected = None
        if self._selected is not None and self._selected[0] < end and start < self._selected[1]:
            selected = max(start, self._selected[0]), min(end, self._selected[1])
        marks = [*self._marks_of.get(row, ())]
        label = self._labels.get(row, "")
        for mark in self._current:
            if row in self._rows_of(mark[:2]):
                marks.append(mark)
                label = mark.label if row == self.layout_rows.row_of(mark.start) else label
        marks.sort(key=lambda mark: mark.style == "annotation")
        return _Drawn((start, end), tuple(marks), label, cursor, self._active, selected)

    def _draw(self, drawn: _Drawn) -> Strip:
        start, end = drawn.row
        layers = [(mark.start, mark.end, mark.style) for mark in drawn.marks]
        if drawn.selected:
            layers.append((*drawn.selected, "selection"))
        if drawn.cursor:
            layers.append((*drawn.cursor, "cursor" if drawn.active else "cursor-resting"))
        edges = sorted(
            {start, end} | {edge for layer in layers for edge in layer[:2] if start < edge < end}
        )
        segments = self._gutter(drawn)
        for first, last in pairwise(edges):
            over = (name for from_, to, name in layers if from_ <= first and last <= to)
            segments.append(Segment(self.page.shown[first:last], self._style(*over)))
        return Strip(segments)

    def _gutter(self, drawn: _Drawn) -> list[Segment]:
        base = self._style("gutter")
        note = _NOTE_SIGN if any(mark.style == "annotation" for mark in drawn.marks) else " "
        passages = [mark.style for mark in drawn.marks if mark.style in _SIGNS]
        sign, style = " ", base
        if passages:
            sign = _SIGNS[passages[-1]]
            style = base + Style(color=self._style(passages[-1]).bgcolor)
        label = drawn.label[:3].rjust(3)
        return [Segment(label, base), Segment(sign, style), Segment(f"{note} ", base)]

    def _style(self, *over: str) -> Style:
        """Return the style of plain text with these component styles laid over it."""
        style = self._styles_over.get(over)
        if style is None:
            style = self.rich_style
            for name in over:
                style += self.get_component_rich_style(f"article--{name}")
            self._styles_over[over] = style
        return style

    def _rows_of(self, extent: Extent | None) -> range:
        if extent is None:
            return range(0)
        start, end = extent
        last = self.layout_rows.row_of(max(start, end - 1))
        return range(self.layout_rows.row_of(start), last + 1)

    def _index_marks(self) -> None:
        self._marks_of.clear()
        self._labels.clear()
        for mark in self._marks:
            rows = self._rows_of((mark.start, mark.end))
            for row in rows:
                self._marks_of.setdefault(row, []).append(mark)
            if mark.label:
                self._labels[rows[0]] = mark.label
        self.refresh()

    # Size and scrolling

    def on_resize(self) -> None:
        """Lay the text out for the new width; the height only bounds the scrolling."""
        top = self.layout_rows.rows[
            min(round(self.scroll_offset.y), len(self.layout_rows.rows) - 1)
        ][0]
        changed = self.lay_out(self.text_width)
        self._set_height()
        if changed and self._sized:
            self._scroll_rows(self.layout_rows.row_of(top))
        self._sized = True
        if self._pending is not None:
            pending, self._pending = self._pending, None
            self.place(*pending)

    def lay_out(self, width: int) -> bool:
        """Cut the text into rows of `width` cells; tells whether they were others before."""
        if width == self._width:
            return False
        self._width = width
        self.layout_rows = Layout(self.page, width)
        self._strips.clear()
        self._index_marks()
        if self._sized:
            self._set_height()
        return True

    def notify_style_update(self) -> None:
        """Forget rows drawn in colours that are no longer true."""
        self._strips.clear()
        self._styles_over.clear()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None:
            row = offset.y + round(self.scroll_offset.y)
            self.post_message(
                self.Clicked(self, self.layout_rows.offset_at(row, offset.x - GUTTER))
            )

    def _set_height(self) -> None:
        # Room below the text, so that its last row can be brought beside any row of another.
        rows = len(self.layout_rows.rows) + self.shown_rows - 1
        self.virtual_size = Size(self.scrollable_content_region.width, rows)

    def _scroll_rows(self, top: int) -> None:
        self.scroll_to(y=max(0, top), animate=False, force=True)
