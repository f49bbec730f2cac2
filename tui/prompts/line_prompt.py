"""Asking for one line: a path, what to look for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.base.typing_screen import TypingScreen
from tui.prompts.about import About
from tui.prompts.prompt_box import PromptBox
from tui.widgets.line_input import LineInput


class LinePrompt(TypingScreen):
    """Asks for a line and hands it to `accept`; stays open, with the reason, if that fails.

    The answer tells whether something was accepted.
    """

    CSS_PATH = "prompt_box.tcss"
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(
        self,
        title: str,
        hint: str,
        value: str,
        accept: Callable[[str], None],
        about: About | None = None,
    ) -> None:
        super().__init__()
        self._box = PromptBox(title, about)
        self._hint = hint
        self._value = value
        self._accept = accept

    def compose(self) -> ComposeResult:
        """Show the line between its title and a hint."""
        with self._box:
            yield LineInput(self._value, select_on_focus=False, compact=True)
            yield Static(Content(self._hint), id="prompt--hint")

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        self.write_line(self.query_one(LineInput), text)

    def on_input_submitted(self) -> None:
        """Try to do what was asked."""
        accept = partial(self._accept, self.query_one(LineInput).meant)
        self.try_to(accept, self.query_one("#prompt--hint", Static))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)
