"""Writing a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Footer, Static, TextArea

from storage.errors import CopydeskError
from storage.visible import shortened, visible_line
from tui.bindings import bindings
from tui.screens.writing import WritingScreen
from tui.widgets.note_area import NoteArea

_QUOTE = 200


class NoteEditor(WritingScreen):
    """Edits a note under the words it is about; its answer tells whether it was saved.

    What was written is lost only where the user says so: a failed save leaves the editor open.
    """

    CSS_PATH = "note_editor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("note editor")

    def __init__(self, quote: str, note: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._quote = quote
        self._note = note
        self._save = save
        self._asked = False

    def compose(self) -> ComposeResult:
        """Show the quote, the text and what can be done with it."""
        quote = shortened(visible_line(self._quote), _QUOTE)
        with Vertical(id="note") as box:
            box.border_title = "Note"
            yield Static(Content(quote), id="note--quote")
            yield NoteArea(self._note, soft_wrap=True, show_line_numbers=False)
            yield Static("", id="note--message")
            with Horizontal(id="note--buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Leave", id="leave", compact=True)
        yield Footer(show_command_palette=False)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was written that is not saved."""
        return self.query_one(NoteArea).text.strip("\n") != self._note.strip("\n")

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()
        super().on_mount()

    def write(self, text: str) -> None:
        """Insert `text` at the cursor."""
        self.query_one(NoteArea).insert(text)

    @on(TextArea.Changed)
    def _writing_goes_on(self) -> None:
        self._asked = False
        self.query_one("#note--message", Static).update("")

    @on(NoteArea.SaveAsked)
    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and close."""
        if not self.is_mounted:
            self.call_later(self.action_save)
            return
        area = self.query_one(NoteArea)
        if not self.is_unsaved:
            self.dismiss(False)
            return
        try:
            self._save(area.text.strip("\n"))
        except CopydeskError as error:
            area.read_only = False
            self._say(f"{error} What you wrote is still here.")
        else:
            self.dismiss(True)

    @on(NoteArea.LeaveAsked)
    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close without saving; where writing would be lost, only when told twice."""
        if not self.is_mounted:
            self.call_later(self.action_leave)
            return
        if self.is_unsaved and not self._asked:
            self._asked = True
            shown = self.query_one(NoteArea).app.configuration.keymap.shown
            save, leave = shown("note editor", "save"), shown("note editor", "leave")
            self._say(f"Not saved. {save} saves it; {leave} once more throws it away.")
        else:
            self.dismiss(False)

    def _say(self, sentence: str) -> None:
        self.query_one("#note--message", Static).update(Content(sentence))
