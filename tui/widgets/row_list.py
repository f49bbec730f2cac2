"""A list of any length: only the rows that are on the screen are ever made."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from storage.wording.columns import Head, draw_heads
from storage.wording.name_cutting import NameCutter, cut_end
from storage.wording.terminal_text import reveal_line
from tui.keys.bindings import bind_movement
from tui.widgets.columns import GAP, Cell, Column, measure_columns


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows under a head, with a cursor; `enter` and `space` are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bind_movement(
        down="move(1)",
        up="move(-1)",
        page_down="page(1)",
        page_up="page(-1)",
        first="move_to(0)",
        last="move_to(-1)",
    )
    DEFAULT_CSS: ClassVar[str] = """
    RowList {
        background: $surface;
        color: $foreground;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;

        & > .rows--head {
            background: $panel;
            color: $foreground;
            text-style: bold;
        }

        & > .rows--other-row {
            background: $surface-lighten-1 50%;
        }

        & > .rows--cursor {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: $block-cursor-text-style;
        }

        & > .rows--cursor-resting {
            background: $block-cursor-blurred-background;
            color: $block-cursor-blurred-foreground;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--head",
        "rows--row",
        "rows--other-row",
        "rows--cursor",
        "rows--cursor-resting",
    }

    class Chosen(Message):
        """The row under the cursor was clicked again."""

    class HeadClicked(Message):
        """A column's name was clicked."""

        def __init__(self, row_list: RowList, column: int) -> None:
            super().__init__()
            self._row_list = row_list
            self.column = column

        @property
        def control(self) -> RowList:
            """The list, by which a screen with several tells them apart."""
            return self._row_list

    class Moved(Message):
        """The cursor is on another row."""

    def __init__(self, columns: Sequence[Column], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._keys: Sequence[str] = ()
        self._cells: Callable[[str], Sequence[Cell]] = lambda _key: ()
        self._cursor = 0
        self._heads: Sequence[str] = [column.name for column in columns]
        self._cutter = NameCutter(())

    # What is shown

    def fill(
        self,
        keys: Sequence[str],
        cells: Callable[[str], Sequence[Cell]],
        heads: Sequence[str] | None = None,
        names: NameCutter | None = None,
        columns: Sequence[Column] | None = None,
    ) -> None:
        """Show a row for each key; `cells` is asked for a row's words when it is drawn.

        Where `columns` are given, they take the place of those that were there.

        The cursor stays on its key where that is still there, else on its row. `names` knows the
        words of the widest column, where somebody does already; else `cells` is asked for them all.
        """
        before = self.chosen
        self._keys, self._cells = keys, cells
        if columns is not None:
            self._columns = tuple(columns)
            self._heads = [column.name for column in columns]
        self._heads = heads or self._heads
        self._cutter = names or NameCutter(self._list_names)
        self._cursor = min(self._cursor, max(0, len(keys) - 1))
        if before is not None and self.chosen != before and before in keys:
            self._cursor = keys.index(before)
        # No row is wider than the list, however wide that is: its width is nothing to lay out for.
        size = Size(1, len(keys) + 1)
        if self.styles.overflow_y == "scroll" and self.is_attached:
            # The scroll bar is always there: nothing on the screen finds another place.
            if size != self.virtual_size:
                self.set_reactive(RowList.virtual_size, size)
                self._scroll_update(size)
        else:
            self.virtual_size = size
            if size.height > self.app.size.height:
                self.show_vertical_scrollbar = True  # else all rows are drawn twice at first
        self._show_cursor()
        self.refresh(layout=self.is_attached and self.styles.is_auto_height)

    def reorder(self, keys: Sequence[str]) -> None:
        """Show the same rows in another order; the cursor stays on its key."""
        before, chosen = self._keys, self.chosen
        self._keys = keys
        if chosen is not None:
            self._cursor = keys.index(chosen)
        self._refresh_rows_where(lambda row: keys[row] != before[row])
        self._show_cursor()

    def _list_names(self) -> Iterable[str]:
        widest = next((at for at, one in enumerate(self._columns) if not one.width), None)
        if widest is None:
            return ()
        cells = (self._cells(key)[widest] for key in self._keys)
        return (cell if isinstance(cell, str) else cell.text for cell in cells)

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._keys)

    @property
    def columns_shown(self) -> list[str]:
        """The names of the columns that there is room for."""
        widths = measure_columns(self._columns, self.size.width)
        shown = zip(self._columns, widths, strict=True)
        return [column.name for column, width in shown if width is not None]

    @property
    def chosen(self) -> str | None:
        """The key of the row that the cursor is on."""
        return self._keys[self._cursor] if self._cursor < len(self._keys) else None

    def render_line(self, y: int) -> Strip:
        """Draw the head, or the row that stands at `y` now."""
        width = self.size.width
        if y == 0:
            line, _ = self._draw_heads()
            return Strip([Segment(line, self.get_component_rich_style("rows--head"))], width)
        row = y - 1 + round(self.scroll_offset.y)
        if row >= len(self._keys):
            return Strip.blank(width, self.rich_style)
        name = "rows--other-row" if row % 2 else "rows--row"
        if row == self._cursor:
            name = "rows--cursor" if self.has_focus else "rows--cursor-resting"
        style = self.get_component_rich_style(name)
        parts = self._draw_cells(self._cells(self._keys[row]), width)
        return Strip(
            [Segment(text, style + own if own else style) for text, own in parts]
        ).adjust_cell_length(width, style)

    def _draw_heads(self) -> tuple[str, list[tuple[int, int] | None]]:
        """Return the line over the rows, and of each column's name from where to where it is."""
        heads, shown = [], []
        left = 1
        for at, width in enumerate(measure_columns(self._columns, self.size.width)):
            if width is not None:
                number = self._columns[at].is_number
                heads.append(Head(self._heads[at], left, left + width, number))
                shown.append(at)
                left += width + GAP
        line, places = draw_heads(heads, self.size.width)
        known = dict(zip(shown, places, strict=True))
        return line, [known.get(at) for at in range(len(self._columns))]

    def _draw_cells(self, cells: Sequence[Cell], room: int) -> Iterator[tuple[str, Style | None]]:
        """Yield the parts of a row, and the style of those that have one of their own."""
        plain = ""
        blank = " "
        widths = measure_columns(self._columns, room)
        for column, width, cell in zip(self._columns, widths, cells, strict=True):
            if width is None:
                continue
            words, style = (cell, None) if isinstance(cell, str) else cell
            line = words if column.is_picture or style else reveal_line(words)
            shown = cut_end(line, width) if column.width else self._cutter.cut(line, width)
            left = " " * (width - cell_len(shown))
            if style is not None:
                yield f"{plain}{blank}", None
                yield shown, style
                plain, blank = left, " " * GAP
            else:
                words = f"{left}{shown}" if column.is_number else f"{shown}{left}"
                plain, blank = f"{plain}{blank}{words}", " " * GAP
        yield plain, None

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._show_cursor()

    # Moving

    def action_move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self._go(self._cursor + rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by so many screens."""
        self._go(self._cursor + pages * max(1, self.size.height - 2))

    def action_move_to(self, row: int) -> None:
        """Move the cursor to a row; -1 is the last."""
        self._go(row if row >= 0 else len(self._keys) + row)

    def _go(self, row: int) -> None:
        row = max(0, min(row, len(self._keys) - 1))
        if row != self._cursor:
            before, self._cursor = self._cursor, row
            self.post_message(self.Moved())
            # A list that scrolls is drawn anew by that; else these two rows are all that changes.
            self._refresh_row(before)
            self._refresh_row(row)
        self._show_cursor()

    def refresh_rows(self, keys: Collection[str]) -> None:
        """Draw the rows of these keys anew, those of them that are on the screen."""
        self._refresh_rows_where(lambda row: self._keys[row] in keys)

    def _refresh_rows_where(self, is_other: Callable[[int], bool]) -> None:
        top = round(self.scroll_offset.y)
        for row in range(top, min(top + self.size.height, len(self._keys))):
            if is_other(row):
                self._refresh_row(row)

    def _refresh_row(self, row: int) -> None:
        self.refresh(Region(0, 1 + row - round(self.scroll_offset.y), self.size.width, 1))

    def _show_cursor(self) -> None:
        top, height = round(self.scroll_offset.y), max(1, self.size.height - 1)
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False)

    def on_click(self, event: events.Click) -> None:
        """Choose a row, or a column by its name."""
        if event.y == 0:
            _, places = self._draw_heads()
            begun = [at for at, place in enumerate(places) if place and place[0] <= event.x]
            if begun:
                self.post_message(self.HeadClicked(self, begun[-1]))
            return
        row = event.y - 1 + round(self.scroll_offset.y)
        if row >= len(self._keys):
            return
        if row == self._cursor:
            self.post_message(self.Chosen())
        self._go(row)
