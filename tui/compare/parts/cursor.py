"""Moving the cursor through the text in the compare view."""

from __future__ import annotations

from typing import Literal

from tui.base.parts import Actions
from tui.compare.host import CompareHost
from tui.story.page import Unit
from tui.story.story_reader import Came


class Cursor:
    """Moves by rows, characters, words and so on; a selection follows."""

    def __init__(self, screen: CompareHost) -> None:
        self._panes = screen.panes
        self._display = screen.story_display
        self._reading = screen.reading

    @property
    def actions(self) -> Actions:
        """What its keys do."""
        names = (
            *("down", "up", "page_down", "page_up", "first", "last", "left", "right"),
            *("next_word", "previous_word", "next_sentence", "previous_sentence"),
            *("next_paragraph", "previous_paragraph"),
        )
        return {name: getattr(self, name) for name in names}

    def down(self) -> None:
        """Go a row down."""
        self._move_rows(1)

    def up(self) -> None:
        """Go a row up."""
        self._move_rows(-1)

    def page_down(self) -> None:
        """Go half a screen down."""
        self._move_rows(max(1, self._panes.view.shown_rows // 2))

    def page_up(self) -> None:
        """Go half a screen up."""
        self._move_rows(-max(1, self._panes.view.shown_rows // 2))

    def first(self) -> None:
        """Go to the start of the article."""
        self._move_to(self._reading.page.first)

    def last(self) -> None:
        """Go to the end of the article."""
        self._move_to(self._reading.page.last)

    def left(self) -> None:
        """Go a character back."""
        self._move("character", "previous")

    def right(self) -> None:
        """Go a character on."""
        self._move("character", "next")

    def next_word(self) -> None:
        """Go to the next word."""
        self._move("word", "next")

    def previous_word(self) -> None:
        """Go to the start of this word, or the one before."""
        self._move("word", "previous")

    def next_sentence(self) -> None:
        """Go to the next sentence."""
        self._move("sentence", "next")

    def previous_sentence(self) -> None:
        """Go to the start of this sentence, or the one before."""
        self._move("sentence", "previous")

    def next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._move("paragraph", "next")

    def previous_paragraph(self) -> None:
        """Go to the start of this paragraph, or the one before."""
        self._move("paragraph", "previous")

    def _move_rows(self, rows: int) -> None:
        view, layout = self._panes.view, self._panes.view.layout_rows
        row = layout.find_text_row(view.cursor_row + rows, 1 if rows > 0 else -1)
        column = layout.column_of(self._reading.cursor)
        self._move_to(layout.offset_at(row, column))

    def _move(self, unit: Unit, direction: Literal["next", "previous"]) -> None:
        page = self._reading.page
        move = page.find_next if direction == "next" else page.find_previous
        came: Came = "paragraph" if unit == "paragraph" else "sentence"
        self._move_to(move(unit, self._reading.cursor), came)

    def _move_to(self, offset: int, came: Came = "sentence") -> None:
        self._reading.move_to(self._reading.focus, offset, came)
        self._display.keep_in_sight()
