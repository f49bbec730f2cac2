"""Selecting text in the compare view."""

from __future__ import annotations

from typing import Literal

from tui.screens.surveying import Surveying


class Selecting(Surveying):
    """The part of the compare view that selects."""

    def action_select(self) -> None:
        """Begin a selection by characters."""
        self.reading.select(by_sentence=False)
        self.show_cursors()

    def action_select_sentence(self) -> None:
        """Begin a selection by sentences."""
        self.reading.select(by_sentence=True)
        self.show_cursors()

    def action_swap_ends(self) -> None:
        """Move the other end of the selection from now on; without one, open the overview."""
        selection = self.reading.selection
        if selection is None:
            self.open_overview()
            return
        selection.swap_ends()
        self.reading.cursors[self.reading.focus] = selection.cursor
        self.show_cursors()

    def action_grow_sentence(self) -> None:
        """Grow the selection to whole sentences."""
        self._grow("sentence")

    def action_grow_paragraph(self) -> None:
        """Grow the selection to whole paragraphs."""
        self._grow("paragraph")

    def _grow(self, unit: Literal["sentence", "paragraph"]) -> None:
        selection = self.reading.selection
        if selection is None:
            self.tell(self.spelled("Nothing is selected; {select} or {select_sentence} begins."))
        else:
            selection.grow(unit)
            self.reading.cursors[self.reading.focus] = selection.cursor
            self.show_cursors()

    def drop_selection(self) -> bool:
        """Leave everything as it was before the selection; tells whether there was one."""
        reading = self.reading
        if reading.selection is None and reading.edging is None:
            return False
        reading.drop_selection()
        self.show_place()
        self.view.keep_cursor_visible()
        return True
