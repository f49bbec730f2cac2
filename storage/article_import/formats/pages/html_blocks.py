"""The paragraphs of a page one after another, and which of them a text has."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from storage.article_import.formats.markup.html_elements import BLOCKS, SILENT

_NO_LETTER = re.compile(r"[\W_]+")
_TELLING = 25
"""Letters from which on it is no chance that a paragraph stands in a text."""

_MOST_SEARCHED = 2_000_000_000
"""Letters that are searched for paragraphs which are not where they are expected; a second or two.
After that no more are found."""


class Block(NamedTuple):
    """One paragraph, heading, item or cell of a page."""

    element: Any
    """The innermost block that it stands in."""
    text: str
    """On one line."""
    place: int | None
    """The line of the text in which it ends; None where the text has it not."""

    @property
    def words(self) -> int:
        """How many there are, parted at blanks."""
        return len(self.text.split())


def squash(text: str) -> str:
    """Return the letters and digits of a text: what is left of it in any layout."""
    return _NO_LETTER.sub("", text).casefold()


def list_blocks(root: Any, lines: Sequence[str]) -> list[Block]:
    """Return the paragraphs of a page in its order, each with its place among `lines`.

    A paragraph that stands there several times has the first place behind that of the paragraph
    before it; one of few letters has none.
    """
    places = _Places(lines)
    return [Block(element, text, places.find(text)) for element, text in _list_texts(root)]


class _Places:
    """Where paragraphs stand in a text."""

    def __init__(self, lines: Sequence[str]) -> None:
        squashed = [squash(line) for line in lines]
        self._all = "".join(squashed)
        self._starts: list[int] = []
        start = 0
        for line in squashed:
            self._starts.append(start)
            start += len(line)
        self._after = 0
        self._room = _MOST_SEARCHED

    def find(self, text: str) -> int | None:
        letters = squash(text)
        if len(letters) < _TELLING or self._room < 0:
            return None
        at = self._all.find(letters, self._after)
        if at < 0:  # the text need not be in the order of the page
            at = self._all.find(letters)
            self._room -= len(self._all)
        if at < 0:
            return None
        self._after = at + len(letters)
        return bisect_right(self._starts, at + len(letters) - 1) - 1


def _list_texts(root: Any) -> list[tuple[Any, str]]:
    """Return what is read between two borders of blocks, with the innermost block around it."""
    import lxml.etree

    found: list[tuple[Any, str]] = []
    parts: list[str] = []
    around = [root]
    silent = 0

    def close() -> None:
        text = " ".join("".join(parts).split())
        if text:
            found.append((around[-1], text))
        parts.clear()

    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            silent += name in SILENT
            if name in BLOCKS:
                close()
                around.append(element)
            elif name == "br":
                parts.append(" ")
            if not silent and element.text:
                parts.append(element.text)
        else:
            silent -= name in SILENT
            if name in BLOCKS:
                close()
                around.pop()
            if not silent and element.tail and element is not root:
                parts.append(element.tail)
    close()
    return found
