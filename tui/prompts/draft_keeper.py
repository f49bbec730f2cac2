"""Keeping what is written safe from a crash while it is being written."""

from __future__ import annotations

from dataclasses import replace

from storage.tables.note_drafts import NoteDraft, NoteDrafts


class DraftKeeper:
    """Puts one note on disk, as far as it is written, until it is saved or thrown away."""

    def __init__(self, drafts: NoteDrafts, draft: NoteDraft) -> None:
        self._drafts = drafts
        self._draft = draft
        self._is_kept = False

    def keep(self, note: str) -> None:
        """Keep `note` as it now is, and tell others that it is being written.

        `LibraryError` where it cannot be put on disk.
        """
        self._draft = replace(self._draft, note=note)
        self._drafts.keep(self._draft)
        self._is_kept = True

    def forget(self) -> None:
        """Keep it no longer; `LibraryError` where that cannot be written."""
        if self._is_kept:
            self._drafts.forget(self._draft.id)
            self._is_kept = False
