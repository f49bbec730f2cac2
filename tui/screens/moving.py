"""Moving the cursor through the text in the compare view."""

from __future__ import annotations

from typing import Literal

from tui.page import Unit
from tui.screens.reading_screen import ReadingScreen


class Moving(ReadingScreen):
    """The part of the compare view that moves by rows, characters, words and so on."""

    def _move_rows(self, rows: int) -> None:
        view, layout = self.view, self.view.layout_rows
        row = layout.nearest_text_row(view.cursor_row + rows, 1 if rows > 0 else -1)
        column = layout.column_of(self.reading.cursor)
        self._move_to(layout.offset_at(row, column))

    def _move_to(self, offset: int) -> None:
        self.reading.move_to(self.reading.focus, offset)
        self.show_place()
        self.view.keep_cursor_visible()

    def _move(self, unit: Unit, direction: Literal["next", "previous"]) -> None:
        page = self.reading.page
        move = page.next if direction == "next" else page.previous
        self._move_to(move(unit, self.reading.cursor))

    def action_down(self) -> None:
        """Go a row down."""
        self._move_rows(1)

    def action_up(self) -> None:
        """Go a row up."""
        self._move_rows(-1)

    def action_page_down(self) -> None:
        """Go half a screen down."""
        self._move_rows(max(1, self.view.shown_rows // 2))

    def action_page_up(self) -> None:
        """Go half a screen up."""
        self._move_rows(-max(1, self.view.shown_rows // 2))

    def action_first(self) -> None:
        """Go to the start of the article."""
        self._move_to(self.reading.page.first)

    def action_last(self) -> None:
        """Go to the end of the article."""
        self._move_to(self.reading.page.last)

    def action_left(self) -> None:
        """Go a character back."""
        self._move("character", "previous")

    def action_right(self) -> None:
        """Go a character on."""
        self._move("character", "next")

    def action_next_word(self) -> None:
        """Go to the next word."""
        self._move("word", "next")

    def action_previous_word(self) -> None:
        """Go to the start of this word, or the one before."""
        self._move("word", "previous")

    def action_next_sentence(self) -> None:
        """Go to the next sentence."""
        self._move("sentence", "next")

    def action_previous_sentence(self) -> None:
        """Go to the start of this sentence, or the one before."""
        self._move("sentence", "previous")

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._move("paragraph", "next")

    def action_previous_paragraph(self) -> None:
        """Go to the start of this paragraph, or the one before."""
        self._move("paragraph", "previous")
