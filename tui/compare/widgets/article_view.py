"""The text of one article, wrapped and highlighted, with a cursor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.compare.widgets.drawn_row import DrawnRow, draw
from tui.compare.widgets.highlight_colours import HighlightColours
from tui.compare.widgets.mouse_view import MouseView
from tui.story.display.highlighted_rows import HighlightedRows, Stretch, sort_by_layer
from tui.story.display.styles import Highlight
from tui.story.page import Extent, Page

_CURSORS = ("cursor", "cursor-resting")
_KEPT = 2_000
"""Strips kept for the rows that were drawn; each takes some kilobytes."""


class ArticleView(MouseView, inherit_bindings=False):
    """Draws a page by rows; each row is made once and kept until what is on it changes."""

    can_focus = True

    class Highlighted(Message):
        """Other stretches are highlighted, or they stand on other rows."""

    def __init__(self, page: Page, article: int, colours: HighlightColours) -> None:
        super().__init__(page, article)
        self._colours = colours
        colours.add_user(self)
        self._highlights: list[Highlight] = []
        self._current: list[Highlight] = []
        self._changed: list[Highlight] = []
        self._rows_highlighted = HighlightedRows(self.layout_rows)
        self._rows_current = HighlightedRows(self.layout_rows)
        self._rows_changed = HighlightedRows(self.layout_rows)
        self._cursor = page.first
        self._selected: Extent | None = None
        self._active = False
        self._strips: dict[int, tuple[DrawnRow, Strip]] = {}
        self._drawn_width = 0
        self._frame: dict[int, Strip] = {}
        self._frame_of: object = None
        self._styles_over: dict[tuple[str, ...], Style] = {}
        self._look: object = None
        self._restyled = True

    @property
    def cursor_row(self) -> int:
        """The row that the cursor is on."""
        return self.layout_rows.row_of(self._cursor)

    @property
    def stretches(self) -> list[Stretch]:
        """The rows of all that is highlighted, the current passage last."""
        return [*self._rows_highlighted.stretches, *self._rows_current.stretches]

    # What is shown

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Highlight these stretches, the bottom layer first, and nothing else."""
        if list(highlights) == self._highlights:
            return
        self._highlights = list(highlights)
        self._rows_highlighted = HighlightedRows(self.layout_rows, self._highlights)
        self._frame.clear()
        self.refresh()
        self.post_message(self.Highlighted())

    def set_current(self, highlights: Sequence[Highlight]) -> None:
        """Highlight these stretches brightly, over all passages and under the annotations."""
        if list(highlights) == self._current:
            return
        dirty = self._rows_of(highlight[:2] for highlight in (*self._current, *highlights))
        self._current = list(highlights)
        self._rows_current = HighlightedRows(self.layout_rows, self._current)
        self._refresh_rows(dirty)
        self.post_message(self.Highlighted())

    def set_changed(self, highlights: Sequence[Highlight]) -> None:
        """Highlight these words of edited passages, which are changed."""
        if list(highlights) == self._changed:
            return
        others = set(self._changed).symmetric_difference(highlights)
        self._changed = list(highlights)
        self._rows_changed = HighlightedRows(self.layout_rows, self._changed)
        self._refresh_rows(self._rows_of(highlight[:2] for highlight in others))

    def set_cursor(self, offset: int, *, selected: Extent | None, active: bool) -> None:
        """Put the cursor there; it is bright where `active`, else at rest."""
        if (self._cursor, self._selected, self._active) == (offset, selected, active):
            return
        dirty = {self.cursor_row}
        if selected != self._selected:
            dirty |= self._rows_of(each for each in (selected, self._selected) if each)
        self._cursor, self._selected, self._active = offset, selected, active
        self._refresh_rows({*dirty, self.cursor_row})

    def keep_cursor_visible(self) -> None:
        """Scroll as little as shows the cursor's row with a margin."""
        self.keep_visible(self.cursor_row)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows in sight; the view has no border, padding or opacity of its own.

        Strips are kept over frames as they leave here, coloured for the terminal: a row scrolled
        into sight again, or standing beside one that changed, costs nothing.
        """
        self._take_styles()
        filters = self.get_line_filters()
        width = self.scrollable_content_region.width
        if width != self._drawn_width:
            self._strips.clear()
            self._drawn_width = width
        frame_of = (round(self.scroll_offset.y), width, *filters)
        if frame_of != self._frame_of:
            self._frame.clear()
            self._frame_of = frame_of
        missing = [y for y in crop.line_range if y not in self._frame]
        if missing:
            background = self.background_colors[1]
            for y in missing:
                strip = self.render_line(y)
                for each in filters:
                    strip = strip.apply_filter(each, background)
                self._frame[y] = strip
        strips = [self._frame[y] for y in crop.line_range]
        if crop.x or crop.right < width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        number = y + round(self.scroll_offset.y)
        width = self.scrollable_content_region.width
        if not 0 <= number < len(self.layout_rows.rows):
            return Strip.blank(width, self._style_of())
        row = self._make_row(number)
        kept = self._strips.get(number)
        if kept is None or kept[0] != row:
            if len(self._strips) >= _KEPT:
                self._strips.clear()
            plain = self._style_of()
            drawn = draw(row, self.page.shown, self._style_of)
            if self.indent:
                drawn = Strip.join([Strip.blank(self.indent, plain), drawn])
            kept = self._strips[number] = (row, drawn.adjust_cell_length(width, plain))
        return kept[1]

    def _make_row(self, number: int) -> DrawnRow:
        start, end = self.layout_rows.rows[number]
        cursor = None
        if number == self.cursor_row:
            cursor = self.layout_rows.clip(self.page.grapheme_at(self._cursor))
        selected = None
        if self._selected is not None and self._selected[0] < end and start < self._selected[1]:
            selected = max(start, self._selected[0]), min(end, self._selected[1])
        return DrawnRow(
            (start, end),
            sort_by_layer(
                (
                    *self._rows_highlighted.highlights_on(number),
                    *self._rows_changed.highlights_on(number),
                    *self._rows_current.highlights_on(number),
                )
            ),
            self._rows_current.label_of(number) or self._rows_highlighted.label_of(number),
            cursor,
            self._active and cursor is not None,
            selected,
        )

    def _style_of(self, *over: str) -> Style:
        """Return the style of plain text with these component styles laid over it."""
        style = self._styles_over.get(over)
        if style is None:
            style = self.rich_style
            for name in over:
                # What is reversed twice, as a cursor on a match, would not be seen.
                twice = bool(style.reverse and self._colours.on_text(name).reverse)
                style += self._colours.on_text(name)
                if twice and name in _CURSORS:
                    style += Style(reverse=False)
            self._styles_over[over] = style
        return style

    def _rows_of(self, extents: Iterable[Extent]) -> set[int]:
        return {row for extent in extents for row in self.layout_rows.rows_of(extent)}

    def _refresh_rows(self, rows: Iterable[int]) -> None:
        """Draw those of the rows anew that are in sight."""
        top, size = round(self.scroll_offset.y), self.size
        screen_rows = [row - top for row in rows if 0 <= row - top < size.height]
        for y in screen_rows:
            self._frame.pop(y, None)
        if screen_rows:
            self.refresh(*(Region(0, y, size.width, 1) for y in screen_rows))

    def notify_style_update(self) -> None:
        """Look at the colours again before the next row is drawn; they may be the same."""
        self._restyled = True
        super().notify_style_update()

    def _take_styles(self) -> None:
        """Forget rows drawn in colours that are no longer true."""
        if not self._restyled:
            return
        self._restyled = False
        look = self.rich_style, *self._colours.list_on_text()
        if look != self._look:
            self._look = look
            self._styles_over.clear()
            self._strips.clear()
            self._frame.clear()

    def lay_out(self, width: int) -> bool:
        """Cut the text into rows of `width` cells; tells whether they were others before."""
        if not super().lay_out(width):
            return False
        self._rows_highlighted = HighlightedRows(self.layout_rows, self._highlights)
        self._rows_current = HighlightedRows(self.layout_rows, self._current)
        self._rows_changed = HighlightedRows(self.layout_rows, self._changed)
        self._strips.clear()
        self._frame.clear()
        self.refresh()
        self.post_message(self.Highlighted())
        return True
