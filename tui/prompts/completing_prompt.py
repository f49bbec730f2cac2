"""Asking for a line that may be completed from a list."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from storage.wording.terminal_text import reveal_line
from tui.base.configured_app import ConfiguredApp
from tui.base.typing_screen import TypingScreen
from tui.prompts.choices import Choice, Choices
from tui.prompts.completing_field import CompletingField
from tui.widgets.line_input import LineInput


class CompletingPrompt(TypingScreen):
    """Asks for a line, and stays open, with the reason, if that cannot be accepted.

    What is highlighted is what the line means: half a name is the best match for it, and a new one
    only where its row is chosen. The answer tells whether something was accepted.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["line_prompt.tcss", "completing_prompt.tcss"]
    app = getters.app(ConfiguredApp)
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(self, title: str, field: CompletingField, noun: str) -> None:
        """Make a prompt for names of what `noun` says."""
        super().__init__()
        self._title = title
        self._noun = noun
        self.field = field
        field.meanings = {
            "tab": self.take_choice,
            "down": partial(self._choose, 1),
            "up": partial(self._choose, -1),
        }
        self._choices = Choices()
        self._offered_for: str | None = None
        """The line that the choices are for; None before there are any."""

    # What the line means

    @abstractmethod
    def suggest(self, line: str) -> Choices:
        """Return what the line may be completed to."""

    @abstractmethod
    def complete(self, line: str, name: str, /) -> str:
        """Return the line with a name taken."""

    @abstractmethod
    def accept(self, line: str) -> None:
        """Do what was asked; `CopydeskError` where that cannot be."""

    @abstractmethod
    def compose_hint(self) -> str:
        """Return what to say under the line."""

    # The screen

    def compose(self) -> ComposeResult:
        """Show the line over what it may be completed to."""
        with Vertical(id="prompt") as box:
            box.border_title = self._title
            yield self.field
            yield OptionList(id="prompt--offered", compact=True, markup=False)
            yield Static(Content(self.compose_hint()), id="prompt--hint")

    def on_mount(self) -> None:
        """Offer what is likeliest."""
        self._listing.can_focus = False
        self._offer()

    def write(self, text: str) -> None:
        """Insert `text` at the cursor, up to a line break, which ends the writing."""
        self.write_line(self.field, text)

    @property
    def _listing(self) -> OptionList:
        return self.query_one("#prompt--offered", OptionList)

    # Completing

    @property
    def chosen(self) -> Choice | None:
        """The choice that is highlighted: what the line means as it now is."""
        self._offer()
        at = self._listing.highlighted
        return None if at is None else self._choices.rows[at]

    @on(LineInput.Changed)
    def _offer(self) -> None:
        """Offer what the line may mean, unless it is that already."""
        line = self.field.meant
        if line == self._offered_for:
            return
        self._offered_for = line
        self._choices = self.suggest(line)
        self._listing.clear_options()
        self._listing.add_options([self.draw(one) for one in self._choices.rows])
        self._listing.display = bool(self._choices.rows)
        self._listing.highlighted = self._choices.first

    def draw(self, choice: Choice) -> Content:
        """Return how a choice is shown."""
        name = reveal_line(choice.name)
        return Content(f"+ new {self._noun} “{name}”" if choice.is_new else name)

    def _choose(self, direction: int) -> bool:
        """Highlight another choice."""
        self._offer()
        count = len(self._choices.rows)
        if count:
            at = self._listing.highlighted
            first = 0 if direction > 0 else count - 1
            self._listing.highlighted = first if at is None else (at + direction) % count
        return True

    def take_choice(self) -> bool:
        """Complete the line by the choice that is highlighted, else by the first one."""
        chosen = self.chosen
        if chosen is None and self._choices.rows:
            chosen = self._choices.rows[0]
        if chosen is not None:
            self._take(chosen)
        return True

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        self._take(self._choices.rows[event.option_index])

    def _take(self, choice: Choice) -> None:
        self.field.value = self.complete(self.field.meant, choice.name)
        self.field.cursor_position = len(self.field.value)
        self.field.focus()

    # Its end

    def on_input_submitted(self) -> None:
        """Do what was asked with the choice that is highlighted, else with the line as it is."""
        chosen, line = self.chosen, self.field.meant
        self.save(line if chosen is None else self.complete(line, chosen.name))

    def save(self, line: str) -> None:
        """Try to do what was asked."""
        self.try_to(partial(self.accept, line), self.query_one("#prompt--hint", Static))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)
