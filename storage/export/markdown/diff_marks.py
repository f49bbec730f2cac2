"""What was changed from one copy of a passage to another, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from storage.export.escaping import escape_within
from textreuse import DiffPiece

_Sign = Literal["", "~~", "**"]
_REMOVED: _Sign = "~~"
_ADDED: _Sign = "**"


def mark_changes(pieces: Iterable[DiffPiece], escape: Callable[[str], str] = escape_within) -> str:
    """Return the words of *theirs* in one line, with what is not in *ours*: ~~removed~~, **added**.

    Words that are the same stand as they do in theirs. White space runs are one space, and one is
    put in where a mark would be none without it; the text of the articles is no Markdown: `escape`
    sees to it, and makes one line of it.
    """
    line = _DiffLine(escape)
    for piece in pieces:
        if piece.how == "same":
            line.add(piece.theirs)
        else:
            line.add(piece.ours, _REMOVED)
            line.add(piece.theirs, _ADDED)
    return line.text


class _DiffLine:
    """A line to which text is added, plain or between two signs."""

    def __init__(self, escape: Callable[[str], str]) -> None:
        self._escape = escape
        self.text = ""
        self._space_due = False
        self._closed: _Sign = ""
        """The sign that stands at the end of the text, if one does."""

    def add(self, text: str, sign: _Sign = "") -> None:
        """Put `text` at the end, the white space around it outside the signs."""
        shown = self._escape(text)
        if not shown:
            self._space_due |= bool(text)
            return
        apart = self._space_due or text[0].isspace()
        if sign:
            # Two signs in a row would be read as one, and one before a mark as none.
            apart |= bool(self._closed) or not shown[0].isalnum()
        if apart and self.text:
            self.text += " "
        self.text += f"{sign}{shown}{sign}"
        self._closed = sign
        self._space_due = text[-1].isspace() or bool(sign and not shown[-1].isalnum())
