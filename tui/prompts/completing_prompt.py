"""Asking for a line that may be completed from a list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.base.typing_screen import TypingScreen
from tui.keys.names import parse_key
from tui.prompts.about import About
from tui.prompts.choices import Choice, Choices
from tui.prompts.keyed_field import KeyedField
from tui.prompts.prompt_box import PromptBox
from tui.widgets.line_input import LineInput

_OF_SCREEN = 4
"""The rows take this part of it, so that the text above stays to be read."""
_OF_SCREEN_TOLD = 8
"""What is said of the choice that is highlighted takes this part of it."""
_AROUND = 3
"""Cells beside the rows: room on both sides, and a scroll bar."""


class CompletingPrompt(TypingScreen):
    """Asks for a line, and stays open, with the reason, if that cannot be accepted.

    What is highlighted is what the line means: half a name is the best match for it, and a new one
    only where its row is chosen. The answer tells whether something was accepted.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["prompt_box.tcss", "completing_prompt.tcss"]
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "leave")]

    def __init__(
        self, title: str, field: KeyedField, about: About | None, *, may_create: bool
    ) -> None:
        """Make a prompt; where it `may_create` what is named, a row for that is offered."""
        super().__init__()
        self.may_create = may_create
        self._box = PromptBox(title, about)
        self.field = field
        field.meanings = {
            "tab": self.take_choice,
            "down": partial(self._choose, 1),
            "up": partial(self._choose, -1),
            "enter": self._submit,
        }
        self._choices = Choices()
        self._most = 0
        """How many choices there will ever be at once."""
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

    def tell_about(self, choice: Choice, /) -> list[str]:  # noqa: ARG002 (others tell something)
        """Return what to say of the choice that is highlighted, a line each."""
        return []

    def count_told(self) -> int:
        """Return how many lines `tell_about` ever returns."""
        return 0

    @abstractmethod
    def compose_hint(self) -> str:
        """Return what to say under the line."""

    # The screen

    def compose(self) -> ComposeResult:
        """Show the line over what it may be completed to."""
        with self._box:
            yield self.field
            yield OptionList(id="prompt--offered", compact=True, markup=False)
            yield Static(id="prompt--about")
            yield Static(Content(self.compose_hint()), id="prompt--hint")

    def on_mount(self) -> None:
        """Offer what is likeliest; the list is as high as it will ever be."""
        self._listing.can_focus = False
        self._offer()
        has_new = any(choice.is_new for choice in self._choices.rows)
        self._most = len(self._choices.rows) + (self.may_create and not has_new)
        self._fit()

    def on_resize(self) -> None:
        """Draw the choices for the new size."""
        self._fit()
        self._show_choices(self._listing.highlighted)

    def _fit(self) -> None:
        height = self.app.size.height
        self._listing.styles.height = min(self._most, height // _OF_SCREEN)
        # As high as it will ever be, too: nothing moves while choices are gone through.
        rows = min(self.count_told(), height // _OF_SCREEN_TOLD)
        self._told.styles.height = rows
        self._told.display = bool(rows)

    def write(self, text: str) -> None:
        """Type `text` into the line, which knows what its keys mean."""
        for character in text:
            key = "enter" if character == "\n" else parse_key(character) or character
            self.field.post_message(events.Key(key, character))

    @property
    def _listing(self) -> OptionList:
        return self.query_one("#prompt--offered", OptionList)

    @property
    def _hint_line(self) -> Static:
        return self.query_one("#prompt--hint", Static)

    @property
    def _told(self) -> Static:
        return self.query_one("#prompt--about", Static)

    @on(OptionList.OptionHighlighted)
    def _tell_about(self) -> None:
        at = self._listing.highlighted
        there = at is not None and at < len(self._choices.rows)
        lines = self.tell_about(self._choices.rows[at]) if there and at is not None else []
        self._told.update(Content("\n".join(lines)), layout=False)

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
        self._show_choices(self._choices.first)
        self.say_again(self._hint_line, self.compose_hint())

    def _show_choices(self, highlighted: int | None) -> None:
        self._listing.clear_options()
        self._listing.add_options(self.draw(self._choices.rows, self.app.size.width - _AROUND))
        self._listing.highlighted = highlighted

    @abstractmethod
    def draw(self, choices: Sequence[Choice], width: int, /) -> Sequence[Text]:
        """Return how choices are shown, in at most `width` cells each."""

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

    def _submit(self) -> bool:
        """Do what was asked with the choice that is highlighted, else with the line as it is."""
        chosen, line = self.chosen, self.field.meant
        self.save(line if chosen is None else self.complete(line, chosen.name))
        return True

    def save(self, line: str) -> None:
        """Try to do what was asked."""
        self.try_to(partial(self.accept, line), self._hint_line)

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)
