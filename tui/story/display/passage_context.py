"""A passage among the words around it, cut to the room there is."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len

from storage.wording.terminal_text import reveal_cells
from textreuse import Span
from tui.story.page import GRAPHEME

_WHITE = re.compile(r"\s+")
_PARAGRAPH = " ¶ "
_LEFT_OUT = " … "
_SHARED = 0.6
"""Share of the room that the passage may take, so that something around it can be seen."""
_AROUND = 160
"""Most cells of text before and after the passage: some twenty words."""
_LONGEST_WORD = 24
"""Cells that a cut gives up to end between words; a text without spaces is cut anywhere."""
_CHARACTERS = 4
"""Characters read for one cell of room: more than white space and what takes no cell need."""


class Context(NamedTuple):
    """Text fit to be drawn: what stands before a passage, the passage, and what follows."""

    before: str
    shared: str
    after: str
    head: int = 0
    """How many characters of `shared` are as they stand from the start of the passage on."""
    tail: int = 0
    """How many are as they stand at its end."""
    read: int = 0
    """How many characters of the text either of them was made of at most."""

    def find(self, text: str, span: Span, word: Span) -> tuple[int, int] | None:
        """Return where `word` of the passage at `span` stands in `shared`; None if it is left out.

        It begins and ends with no white space.
        """
        if word.end - span.start <= self.read:
            start = len(make_flowing(text[span.start : word.start]))
            end = start + len(make_flowing(text[word.start : word.end]))
            if end <= self.head:
                return start, end
        if span.end - word.start <= self.read:
            end = len(self.shared) - len(make_flowing(text[word.end : span.end]))
            start = end - len(make_flowing(text[word.start : word.end]))
            if start >= len(self.shared) - self.tail:
                return start, end
        return None


def context_of(text: str, span: Span, cells: int) -> Context:
    """Return `span` of `text` in its context, in at most `cells` cells of a terminal.

    Where text is left out, `…` says so: of a long passage the middle goes, so that both its edges
    can be seen. Reads only what is near the span, however long the text.
    """
    if cells <= 0:
        return Context("", "", "")
    room = max(1, int(cells * _SHARED))
    shared, head, tail = _cut_middle(text, span.start, span.end, room)
    around = min(_AROUND, max(0, cells - cell_len(shared)) // 2)
    before = _cut_start(text, span.start, around)
    after = _cut_end(text, span.end, around)
    return Context(before, shared, after, head, tail, room * _CHARACTERS)


def make_flowing(text: str) -> str:
    """Return `text` fit for a line that is wrapped on the screen; spaces at its ends stay.

    White space becomes one space, the end of a paragraph `¶`, and what would act on the terminal
    is made visible.
    """
    return reveal_cells(_WHITE.sub(_replace_white, text))


def keep_beginning(shown: str, cells: int) -> str:
    """Return as many whole words from the start as fit; `…` where that is not all of them."""
    if cell_len(shown) <= cells:
        return shown
    end = used = 0
    for match in GRAPHEME.finditer(shown):
        used += cell_len(match.group())
        if used > cells - 1:
            break
        end = match.end()
    space = shown.rfind(" ", 0, end + 1)
    if space > max(0, end - _LONGEST_WORD):
        end = space
    return f"{shown[:end].rstrip()}…" if cells > 0 else ""


def keep_ending(shown: str, cells: int) -> str:
    """Return as many whole words from the end as fit; `…` where that is not all of them."""
    if cell_len(shown) <= cells:
        return shown
    start, used = len(shown), 0
    for match in reversed(list(GRAPHEME.finditer(shown))):
        used += cell_len(match.group())
        if used > cells - 1:
            break
        start = match.start()
    space = shown.find(" ", max(0, start - 1))
    if 0 <= space < min(len(shown), start + _LONGEST_WORD):
        start = space
    return f"…{shown[start:].lstrip()}" if cells > 0 else ""


def _cut_middle(text: str, start: int, end: int, cells: int) -> tuple[str, int, int]:
    """Return what is left, and how long its beginning and its end are."""
    if end - start <= cells * _CHARACTERS:
        whole = make_flowing(text[start:end])
        if cell_len(whole) <= cells:
            return whole, len(whole), 0
    half = max(0, (cells - len(_LEFT_OUT)) // 2)
    read = half * _CHARACTERS
    first = (
        keep_beginning(make_flowing(text[start : start + read]), half).removesuffix("…").rstrip()
    )
    last = (
        keep_ending(make_flowing(text[max(start, end - read) : end]), half)
        .removeprefix("…")
        .lstrip()
    )
    if not (first and last):
        return "…", 0, 0
    return f"{first}{_LEFT_OUT}{last}", len(first), len(last)


def _cut_start(text: str, end: int, cells: int) -> str:
    start = max(0, end - cells * _CHARACTERS)
    shown = make_flowing(text[start:end])
    # What is read may begin within a word.
    return keep_ending(f"… {shown}" if start else shown.lstrip(), cells)


def _cut_end(text: str, start: int, cells: int) -> str:
    end = start + cells * _CHARACTERS
    shown = make_flowing(text[start:end])
    return keep_beginning(f"{shown} …" if end < len(text) else shown.rstrip(), cells)


def _replace_white(match: re.Match[str]) -> str:
    return _PARAGRAPH if match.group().count("\n") > 1 else " "
