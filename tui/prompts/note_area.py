"""The text area of the note editor."""

from __future__ import annotations

from textual import events, getters
from textual.message import Message
from textual.widgets import TextArea  # noqa: TID251
from textual.widgets.text_area import Edit, EditResult, Selection

from storage.wording.terminal_text import reveal_text
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

    def __init__(self, text: str) -> None:
        self._put_in = text
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


def _reveal(text: str) -> str:
    """Return `text` as it is shown: its lines end as those of the area do."""
    return reveal_text(text.replace("\r\n", "\n").replace("\r", "\n"))
