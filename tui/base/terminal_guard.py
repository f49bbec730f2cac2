"""The last look at what is drawn: nothing in it may act on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from storage.wording.terminal_text import find_controls


class TerminalGuard(LineFilter):
    """Takes control characters out of all that any widget draws, Textual's own among them.

    Whoever shows a text makes them visible first; this is for what forgot to. The cells of a line
    stay as many as they were counted.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments of one line without control characters."""
        return [
            segment
            if segment.control or segment.text.isprintable() or not find_controls(segment.text)
            else Segment(_take_out(segment.text), segment.style)
            for segment in segments
        ]


def _take_out(text: str) -> str:
    for sign in find_controls(text):
        text = text.replace(sign, " " * cell_len(sign))
    return text
