"""Prompts at the foot of the screen: what they are about stays in sight above them."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets._toast import ToastRack

from storage.wording.terminal_text import reveal_line
from tui.base.command_screen import CommandScreen
from tui.base.typing_screen import TypingScreen
from tui.prompts.about import About

_AROUND_TITLE = 6
"""Cells of the line over the prompt that its title cannot have."""
_BETWEEN = " · "
_OF_STATUS = 2
"""Rows at the foot that messages leave free on every screen."""


class PromptBox(Vertical):
    """What a prompt consists of, under a line that says what it asks and what it is about."""

    class Resized(Message):
        """It takes other rows of the screen."""

    def __init__(self, title: str, about: About | None = None, classes: str = "") -> None:
        super().__init__(id="prompt", classes=classes)
        self._title = reveal_line(title)
        self._about = about

    def on_resize(self) -> None:
        """Fit the title, and make room."""
        title = self._title
        room = self.outer_size.width - _AROUND_TITLE - len(title) - len(_BETWEEN)
        if self._about is not None and room > 0:
            title += f"{_BETWEEN}{self._about.fit(room)}"
        self.border_title = Content(f" {title} ")  # a string would be markup
        self.post_message(self.Resized())


class DockedPrompt(TypingScreen):
    """Leaves the screen below as it is, but for what would lie under the prompt."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "docked_prompt.tcss"

    covers_keys_only: ClassVar[bool] = False
    """Whether all that lies under it is the row of keys."""
    _room: tuple[int, Size] | None = None
    """The rows for which room was made, and the size of the screen then."""

    def on_resize(self) -> None:
        """Make room at another size of the terminal."""
        self.call_after_refresh(self._make_room)

    @on(PromptBox.Resized)
    def _make_room(self) -> None:
        rows = self.query_one(PromptBox).outer_size.height
        if self._room == (rows, self.size):
            return
        self._room = rows, self.size
        for rack in self.query(ToastRack):
            rack.styles.margin = (0, 0, max(rows, _OF_STATUS), 0)
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack else None
        makes_room = not (self.covers_keys_only or self.has_ended)
        if isinstance(below, CommandScreen) and makes_room:
            below.end_above(rows)
