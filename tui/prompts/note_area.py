"""The text area of the note editor."""

from __future__ import annotations

import asyncio

from textual import events, getters
from textual.message import Message
from textual.widgets import TextArea  # noqa: TID251
from textual.widgets.text_area import Edit, EditResult, Selection

from storage.wording.terminal_text import reveal_text
from tui.base.configured_app import ConfiguredApp

_SIGNS = {"ctrl+j": "\n", "enter": "\n", "tab": "\t"}
"""Keys that a terminal cannot tell from a line break or a tab, and what these are in a text."""
_ENDING = ("save", "leave", "editor")
"""What keys do to all that was written, and so come in their turn behind it."""
_MOMENT = 0.02
"""Seconds that a terminal has for passing on more of what it sent at once; nobody types so fast."""


class NoteArea(TextArea):
    """Tells of the keys that end the writing, in their turn among the keys that write.

    A binding would be looked up when the key arrives, before the letters typed just ahead of it
    are in the text, and they would be lost.

    A terminal without bracketed paste sends what is pasted as keys, its line breaks and tabs as the
    keys that have their codes. Where text comes behind such a key at once, it is taken for that.
    """

    app = getters.app(ConfiguredApp)

    class SaveAsked(Message):
        """The text is to be saved; until it is known how that went, nothing can be typed."""

    class LeaveAsked(Message):
        """The editor is to be left."""

    class EditorAsked(Message):
        """The text is to be written in the user's own editor."""

    class WentRound(Message):
        """Has gone the way that keys go, behind all that were typed by then."""

        def __init__(self, wait: int, *, is_last: bool) -> None:
            super().__init__()
            self.wait = wait
            """The number of the wait that it ends."""
            self.is_last = is_last
            """Whether what it was waited for would have come by now."""

    def __init__(self, text: str) -> None:
        self._put_in = text
        self._held: list[str] = []
        """Keys of which it is not known yet whether they were pressed or pasted."""
        self._waits = 0
        """How often it was waited to know that."""
        self._follows_break = False
        """Whether the key before was a line break that stands in the text."""
        self._shown = _reveal(text)
        super().__init__(self._shown, soft_wrap=True, show_line_numbers=False)

    @property
    def meant(self) -> str:
        """What stands in the area, as it was put in where nobody touched it."""
        return self._put_in if self.text == self._shown else self.text

    def edit(self, edit: Edit) -> EditResult:
        """Change the text: every key and every paste comes by here."""
        edit.text = _reveal(edit.text)
        return super().edit(edit)

    def undo(self) -> None:
        """Take back the last changes."""
        if self.history.undo_stack:
            self._lift_cursor()
        super().undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.history.redo_stack:
            self._lift_cursor()
        super().redo()

    def _lift_cursor(self) -> None:
        """Leave the line of the cursor, which the text may be about to lose.

        Textual scrolls to the cursor before it puts it where it was, and fails if there is no such
        line any more.
        """
        self.set_reactive(TextArea.selection, Selection.cursor((0, 0)))

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        follows_break, self._follows_break = self._follows_break, event.key == "enter"
        sign = _SIGNS.get(event.key)
        if self._held and (sign or event.is_printable):
            self._follows_break = follows_break
            if self._means_something(event.key):
                self._hold(event)
                return
            self._write_held()
            self._follows_break = event.key == "enter"
        if not self._means_something(event.key):
            if event.key == "ctrl+j":
                self._swallow(event)
                self._write("\n")
            return
        if sign:
            self._follows_break = follows_break
            self._hold(event)
            return
        self._swallow(event)
        self._held.clear()
        self._act(event.key)

    def _means_something(self, key: str) -> bool:
        return key == "tab" or any(self._means(action, key) for action in _ENDING)

    def _means(self, action: str, key: str) -> bool:
        return key in self.app.configuration.keymap.find_row("note editor", action).names

    def _hold(self, event: events.Key) -> None:
        """Wait with a key until it is known whether more text comes behind it at once."""
        self._swallow(event)
        self._held.append(event.key)
        if len(self._held) == 1:
            self._waits += 1
            self._go_round(self._waits, is_last=False)

    def _go_round(self, wait: int, *, is_last: bool) -> None:
        # What was typed by now is in the app's queue, and comes here before this does.
        self.app.call_later(self.post_message, self.WentRound(wait, is_last=is_last))

    async def _on_note_area_went_round(self, event: WentRound) -> None:
        if not self._held or event.wait != self._waits:
            return
        if not event.is_last:
            # The thread that reads the terminal passes keys on one by one, and needs a moment.
            await asyncio.sleep(_MOMENT)
            self._go_round(event.wait, is_last=True)
            return
        held, self._held = self._held, []
        for key in dict.fromkeys(held):
            self._act(key)

    def _act(self, key: str) -> None:
        """Do what a key means."""
        if key == "tab":
            self.screen.focus_next()
        elif self._means("save", key):
            self.read_only = True
            self.post_message(self.SaveAsked())
        elif self._means("editor", key):
            self.post_message(self.EditorAsked())
        else:
            self.post_message(self.LeaveAsked())

    def _write_held(self) -> None:
        """Write the keys that were held as what they are in a text that is pasted."""
        held, self._held = self._held, []
        self._write("".join(_SIGNS[key] for key in held))

    def _write(self, text: str) -> None:
        """Insert text at the cursor; of a break behind a break that is one in Windows, nothing."""
        if self._follows_break:
            text = text.removeprefix("\n")
        self._follows_break = False
        self.replace(text, *self.selection, maintain_selection_offset=False)

    def _swallow(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()


def _reveal(text: str) -> str:
    """Return `text` as it is shown: its lines end as those of the area do."""
    return reveal_text(text.replace("\r\n", "\n").replace("\r", "\n"))
