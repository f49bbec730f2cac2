"""Writing a memo on an article or a story, in the editor of notes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from storage.errors import ConflictError, ReadError
from storage.files import read_file, write_atomically
from storage.library import Library
from storage.paths import draft_path
from storage.tables.memos import MemoKind
from storage.wording.terminal_text import fit_utf8
from tui.base.parts import Host
from tui.prompts.about import About
from tui.prompts.note_editor import NoteEditor
from tui.prompts.note_scope import NoteScope


class MemoKeeper:
    """Keeps a memo that is being written in a file, until it is saved or thrown away."""

    def __init__(self, library: Library, kind: MemoKind, about: str) -> None:
        named = f"{library.path}\0{library.coder.name}\0{kind}\0{about}"
        self._path = draft_path(f"memo-{hashlib.sha256(named.encode()).hexdigest()[:16]}")
        self.beside: Path | None = None

    def find_left(self) -> str | None:
        """Return what was written before an end that nobody wanted; None if nothing was."""
        try:
            return read_file(self._path).decode("utf-8", "replace")
        except ReadError:
            return None

    def keep(self, note: str) -> None:
        """Keep `note` as it now is; errors are those of the file."""
        write_atomically(self._path, fit_utf8(note), is_private=True)
        self.beside = self._path

    def forget(self) -> None:
        """Keep it no longer."""
        self._path.unlink(missing_ok=True)


def edit_memo(
    screen: Host,
    kind: MemoKind,
    about: str,
    title: str,
    then: Callable[[bool | None], None],
) -> None:
    """Let the coder write about an article or a story; `then` gets whether it was saved."""
    memos = screen.library.memos
    before = memos.find_own(kind, about)
    again = screen.keymap.spell_key("note editor", "save")

    def save(text: str, _every: bool) -> None:
        nonlocal before
        try:
            memos.write(kind, about, text, before=before)
        except ConflictError as error:
            before = memos.find_own(kind, about)
            raise ConflictError(f"{error} Press {again} again to replace it with yours.") from error

    keeper = MemoKeeper(screen.library, kind, about)
    left = keeper.find_left()
    scope = NoteScope(1, every=False)
    editor = NoteEditor(
        About(title), before, save, scope, keeper, written=left, title=f"Memo on the {kind}"
    )
    screen.app.push_screen(editor, then)
