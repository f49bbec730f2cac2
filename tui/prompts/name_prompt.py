"""Asking for a name, with those that there are to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.prompts.completing_prompt import CompletingPrompt
from tui.prompts.tag_completion import rank_names
from tui.widgets.line_input import LineInput


class NamePrompt(CompletingPrompt):
    """Asks for one name and hands it to `accept`; one chosen with the arrows is taken at once."""

    def __init__(
        self, title: str, hint: str, names: Sequence[str], accept: Callable[[str], None]
    ) -> None:
        super().__init__(title, LineInput(select_on_focus=False, compact=True))
        self._hint = hint
        self._names = names
        self._accept = accept

    def suggest(self, line: str) -> Sequence[str]:
        """Return the names that may be meant."""
        return rank_names(line.strip(), self._names)

    def complete(self, _line: str, offered: str) -> str:
        """Return the name that was chosen."""
        return offered

    def accept(self, line: str) -> None:
        """Hand the name over."""
        self._accept(line.strip())

    def compose_hint(self) -> str:
        """Return the hint."""
        return self._hint

    def on_input_submitted(self) -> None:
        """Take the name that was chosen with the arrows, else what is written."""
        self.save(self.chosen or self.field.meant)
