"""Searching: one line at the foot, which finds while it is written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.base.typing_screen import TypingScreen
from tui.prompts.keyed_field import KeyedField
from tui.prompts.prompt_box import PromptBox

_KEYS = "↑↓ choose · Enter go · Esc back"


class SearchPrompt(TypingScreen):
    """Hands the line to `look` whenever it has changed; the answer tells whether to stay there.

    `look` and `step`, which goes to the next (1) or previous (-1) match, return what to say of
    where that is. What is nowhere keeps the prompt open.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["prompt_box.tcss", "search_prompt.tcss"]
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(
        self,
        value: str,
        look: Callable[[str], str],
        step: Callable[[int], str],
        is_found: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._begun = value
        self._look = look
        self._step = step
        self._is_found = is_found
        self._looked_for: str | None = None
        """The line as it was searched for last; None at first."""
        self._field = KeyedField(value)
        self._field.meanings = {"down": partial(self._go, 1), "up": partial(self._go, -1)}
        self._said = Static(Content(_KEYS), id="search--said")

    def compose(self) -> ComposeResult:
        """Put what is said behind the line."""
        with PromptBox("", covers_keys_only=True, classes="-line"):
            yield Static("/", id="search--sign")
            yield self._field
            yield self._said

    def on_mount(self) -> None:
        """Let the first letter replace what was searched for before."""
        self._field.select_all()

    def write(self, text: str) -> None:
        """Insert `text` in place of what is selected, up to a line break, which ends the search."""
        if not self._field.selection.is_empty:
            self._field.delete_selection()
        self.write_line(self._field, text)

    # While it is written

    @on(KeyedField.Changed)
    def _on_changed(self) -> None:
        if self._looked_for is not None or self._field.meant != self._begun:
            self._find()

    def _find(self) -> None:
        """Search for the line, unless that was done."""
        line = self._field.meant
        if line != self._looked_for and not self.has_ended:
            self._looked_for = line
            self._say(self._look(line))

    def _go(self, direction: int) -> bool:
        self._find()
        self._say(self._step(direction))
        return True

    def _say(self, where: str) -> None:
        keys = _KEYS if self._is_found() else "Esc back"
        self._said.update(Content(f"{where} · {keys}" if where else keys))

    # Its end

    def on_input_submitted(self) -> None:
        """Stay at what was found; nothing written ends the search."""
        self._find()
        if self._is_found() or not self._field.meant.strip():
            self.dismiss(True)

    def action_leave(self) -> None:
        """Go back to where one was."""
        self.dismiss(False)
