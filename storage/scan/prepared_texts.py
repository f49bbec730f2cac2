"""Texts of a scan that were compared last, prepared for the next comparison."""

from __future__ import annotations

from textreuse import PreparedText

ROOM = 2_000_000
"""Characters that are kept: some fifty megabytes."""


class PreparedTexts:
    """Prepared texts, those asked for last; to prepare two costs more than to compare them."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep texts of `room` characters, or a single longer one."""
        self._room = room
        self._kept: dict[str, PreparedText] = {}
        self._size = 0

    def prepare(self, text: str) -> PreparedText:
        """Return a text prepared, the same as before where it is still kept."""
        found = self._kept.pop(text, None)
        if found is None:
            found = PreparedText(text)
            self._size += len(text)
        self._kept[text] = found  # now behind all others
        while self._size > self._room and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._size -= len(oldest)
        return found
