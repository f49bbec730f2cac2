"""Selecting text in the compare view."""

from __future__ import annotations

from typing import Literal

from tui.base.parts import Actions
from tui.compare.host import CompareHost


class Selector:
    """Begins a selection, changes it, and leaves it."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._display = screen.story_display
        self._reading = screen.reading

    @property
    def actions(self) -> Actions:
        """What its keys do, but for the one that means several things."""
        return {
            "select": self.select_characters,
            "select_sentence": self.select_sentences,
            "grow_sentence": self.grow_to_sentence,
            "grow_paragraph": self.grow_to_paragraph,
        }

    def select_characters(self) -> None:
        """Begin a selection by characters."""
        self._reading.select(by_sentence=False)
        self._display.show_cursors()

    def select_sentences(self) -> None:
        """Begin a selection by sentences."""
        self._reading.select(by_sentence=True)
        self._display.show_cursors()

    def swap_ends(self) -> None:
        """Move the other end of the selection from now on."""
        selection = self._reading.selection
        if selection is not None:
            selection.swap_ends()
            self._show_moved(selection.cursor)

    def grow_to_sentence(self) -> None:
        """Grow the selection to whole sentences."""
        self._grow("sentence")

    def grow_to_paragraph(self) -> None:
        """Grow the selection to whole paragraphs."""
        self._grow("paragraph")

    def _grow(self, unit: Literal["sentence", "paragraph"]) -> None:
        screen, selection = self._screen, self._reading.selection
        if selection is None:
            screen.tell(
                screen.spell_keys("Nothing selected. {select} or {select_sentence}: select")
            )
        else:
            selection.grow(unit)
            self._show_moved(selection.cursor)

    def _show_moved(self, cursor: int) -> None:
        self._reading.cursors[self._reading.focus] = cursor
        self._display.show_cursors()

    def drop(self) -> bool:
        """Leave everything as it was before the selection; tells whether there was one."""
        reading = self._reading
        if reading.selection is None and reading.edging is None:
            return False
        reading.drop_selection()
        self._display.keep_in_sight()
        return True
