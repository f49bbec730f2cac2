"""Asking for a line that may be completed from a list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
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
from tui.widgets.line_input import LineInput


class CompletingPrompt(TypingScreen):
    """Asks for a line, and stays open, with the reason, if that cannot be accepted.

    The answer tells whether something was accepted.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["line_prompt.tcss", "completing_prompt.tcss"]
    app = getters.app(ConfiguredApp)
    enter_is_text = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave"),
        Binding("tab", "take", "complete", priority=True),
        Binding("down", "choose(1)", show=False, priority=True),
        Binding("up", "choose(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, field: LineInput) -> None:
        super().__init__()
        self._title = title
        self.field = field
        self._offered: Sequence[str] = []

    # What the line means

    @abstractmethod
    def suggest(self, line: str) -> Sequence[str]:
        """Return what the line may be completed to, likeliest first."""

    @abstractmethod
    def complete(self, line: str, offered: str, /) -> str:
        """Return the line with a completion taken."""

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
    def chosen(self) -> str | None:
        """The completion that was gone to with the arrows."""
        at = self._listing.highlighted
        return None if at is None else self._offered[at]

    @on(LineInput.Changed)
    def _offer(self) -> None:
        self._offered = self.suggest(self.field.meant)
        self._listing.clear_options()
        self._listing.add_options([Content(reveal_line(one)) for one in self._offered])
        self._listing.display = bool(self._offered)
        self._listing.highlighted = None

    def action_choose(self, direction: int) -> None:
        """Go to another completion."""
        if self._offered:
            at = self._listing.highlighted
            first = 0 if direction > 0 else len(self._offered) - 1
            chosen = first if at is None else (at + direction) % len(self._offered)
            self._listing.highlighted = chosen

    def action_take(self) -> None:
        """Complete the line by the chosen completion, else by the likeliest one."""
        if self._offered:
            self._take(self.chosen or self._offered[0])

    @on(OptionList.OptionSelected)
    def _take_clicked(self, event: OptionList.OptionSelected) -> None:
        self._take(self._offered[event.option_index])

    def _take(self, offered: str) -> None:
        self.field.value = self.complete(self.field.meant, offered)
        self.field.cursor_position = len(self.field.value)
        self.field.focus()

    # Its end

    def on_input_submitted(self) -> None:
        """Take what was chosen with the arrows; without that, try to do what was asked."""
        if self.chosen is not None:
            self.action_take()
        else:
            self.save(self.field.meant)

    def save(self, line: str) -> None:
        """Try to do what was asked."""
        self.try_to(partial(self.accept, line), self.query_one("#prompt--hint", Static))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(False)
