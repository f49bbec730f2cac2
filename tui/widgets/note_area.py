"""The text area of the note editor."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import TextArea


class NoteArea(TextArea):
    """Tells of the keys that end the writing, in their turn among the keys that write.

    A binding would be looked up when the key arrives, before the letters typed just ahead of it
    are in the text, and they would be lost.
    """

    class SaveAsked(Message):
        """The text is to be saved; until it is known how that went, nothing can be typed."""

    class LeaveAsked(Message):
        """The editor is to be left."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key not in ("ctrl+j", "escape"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "ctrl+j":
            self.read_only = True
            self.post_message(self.SaveAsked())
        else:
            self.post_message(self.LeaveAsked())
