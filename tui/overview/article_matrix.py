"""The articles of a story as rows: what is known of each, and how much it shares with each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from storage.wording.name_cutting import NameCutter
from tui.keys.bindings import bind_movement
from tui.overview.figures import ArticleFigures, ChosenPair, OverviewFigures

_FIGURES = ("date", "words", "shared", "only here", "repeats")
_CELL = 6
_SHADES = " ░▒▓█"
"""One for each strength of a share; they tell it where there is no colour."""
_EARLIEST = "▸"
_NARROWEST = 10
"""Cells that a name keeps, however little room there is."""
_OTHERS = 3
"""Rows less than half of the screen's that it takes at most, for the pairs above it."""
_LOWEST = 5
"""Rows that it may take on any screen."""


class ArticleMatrix(ScrollView, inherit_bindings=False):
    """Draws a row an article; the cursor walks the cells that lead from article to article.

    Letters and names stay in sight; where the other columns do not fit, the cursor scrolls them.
    """

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = bind_movement(
        down="step(1, 0)",
        up="step(-1, 0)",
        first="first",
        last="last",
        page_down="last",
        page_up="first",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "matrix--head",
        "matrix--here",
        "matrix--itself",
        "matrix--block",
        "matrix--cursor",
        "matrix--cursor-resting",
        *(f"matrix--shade-{strength}" for strength in range(1, len(_SHADES))),
    }

    class Moved(Message):
        """The cursor went to another cell."""

    class Chosen(Message):
        """The cell of the cursor was chosen with the mouse."""

    def __init__(self, overview: OverviewFigures) -> None:
        super().__init__(id="matrix")
        self._articles = overview.articles
        self._shares = overview.matrix
        self._figures = [_list_figures(article) for article in overview.articles]
        self._names = [
            " · ".join(dict.fromkeys(filter(None, (article.name, article.title))))
            for article in overview.articles
        ]
        self._cutter = NameCutter(self._names)
        columns = zip(_FIGURES, *self._figures, strict=True)
        self._widths = [max(map(cell_len, column)) for column in columns]
        cells = [_CELL] * self.columns
        starts = accumulate([*(width + 1 for width in self._widths), *cells], initial=0)
        *self._starts, self._width = starts
        """Where each column that scrolls begins, and all of them end."""
        self._letter_width = max((len(article.letter) for article in overview.articles), default=1)
        self._name_width = _NARROWEST
        self.row = 0
        # The first cell of a pair: on the diagonal an article meets only itself.
        self.column = min(1, max(0, self.columns - 1))

    @property
    def columns(self) -> int:
        """How many cells a row has: none where one article has nobody to share with."""
        count = len(self._articles)
        return count if count > 1 else 0

    @property
    def _fixed(self) -> int:
        """Cells of what does not scroll: letter, blank, name, mark of the earliest date."""
        return self._letter_width + self._name_width + 2

    @property
    def _room(self) -> Size:
        """Cells and rows between the scroll bars, for names, head and all."""
        return self.scrollable_content_region.size

    def start_at(self, cell: ChosenPair | None) -> None:
        """Put the cursor on a cell, before anything is drawn; None leaves it on the first."""
        if cell is not None and self.columns:
            self.row, self.column = cell

    @property
    def rows_wanted(self) -> int:
        """Rows that it takes on this screen at most: with its head and a scroll bar."""
        return min(len(self._articles) + 2, self._most_rows)

    @property
    def _most_rows(self) -> int:
        return max(_LOWEST, self.app.size.height // 2 - _OTHERS)

    # Moving

    def action_step(self, rows: int, columns: int) -> None:
        """Move the cursor by so many rows and columns, as far as there are any."""
        self._go(self.row + rows, self.column + columns)

    def action_first(self) -> None:
        """Go to the first row."""
        self._go(0, self.column)

    def action_last(self) -> None:
        """Go to the last row."""
        self._go(self.columns - 1, self.column)

    def _go(self, row: int, column: int) -> None:
        if not self.columns:
            return
        self.row = min(max(row, 0), self.columns - 1)
        self.column = min(max(column, 0), self.columns - 1)
        self._keep_cursor_visible()
        self.refresh()
        self.post_message(self.Moved())

    def _keep_cursor_visible(self) -> None:
        """Scroll as little as shows the cursor's cell; with the first one, the figures too.

        What is scrolled away are whole columns.
        """
        if not self.columns:
            return
        cells = self._starts[len(_FIGURES) :]
        room = self._room.width - self._fixed
        x = _scroll(round(self.scroll_offset.x), cells[self.column], _CELL, room)
        x = min((start for start in self._starts if start >= x), default=x)
        if self.column == 0 and cells[0] + _CELL <= room:
            x = 0
        y = _scroll(round(self.scroll_offset.y), self.row, 1, self._room.height - 1)
        self.scroll_to(x, y, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked; if the cursor is there already, choose it."""
        at = event.get_content_offset(self)
        if at is None or at.x < self._fixed or at.y < 1:
            return
        row = at.y - 1 + round(self.scroll_offset.y)
        first = self._fixed + self._width - self.columns * _CELL
        column = (at.x + round(self.scroll_offset.x) - first) // _CELL
        if not (0 <= row < self.columns and 0 <= column < self.columns):
            return
        if (row, column) == (self.row, self.column):
            self.post_message(self.Chosen())
        else:
            self._go(row, column)

    # Drawing

    def on_mount(self) -> None:
        """Take the rows that it will need, so that what is below it is drawn in its place."""
        self._take_room(self.app.size.width - self.styles.margin.width)

    def on_resize(self) -> None:
        """Give the names the room that the rest leaves; leave rows to the other parts."""
        self._take_room(self._room.width)
        self._keep_cursor_visible()

    def _take_room(self, room: int) -> None:
        longest = max(map(cell_len, self._names), default=0)
        rest = self._fixed - self._name_width + self._width
        self._name_width = max(_NARROWEST, min(longest, room - rest))
        width, height = rest + self._name_width, len(self._articles) + 1
        self.virtual_size = Size(width, height)
        height += self.styles.scrollbar_size_horizontal * (width > room)
        self.styles.height = min(height, self._most_rows)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen; head, letters and names do not scroll away."""
        row = y - 1 + round(self.scroll_offset.y)
        if y == 0:
            fixed, scrolling = self._draw_head()
        elif row < len(self._articles):
            fixed, scrolling = self._draw_row(row)
        else:
            fixed, scrolling = [], []
        left = round(self.scroll_offset.x)
        seen = Strip(scrolling).crop(left, left + max(0, self._room.width - self._fixed))
        return Strip([*fixed, *seen]).adjust_cell_length(self._room.width, self._style_of())

    def _draw_head(self) -> tuple[list[Segment], list[Segment]]:
        style = self._style_of("head")
        title = f"{' ' * self._letter_width} article"
        scrolling = [Segment(self._align_in_columns(_FIGURES), style)]
        for column, article in enumerate(self._articles[: self.columns]):
            here = self._style_of("head", "here") if column == self.column else style
            scrolling.append(Segment(f"{article.letter:>{_CELL - 1}}", here))
            scrolling.append(Segment(" ", style))
        return [Segment(_fit(title, self._fixed), style)], scrolling

    def _draw_row(self, row: int) -> tuple[list[Segment], list[Segment]]:
        article, style = self._articles[row], self._style_of()
        here = self._style_of("here") if row == self.row and self.columns else style
        fixed = [
            Segment(f"{article.letter:<{self._letter_width}}", here),
            Segment(f" {_fit(self._cut_name(row), self._name_width)}", style),
            Segment(_EARLIEST if article.is_earliest else " ", style),
        ]
        scrolling = [Segment(self._align_in_columns(self._figures[row]), style)]
        for column in range(self.columns):
            scrolling += self._draw_cell(row, column)
        return fixed, scrolling

    def _cut_name(self, row: int) -> str:
        return self._cutter.cut(self._names[row], self._name_width)

    def _draw_cell(self, row: int, column: int) -> list[Segment]:
        share = self._shares[row][column]
        strength = share.strength if row != column else 0
        names = ["itself"] if row == column else [f"shade-{strength}"] if strength else []
        block = Segment(_SHADES[strength], self._style_of(*names, "block"))
        if (row, column) == (self.row, self.column):
            names.append("cursor" if self.has_focus else "cursor-resting")
        return [block, Segment(f"{share.figure:>{_CELL - 2}} ", self._style_of(*names))]

    def _align_in_columns(self, figures: Sequence[str]) -> str:
        """Return figures in their columns, the date to the left, with a blank after each."""
        date, *others = zip(figures, self._widths, strict=True)
        cells = [_fit(*date), *(figure.rjust(width) for figure, width in others)]
        return f"{' '.join(cells)} "

    def _style_of(self, ground: str = "", *over: str) -> Style:
        """Return a component's style, or that of plain text, with those of others laid over it."""
        style = self.get_component_rich_style(f"matrix--{ground}") if ground else self.rich_style
        for name in over:
            style += self.get_component_rich_style(f"matrix--{name}", partial=True)
        return style


def _list_figures(article: ArticleFigures) -> tuple[str, ...]:
    shares = article.shared, article.only_here, article.repeats
    return article.date, str(article.words), *(share.figure for share in shares)


def _fit(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells; where some of it is left out, `…` says so."""
    return Content(text).truncate(width, ellipsis=True, pad=True).plain


def _scroll(at: int, start: int, length: int, room: int) -> int:
    """Return where to scroll from `at` so that `start` and what follows is in `room`."""
    return start if start < at else max(at, start + length - room)
