"""The text area of the note editor."""

from __future__ import annotations

from textual import events, getters
from textual.message import Message
from textual.widgets import TextArea

from tui.base.configured_app import ConfiguredApp


class NoteArea(TextArea):
    """Tells of the keys that end the writing, in their turn among the keys that write.

    A binding would be looked up when the key arrives, before the letters typed just ahead of it
    are in the text, and they would be lost.
    """

    app = getters.app(ConfiguredApp)

    class SaveAsked(Message):
        """The text is to be saved; until it is known how that went, nothing can be typed."""

    class LeaveAsked(Message):
        """The editor is to be left."""

    async def _on_key(self, event: events.Key) -> None:
        keymap = self.app.configuration.keymap
        saves = event.key in keymap.find_row("note editor", "save").names
        if not saves and event.key not in keymap.find_row("note editor", "leave").names:
            return
        event.stop()
        event.prevent_default()
        if saves:
            self.read_only = True
            self.post_message(self.SaveAsked())
        else:
            self.post_message(self.LeaveAsked())
