"""Asking for a name, with those that there are to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text

from storage.wording.terminal_text import reveal_line
from tui.prompts.about import About
from tui.prompts.choices import Choice, Choices, list_choices
from tui.prompts.completing_prompt import CompletingPrompt
from tui.prompts.keyed_field import KeyedField

CHOOSE = "Tab complete · ↑↓ choose · Enter"
"""The keys of a prompt for one name, to be ended by what `enter` does."""


class NamePrompt(CompletingPrompt):
    """Asks for the name of what `noun` says, and hands it to `accept`.

    A `proposed` new name is taken where nothing is written; without one no new name is.
    """

    def __init__(
        self,
        title: str,
        hint: str,
        noun: str,
        names: Sequence[str],
        accept: Callable[[str], None],
        proposed: str | None = None,
        about: About | None = None,
    ) -> None:
        super().__init__(title, KeyedField(), about, may_create=proposed is not None)
        self._noun = noun
        self._hint = hint
        self._names = names
        self._accept = accept
        self._proposed = proposed

    def suggest(self, line: str) -> Choices:
        """Return the names that may be meant."""
        begun = line.strip()
        choices = list_choices(begun, self._names, may_create=self.may_create)
        if begun or not self._proposed or self._proposed in self._names:
            return choices
        return Choices((Choice(self._proposed, is_new=True), *choices.rows), 0)

    def complete(self, _line: str, name: str) -> str:
        """Return the name that was chosen."""
        return name

    def accept(self, line: str) -> None:
        """Hand the name over."""
        self._accept(line.strip())

    def draw(self, choices: Sequence[Choice], width: int) -> Sequence[Text]:
        """Return the names, cut where they are wider than `width`."""
        rows = []
        for choice in choices:
            name = reveal_line(choice.name)
            row = Text(f"+ new {self._noun} “{name}”" if choice.is_new else name)
            row.truncate(width, overflow="ellipsis")
            rows.append(row)
        return rows

    def compose_hint(self) -> str:
        """Return the hint."""
        return self._hint
