"""Paragraphs, by rule.

A blank line always ends one, and so does a single line break, except where a word or compound goes
on behind it, and where a text was wrapped to a fixed width: there a break stands only because the
next word no longer fitted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from textreuse.text.normalize import BLANK, unify_line_breaks
from textreuse.text.parted_words import find_parted_words

_FILLED_LINE = rf"[^\n]*[^{BLANK}][^\n]*"
_BLOCK = regex.compile(rf"{_FILLED_LINE}(?:\n{_FILLED_LINE})*")
_ENDS_SENTENCE = regex.compile(r"[.!?…:;。！？][\"'”’»)\]]*\s*$")

WRAP_WIDTHS = range(45, 121)
"""Line lengths, in characters, at which texts are wrapped by hand or by mail programs."""
_COLUMN_WIDTHS = range(16, 121)
"""Those of columns, in which a hyphen parts words."""

_TWO_HEADLINES = 2
"""Lines of a block that are more likely a headline and its subtitle than wrapped text."""

_BULLETS = "•◦▪‣·*-–—"


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs, trimmed of white space, in order and disjoint.

    None begins or ends inside a word, nor where a hyphen at the end of a line parts one or a
    compound: there even a blank line is only the end of a page.
    """
    parted = find_parted_words(text)
    text = unify_line_breaks(text)
    found = list(_cut(text, [one.start for one in parted]))
    if not parted:
        return found
    going_on = {one.end for one in parted}
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start in going_on:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _cut(text: str, hyphens: Sequence[int]) -> Iterator[tuple[int, int]]:
    for block in _BLOCK.finditer(text):
        first, last = block.span()
        is_column = bisect_left(hyphens, first) < bisect_left(hyphens, last)
        for start, end in _unwrap(text, first, last, _COLUMN_WIDTHS if is_column else WRAP_WIDTHS):
            trimmed = _trim(text, start, end)
            if trimmed is not None:
                yield trimmed


def _unwrap(text: str, start: int, end: int, widths: range) -> list[tuple[int, int]]:
    """Cut a block at its line breaks, except those that only wrap the text to one of `widths`."""
    lines: list[tuple[int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    if len(lines) == 1:
        return lines
    width = max(last - first for first, last in lines)
    if width not in widths:
        return lines
    breaks = []
    for (first, last), following in pairwise(lines):
        line, next_line = text[first:last], text[slice(*following)].lstrip()
        next_word = next_line.split(maxsplit=1)[0]
        full = len(lines) > _TWO_HEADLINES and len(line) + 1 + len(next_word) > width
        goes_on = not _ENDS_SENTENCE.search(line) and next_word[0].isalnum()
        flows = (full and goes_on) or (next_word[0].islower() and len(line) >= width // 2)
        breaks.append(_Break(full and next_word[0] not in _BULLETS, flows))
    # Where no line has room for a word more, not even the ends of sentences part paragraphs.
    one_paragraph = all(each.full for each in breaks) and any(each.flows for each in breaks)
    pieces = [lines[0]]
    for each, following in zip(breaks, lines[1:], strict=True):
        if one_paragraph or each.flows:
            pieces[-1] = (pieces[-1][0], following[1])
        else:
            pieces.append(following)
    return pieces


class _Break(NamedTuple):
    """A line break inside a block."""

    full: bool
    """The line had no room for the word that follows."""
    flows: bool
    """A sentence goes on over the break."""


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
