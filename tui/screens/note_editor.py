"""Writing a note."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, Static, TextArea

from storage.errors import CopydeskError
from storage.visible import visible_line
from tui.bindings import bindings

_QUOTE = 200


class NoteEditor(ModalScreen[bool]):
    """Edits a note under the words it is about; its answer tells whether it was saved.

    What was written is lost only where the user says so: a failed save leaves the editor open.
    """

    CSS_PATH = "note_editor.tcss"
    # Before the text area, which would take ctrl+j for a line break.
    BINDINGS: ClassVar[list[BindingType]] = bindings("note editor", priority=True)

    def __init__(self, quote: str, note: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._quote = quote
        self._note = note
        self._save = save
        self._asked = False

    def compose(self) -> ComposeResult:
        """Show the quote, the text and what can be done with it."""
        quote = visible_line(self._quote)
        if len(quote) > _QUOTE:
            quote = f"{quote[: _QUOTE - 1].rstrip()}…"
        with Vertical(id="note") as box:
            box.border_title = "Note"
            yield Static(Content(f"“{quote}”"), id="note--quote")
            yield TextArea(self._note, soft_wrap=True, show_line_numbers=False)
            yield Static("", id="note--message")
            with Horizontal(id="note--buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Leave", id="leave", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def _writing_goes_on(self) -> None:
        self._asked = False
        self.query_one("#note--message", Static).update("")

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save and close."""
        try:
            self._save(self.query_one(TextArea).text.strip("\n"))
        except CopydeskError as error:
            self._say(f"{error} What you wrote is still here.")
        else:
            self.dismiss(True)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Close without saving; where writing would be lost, only when told twice."""
        changed = self.query_one(TextArea).text.strip("\n") != self._note.strip("\n")
        if changed and not self._asked:
            self._asked = True
            self._say("Not saved. ctrl+j saves it; esc once more throws it away.")
        else:
            self.dismiss(False)

    def _say(self, sentence: str) -> None:
        self.query_one("#note--message", Static).update(Content(sentence))
