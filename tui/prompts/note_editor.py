"""Writing a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Button, Static

from storage.errors import CopydeskError
from storage.tables.note_drafts import BEAT_SECONDS
from storage.wording.terminal_text import reveal_line
from tui.base.text_editor import edit_text, find_editor
from tui.base.typing_screen import TypingScreen
from tui.keys.bindings import bind_place
from tui.prompts.about import About
from tui.prompts.draft_keeper import Keeper
from tui.prompts.note_area import NoteArea
from tui.prompts.note_scope import NoteScope
from tui.prompts.prompt_box import PromptBox
from tui.widgets.key_line import KeyLine

_SOON = 0.5
"""Seconds after which what was written is kept as a draft."""

Save = Callable[[str, bool], None]
"""Saves a note, on this place or on every copy; raises `CopydeskError` where that fails."""


class NoteEditor(TypingScreen):
    """Edits a note under the words it is about; its answer tells whether it was saved.

    What was written is lost only where the user says so: a failed save leaves the editor open,
    and a draft of it is on disk half a second after it was written.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["prompt_box.tcss", "note_editor.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bind_place("note editor")

    def __init__(
        self,
        about: About,
        note: str,
        save: Save,
        scope: NoteScope,
        keeper: Keeper,
        *,
        written: str | None = None,
        proposed: str = "",
        title: str = "Note",
    ) -> None:
        """Make an editor of `note`; `written` is what an editor that is gone had made of it.

        Of a new note something may be `proposed`, to be saved as it is or written on.
        """
        super().__init__()
        self._box = PromptBox(title, about)
        self._note = note
        self._save = save
        self._scope = scope
        self._keeper = keeper
        self._written = written
        self._proposed = proposed
        self._asked = False
        self._said = ""
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show the text and what can be done with it."""
        with self._box:
            yield NoteArea(self._begun if self._written is None else self._written)
            yield Static("", id="note--message")
            yield Button("", id="scope", compact=True)
            yield KeyLine("note editor", omitted=() if self._scope.can_choose else ("scope",))

    @property
    def is_unsaved(self) -> bool:
        """Whether something was written that is not saved."""
        return self._area.meant.strip("\n") != self._begun.strip("\n")

    @property
    def _begun(self) -> str:
        """What stands there before anything is written."""
        return self._note or self._proposed

    @property
    def _area(self) -> NoteArea:
        return self.query_one(NoteArea)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self._area.move_cursor(self._area.document.end)
        self._area.focus()
        self._show_scope()
        if self._written is not None:
            self._say("Recovered: not saved when Copydesk last closed.")
        self.set_interval(BEAT_SECONDS, self._keep)

    def write(self, text: str) -> None:
        """Insert `text` at the cursor."""
        self._area.insert(text)

    def keep_draft(self) -> None:
        """Put what is written on disk at once, for an end that does not wait."""
        self._keep()

    # While it is being written

    @on(NoteArea.Changed)
    def _keep_later(self) -> None:
        if self._area.meant == self._written:
            return  # told at the start, where nothing was typed yet
        self._asked = False
        self._say("")
        if self._soon is None:
            self._soon = self.set_timer(_SOON, self._keep)

    def _keep(self) -> None:
        self._soon = None
        if not self.is_unsaved:
            return
        try:
            self._keeper.keep(self._area.meant)
        except CopydeskError as error:
            if not self._said:
                self._say(f"{error} {self._describe_copy() or 'A crash would lose your text.'}")

    # Its end

    @on(NoteArea.SaveAsked)
    def action_save(self) -> None:
        """Save and close."""
        if not self.is_mounted:
            self.call_later(self.action_save)
            return
        if self.has_ended:
            return
        if not (self.is_unsaved or self._scope.is_changed or self._proposed):
            self._end(saved=False)
            return
        try:
            self._save(self._area.meant.strip("\n"), self._scope.every)
        except CopydeskError as error:
            self._area.read_only = False
            self._said = f"{error} Your text is still here."
            self._keep()
            self._say(f"{self._said} {self._describe_copy()}".rstrip())
        else:
            self._end(saved=True)

    @on(NoteArea.LeaveAsked)
    def action_leave(self) -> None:
        """Close without saving; where writing would be lost, only when told twice."""
        if not self.is_mounted:
            self.call_later(self.action_leave)
            return
        if self.is_unsaved and not self._asked:
            self._asked = True
            save, leave = self._spell_key("save"), self._spell_key("leave")
            self._say(f"Not saved. {save}: save · {leave} again: discard")
        else:
            self._end(saved=False)

    @on(Button.Pressed, "#scope")
    def action_scope(self) -> None:
        """Put the note here only, or on every copy."""
        self._scope.turn()
        self._show_scope()
        if not self._scope.can_choose:
            self._say("There is no other copy.")
        self._area.focus()

    @on(NoteArea.EditorAsked)
    def action_editor(self) -> None:
        """Let the user's own editor write the note; what it leaves stands here, to be saved."""
        if self._area.app.reach.is_browser:
            self._say("Only at the desk: a browser cannot run an editor.")
            return
        self._keep()
        before = self._area.meant
        try:
            command = find_editor()
            with self.app.suspend():
                written = edit_text(before, command)
        except SuspendNotSupported:
            self._say("This terminal cannot be lent to an editor.")
        except CopydeskError as error:
            self._say(str(error))
        else:
            if written != before:
                self._area.select_all()
                self._area.replace(written, *self._area.selection)
                self._area.move_cursor(self._area.document.end)
        self._area.focus()

    def _end(self, *, saved: bool) -> None:
        if self._soon is not None:
            self._soon.stop()
        try:
            self._keeper.forget()
        except CopydeskError as error:
            self.notify(str(error), severity="error", markup=False)
        self.dismiss(saved)

    def _describe_copy(self) -> str:
        beside = self._keeper.beside
        return f"A copy is in {reveal_line(str(beside))}." if beside else ""

    def _show_scope(self) -> None:
        button = self.query_one("#scope", Button)
        button.display = self._scope.can_choose
        button.label = Content(self._scope.describe(self._spell_key("scope")))

    def _spell_key(self, action: str) -> str:
        return self._area.app.configuration.keymap.spell_key("note editor", action)

    def _say(self, sentence: str) -> None:
        self._said = sentence
        told = self.app.reach.tell(sentence)
        self.query_one("#note--message", Static).update(Content(told))
