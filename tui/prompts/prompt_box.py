"""What a prompt consists of: at the foot of the screen, so that what it is about stays in sight."""

from __future__ import annotations

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
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
    """Stands at the foot of a prompt's screen, under a line that says what it asks, and of what.

    The screen below stays as it is, but for what would lie under the box: that ends above it.
    """

    def __init__(
        self,
        title: str,
        about: About | None = None,
        *,
        covers_keys_only: bool = False,
        classes: str = "",
    ) -> None:
        """Make one; `covers_keys_only` where only the row of keys lies under it."""
        super().__init__(id="prompt", classes=classes)
        self._title = reveal_line(title)
        self._about = about
        self._covers_keys_only = covers_keys_only
        self._room: tuple[int, Size] | None = None
        """The rows for which room was made, and the size of the screen then."""

    def on_mount(self) -> None:
        """Let the screen below be seen."""
        self.screen.add_class("-docked")

    def on_resize(self) -> None:
        """Fit the title, and make room."""
        title = self._title
        room = self.outer_size.width - _AROUND_TITLE - len(title) - len(_BETWEEN)
        if self._about is not None and room > 0:
            title += f"{_BETWEEN}{self._about.fit(room)}"
        self.border_title = Content(f" {title} ")  # a string would be markup
        self.call_after_refresh(self._make_room)

    def _make_room(self) -> None:
        screen, rows = self.screen, self.outer_size.height
        if self._room == (rows, screen.size):
            return
        self._room = rows, screen.size
        for rack in screen.query(ToastRack):
            rack.styles.margin = (0, 0, max(rows, _OF_STATUS), 0)
        stack = self.app.screen_stack
        below = stack[stack.index(screen) - 1] if screen in stack else None
        has_ended = isinstance(screen, TypingScreen) and screen.has_ended
        if isinstance(below, CommandScreen) and not (self._covers_keys_only or has_ended):
            below.end_above(rows)
