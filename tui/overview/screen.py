"""The overview of a story: its articles against each other, and all their passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import DataTable, Static

from storage.comparing import ComparedStory
from storage.library import Library
from tui.base.command_screen import CommandScreen
from tui.keys.bindings import bind_screen
from tui.keys.table import Where
from tui.overview.article_matrix import ArticleMatrix
from tui.overview.figures import Choice, ChosenGroup, ChosenPair, OverviewFigures
from tui.overview.passage_list import PassageList, PassageRow
from tui.widgets.key_line import KeyLine
from tui.widgets.list_table import ListTable

_COLUMNS = ("no.", "kind", "words", "articles", "place")
"""Before the last one, which shows how a passage begins."""
_NUMBER = 5
"""Cells of a number in a table."""
_NARROWEST = 16


class OverviewScreen(CommandScreen):
    """A matrix of the articles over the list of passages.

    It is dismissed with a `Choice` where a pair or a passage was chosen, else with None.
    """

    CSS_PATH = "screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bind_screen("overview")
    place: ClassVar[Where] = "overview"

    def __init__(self, library: Library, compared: ComparedStory) -> None:
        super().__init__(library)
        self._overview = OverviewFigures(compared)
        self._passages = PassageList(compared)

    def compose(self) -> ComposeResult:
        """Put the articles over the passages."""
        with Vertical(id="articles"):
            yield Static(Content(self._articles_head), classes="overview--head")
            yield ArticleMatrix(self._overview)
            yield Static(id="cell", classes="overview--line")
            yield Static(Content(self._overview.dates), id="dates", classes="overview--line")
        with Vertical(id="passages"):
            yield Static(id="passages-head", classes="overview--head")
            yield Static(Content(self._no_passage), id="no-passage", classes="overview--line")
            yield ListTable(cursor_type="row", zebra_stripes=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the matrix, or in the list where there are no pairs."""
        self._list.add_columns(*_COLUMNS)
        self._list.add_column("begins", width=_NARROWEST)
        self._list.display = self._has_passages
        self.query_one("#no-passage").display = not self._has_passages
        self.query_one("#dates").display = bool(self._overview.dates)
        self._show_cell()
        if self._matrix.columns:
            self._matrix.focus()
        elif self._has_passages:
            self._list.focus()

    def on_resize(self) -> None:
        """Cut the passages for the new width."""
        self._show_passages()

    def reload(self) -> None:
        """Stay as it is: nothing that this screen does changes the library."""

    def snapshot(self) -> object:
        """Return nothing: nothing of the library is changed from here."""
        return None

    def action_undo(self) -> None:
        """Say where changes are taken back: these figures would not follow."""
        self.tell("Changes are taken back in the texts; o goes there.")

    def action_redo(self) -> None:
        """Say where changes are done again."""
        self.action_undo()

    # Showing

    @property
    def _matrix(self) -> ArticleMatrix:
        return self.query_one(ArticleMatrix)

    @property
    def _list(self) -> ListTable:
        return self.query_one(ListTable)

    @property
    def _has_passages(self) -> bool:
        return bool(self._passages.rows)

    @property
    def _articles_head(self) -> str:
        count = len(self._overview.articles)
        what = " · how many words of the row also stand in the column" if count > 1 else ""
        return f"Articles · {count}{what}"

    @property
    def _no_passage(self) -> str:
        alone = len(self._overview.articles) == 1
        return "It repeats no passage." if alone else "These articles share no passage."

    @on(ArticleMatrix.Moved)
    def _show_cell(self) -> None:
        matrix = self._matrix
        line = "There is only one article here, and nothing to compare it with."
        if matrix.columns:
            line = self._overview.describe_cell(matrix.row, matrix.column)
        self.query_one("#cell", Static).update(Content(line), layout=False)

    def _show_passages(self) -> None:
        """Fill the list in its present order."""
        rows = self._passages.rows
        order = f" · by {self._passages.order}" if rows else ""
        head = Content(f"Passages · {len(rows)}{order}")
        self.query_one("#passages-head", Static).update(head, layout=False)
        room = max(_NARROWEST, self.size.width - self._measure_columns(rows))
        # A column whose width is left to the table grows with its rows and never shrinks.
        self._list.ordered_columns[-1].width = room
        self._list.fill([(str(row.group.id), _cells_of(row, room)) for row in rows])

    def _measure_columns(self, rows: Sequence[PassageRow]) -> int:
        """Return the cells that all columns but the last take, with the blanks between them."""
        texts = [(row.kinds, row.articles, row.place) for row in rows]
        heads = _COLUMNS[1], _COLUMNS[3], _COLUMNS[4]
        widths = [max(map(cell_len, column)) for column in zip(heads, *texts, strict=True)]
        blanks = 2 * self._list.cell_padding * (len(_COLUMNS) + 1)
        return sum(widths) + 2 * _NUMBER + blanks + self._list.styles.scrollbar_size_vertical

    # Choosing

    @on(DataTable.RowSelected)
    @on(ArticleMatrix.Chosen)
    def action_choose(self) -> None:
        """Leave for the pair of the cell, or for the passage of the row."""
        choice: Choice
        if self._list.has_focus:
            chosen = self._list.chosen
            found = (row.group for row in self._passages.rows if str(row.group.id) == chosen)
            choice = ChosenGroup(next(found))
        elif self._matrix.columns:
            choice = ChosenPair(self._matrix.row, self._matrix.column)
        else:
            return
        self.dismiss(choice)

    def action_left(self) -> None:
        """Go a column to the left in the matrix."""
        self._step(-1)

    def action_right(self) -> None:
        """Go a column to the right in the matrix."""
        self._step(1)

    def _step(self, columns: int) -> None:
        if self._matrix.has_focus:
            self._matrix.action_step(0, columns)

    def action_other_part(self) -> None:
        """Go to the list, or back to the matrix."""
        if self._matrix.has_focus and self._has_passages:
            self._list.focus()
        elif self._matrix.columns:
            self._matrix.focus()

    def action_sort(self) -> None:
        """Sort the passages by the next of the orders, and go to the first of them."""
        self._passages.next_order()
        self._show_passages()
        self._list.move_cursor(row=0)


def _cells_of(row: PassageRow, room: int) -> tuple[str | int, ...]:
    opening = Content(row.opening).truncate(room, ellipsis=True).plain
    return row.number, row.kinds, row.words, row.articles, row.place, opening
