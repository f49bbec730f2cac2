"""Keeping what is written safe from a crash while it is being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from storage.errors import CopydeskError, LibraryError
from storage.files import write_atomically
from storage.paths import draft_path
from storage.tables.note_drafts import NoteDraft, NoteDrafts
from storage.wording.terminal_text import fit_utf8


class Keeper(Protocol):
    """Keeps what is being written until it is saved or thrown away."""

    beside: Path | None
    """The file that it is in, where it is in one."""

    def keep(self, note: str) -> None:
        """Keep `note` as it now is; `CopydeskError` where that cannot be done."""

    def forget(self) -> None:
        """Keep it no longer; `CopydeskError` where that cannot be done."""


class DraftKeeper:
    """Puts one note on disk, as far as it is written, until it is saved or thrown away."""

    def __init__(
        self, drafts: NoteDrafts, draft: NoteDraft, prepare: Callable[[], object] = lambda: None
    ) -> None:
        """Make one; `prepare` is called before anything is put on disk."""
        self._drafts = drafts
        self._prepare = prepare
        self._draft = draft
        self._is_kept = False
        self.beside: Path | None = None
        """The file that the note is in, where the library could not take it."""

    def keep(self, note: str) -> None:
        """Keep `note` as it now is, and tell others that it is being written.

        `LibraryError` where the library cannot take it; then it is put into a file `beside`, if
        that can be.
        """
        self._draft = replace(self._draft, note=note)
        try:
            self._prepare()
            self._drafts.keep(self._draft)
        except LibraryError:
            self._keep_beside()
            raise
        self._is_kept = True

    def forget(self) -> None:
        """Keep it no longer; `LibraryError` where that cannot be written."""
        if self.beside is not None:
            self.beside.unlink(missing_ok=True)
        if self._is_kept:
            self._drafts.forget(self._draft.id)
            self._is_kept = False

    def _keep_beside(self) -> None:
        path = draft_path(self._draft.id)
        try:
            write_atomically(path, fit_utf8(self._draft.note), is_private=True)
        except (CopydeskError, OSError):
            return  # the error of the library is told
        self.beside = path
