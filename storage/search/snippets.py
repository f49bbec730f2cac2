"""The stretch of a text that says best why it was found."""

from __future__ import annotations

import re
from typing import NamedTuple

BEGIN, END = "\ufdd0", "\ufdd1"
"""Around each match. Unicode promises that neither is ever a character of a text."""

_LENGTH = 160
"""Characters of a snippet."""
_LEAD = 50
"""Characters before the first match in it."""
_MARK = re.compile(f"[{BEGIN}{END}]")


class Snippet(NamedTuple):
    """A stretch of text in one line."""

    text: str
    matches: tuple[tuple[int, int], ...]
    """Where in it the matches stand."""
    start: int | None = None
    """Where the first of them stands in the whole text, in code points; None without one."""
    end: int | None = None

    def fit(self, width: int) -> Snippet:
        """Return it in at most `width` cells of a terminal, with its first match in sight.

        That has two thirds of them, and what follows it.
        """
        from rich.cells import cell_len

        if cell_len(self.text) <= width:
            return self
        begin, stop = self.matches[0] if self.matches else (0, 0)
        start, room = 0, width - 1
        if cell_len(self.text[:stop]) > room:
            start = begin
            room -= 1
            lead = max(0, min(width // 3, room - cell_len(self.text[begin:stop])))
            while start and cell_len(self.text[start - 1 : begin]) <= lead:
                start -= 1
            while start < begin and self.text[start - 1].isalnum():
                start += 1  # not in the middle of a word
        end = start
        while end < len(self.text) and cell_len(self.text[start : end + 1]) <= room:
            end += 1
        return self._cut(start, end)

    def _cut(self, start: int, end: int) -> Snippet:
        """Return what stands from `start` to `end` of it, with `…` for what is left out."""
        shift = (1 if start else 0) - start
        matches = tuple(
            (max(begin, start) + shift, min(stop, end) + shift)
            for begin, stop in self.matches
            if begin < end and stop > start
        )
        text = f"{'…' if start else ''}{self.text[start:end]}{'…' if end < len(self.text) else ''}"
        return self._replace(text=text, matches=matches)


def cut_snippet(marked: str) -> Snippet:
    """Return the stretch with most matches of a text whose matches stand between marks.

    The first of several that are equal; `…` where the text goes on.
    """
    matches: list[tuple[int, int]] = []
    begun = 0
    for marks_before, mark in enumerate(_MARK.finditer(marked)):
        at = mark.start() - marks_before
        if mark.group() == BEGIN:
            begun = at
        else:
            matches.append((begun, at))
    text = _MARK.sub("", marked)
    if not matches:
        return Snippet(_cut_line(text, 0, min(len(text), _LENGTH)), ())
    first = max(
        range(len(matches)),
        key=lambda one: (
            sum(end <= matches[one][0] + _LENGTH - _LEAD for _, end in matches[one:]),
            -one,
        ),
    )
    start = max(0, matches[first][0] - _LEAD)
    end = min(len(text), start + _LENGTH)
    while start and text[start - 1].isalnum() and start < matches[first][0]:
        start += 1  # not in the middle of a word
    line = _cut_line(text, start, end)
    shift = (1 if start else 0) - start
    inside = tuple(
        (begin + shift, min(stop, end) + shift) for begin, stop in matches[first:] if begin < end
    )
    return Snippet(line, inside, *matches[first])


def _cut_line(text: str, start: int, end: int) -> str:
    """Return a stretch in one line, sign for sign, so that offsets stay true."""
    line = re.sub(r"\s", " ", text[start:end])
    return f"{'…' if start else ''}{line}{'…' if end < len(text) else ''}"
