"""A table to choose a row from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widgets import DataTable

from storage.wording.terminal_text import reveal_line
from tui.keys.bindings import bind_movement


class ListTable(DataTable[Text], inherit_bindings=False):
    """A table of rows with the movement keys; `enter` and `space` are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bind_movement(
        down="cursor_down",
        up="cursor_up",
        first="scroll_top",
        last="scroll_bottom",
        page_down="page_down",
        page_up="page_up",
    )

    def fill(self, rows: Sequence[tuple[str, Sequence[str | int | Text]]]) -> None:
        """Show these rows, each with its key; the cursor stays on its row."""
        row = self.cursor_row
        self.clear()
        for key, cells in rows:
            self.add_row(*(_make_cell(cell) for cell in cells), key=key)
        self.move_cursor(row=min(row, max(0, len(rows) - 1)))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.row_count:
            self.move_cursor(row=self.cursor_row)

    @property
    def chosen(self) -> str | None:
        """The key of the row that the cursor is on."""
        if not self.row_count:
            return None
        return self.coordinate_to_cell_key(self.cursor_coordinate).row_key.value


def _make_cell(value: str | int | Text) -> Text:
    if isinstance(value, Text):
        return value
    return Text(str(value).rjust(5) if isinstance(value, int) else reveal_line(value) or " ")
