"""Asking for one line: a path, what to look for."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from storage.errors import CopydeskError
from tui.screens.writing import WritingScreen


class LinePrompt(WritingScreen):
    """Asks for a line and hands it to `accept`; stays open, with the reason, if that fails.

    The answer tells whether something was accepted.
    """

    CSS_PATH = "line_prompt.tcss"
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(
        self,
        title: str,
        hint: str,
        value: str,
        accept: Callable[[str], None],
    ) -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._value = value
        self._accept = accept

    def compose(self) -> ComposeResult:
        """Show the line between its title and a hint."""
        with Vertical(id="prompt") as box:
            box.border_title = self._title
            yield Input(self._value, select_on_focus=False, compact=True)
            yield Static(Content(self._hint), id="prompt--hint")

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        line, enter, _ = text.partition("\n")
        field = self.query_one(Input)
        field.insert_text_at_cursor(line)
        if enter:
            self.call_later(field.action_submit)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try to do what was asked."""
        if self.has_ended:
            return
        try:
            self._accept(event.value)
        except CopydeskError as error:
            hint = self.query_one("#prompt--hint", Static)
            hint.add_class("-failed")
            hint.update(Content(str(error)))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)
