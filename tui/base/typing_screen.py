"""Screens to write in, and what was typed before they were there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from textual import events, getters
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static  # noqa: TID251  # of whatever kind

from storage.errors import CopydeskError
from tui.base.configured_app import ConfiguredApp
from tui.base.dismiss_once import DismissOnceScreen


class TypingScreen(DismissOnceScreen[bool], ModalScreen[bool]):
    """Takes over what was typed while it was opening.

    A fast typist, a slow line or a script types ahead of the screen; those keys still arrive at
    the screen before, which passes them on. None is lost.
    """

    app = getters.app(ConfiguredApp)
    enter_is_text = True
    """Whether `enter` is a line break, or else ends the writing."""

    def __init__(self) -> None:
        super().__init__()
        self._ahead = ""

    @abstractmethod
    def write(self, text: str) -> None:
        """Insert `text` as if it were typed."""

    def write_line(self, field: Input, text: str) -> None:
        """Insert `text` into a field of one line, up to a line break, which submits it."""
        line, enter, _ = text.partition("\n")
        field.insert_text_at_cursor(line)
        if enter:
            self.call_later(field.action_submit)

    def try_to(self, accept: Callable[[], None], hint: Static) -> None:
        """Do what was asked, and close; where that fails, stay open with the reason as hint."""
        if self.has_ended:
            return
        try:
            accept()
        except CopydeskError as error:
            hint.add_class("-failed")
            hint.update(Content(self.app.reach.tell(str(error))))
        else:
            self.dismiss(True)

    def say_again(self, hint: Static, text: str) -> None:
        """Put the hint back, once what failed is being put right."""
        if hint.has_class("-failed"):
            hint.remove_class("-failed")
            hint.update(Content(text))

    def on_mount(self) -> None:
        """Write what was typed ahead."""
        ahead, self._ahead = self._ahead, ""
        if ahead:
            self.write(ahead)

    def take(self, event: events.Key) -> None:
        """Take over a key that came to the screen before."""
        text = event.character if event.is_printable else None
        if event.key == "enter" and (self.enter_is_text or not self.is_mounted):
            text = "\n"
        if text is None:
            return
        if self.is_mounted:
            self.write(text)
        else:
            self._ahead += text
