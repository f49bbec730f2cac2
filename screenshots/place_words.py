"""Each word of a picture put on the cell where the terminal shows it, whatever font there is."""

from __future__ import annotations

import re
from html import escape, unescape

from rich.cells import cell_len

_CELL = 12.2
"""Units that a cell is wide in a picture of Rich's."""
_TEXT = re.compile(
    r'<text class="(?P<look>[^"]*)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+"'
    r' clip-path="(?P<clip>[^"]*)">(?P<text>[^<]*)</text>'
)
_WORD = re.compile(r"[^ \xa0]+[ \xa0]*")
"""A word and the blanks after it, which are underlined with it."""


def place_words(svg: str) -> str:
    """Return the picture with each of its words in a place of its own.

    Rich gives a row of one colour as one text. A font that is narrower than the one it names then
    ends the row too early, a wider one runs into the next, and some viewers leave out the blank
    with which a text begins.
    """
    return _TEXT.sub(_split, svg)


def _split(match: re.Match[str]) -> str:
    text = unescape(match["text"])
    words = "".join(
        f'<tspan x="{float(match["x"]) + _CELL * cell_len(text[: word.start()]):.1f}"'
        f' textLength="{_CELL * cell_len(word.group()):.1f}">{_write(word.group())}</tspan>'
        for word in _WORD.finditer(text)
    )
    if not words:
        return ""
    return (
        f'<text class="{match["look"]}" y="{match["y"]}" clip-path="{match["clip"]}">{words}</text>'
    )


def _write(word: str) -> str:
    return escape(word, quote=False).replace("\xa0", " ").replace(" ", "&#160;")
