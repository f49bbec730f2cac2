"""Notes that were being written when Copydesk ended, in the compare view."""

from __future__ import annotations

from storage.errors import NotFoundError
from storage.tables.note_drafts import BEAT_SECONDS, NoteDraft
from tui.compare.host import CompareHost
from tui.compare.subject import describe_targets
from tui.prompts.draft_keeper import DraftKeeper
from tui.prompts.note_editor import NoteEditor
from tui.prompts.note_scope import NoteScope

_LATER = 3 * BEAT_SECONDS
"""Seconds after which an editor that is still open elsewhere has told so."""


class DraftRecovery:
    """Brings back notes that were not saved."""

    def __init__(self, screen: CompareHost) -> None:
        self._screen = screen
        self._library = screen.library

    def recover(self) -> None:
        """Open what was left unsaved, one after the other; look again for what may be yet."""
        with self._screen.tell_errors():
            left = self._library.note_drafts.find_left(self._screen.story.id)
            if left:
                self._recover(left[0])
            elif self._library.note_drafts.find_left(self._screen.story.id, alive=True):
                self._screen.set_timer(_LATER, self._recover_later)

    def _recover_later(self) -> None:
        if self._screen.is_current:
            self.recover()
        else:
            self._screen.set_timer(_LATER, self._recover_later)  # not over what is being done now

    def _recover(self, draft: NoteDraft) -> None:
        keeper = DraftKeeper(self._library.note_drafts, draft)
        keeper.keep(draft.note)  # ours from now on: no other window offers it
        note = self._note_of(draft)
        subject = describe_targets(self._screen.reading, draft.targets)
        made = draft.annotation if note is not None else None

        def save(text: str, _every: bool) -> None:
            if made is not None:
                self._library.annotations.set_note(made, text)
            else:
                self._library.annotations.create(draft.targets, text)

        def go_on(saved: bool | None) -> None:
            self._screen.show_saved(saved)
            self._screen.call_later(self.recover)

        scope = NoteScope(1, every=False)
        editor = NoteEditor(subject.about, note or "", save, scope, keeper, written=draft.note)
        if subject.place is not None:
            self._screen.reading.move_to(*subject.place[:2])
            self._screen.story_display.arrive()
        self._screen.asking.ask(editor, go_on, subject.place)

    def _note_of(self, draft: NoteDraft) -> str | None:
        """Return the note that the draft would change, as it is now; None if there is none."""
        if draft.annotation is None:
            return None
        try:
            return self._library.annotations.get(draft.annotation).note
        except NotFoundError:
            return None
