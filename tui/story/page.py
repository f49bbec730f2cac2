"""One article as a reader moves through it, by characters, words, sentences, paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import regex

from storage.wording.terminal_text import reveal_cells
from textreuse import split_paragraphs, split_sentences, split_words

Unit = Literal["character", "word", "sentence", "paragraph"]
Extent = tuple[int, int]
"""Offsets into the article's text, half-open."""

GRAPHEME = regex.compile(r"\X")


class Page:
    """The text of one article; every offset indexes it as it is stored."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = reveal_cells(text)
        """What is drawn, code point for code point."""
        self._borders: dict[int, Sequence[int]] = {}

    @cached_property
    def _starts(self) -> dict[Unit, list[int]]:
        starts: dict[Unit, list[int]] = {
            "word": split_words(self.text).starts,
            "sentence": [start for start, _ in self.sentences],
            "paragraph": [start for start, _ in self.paragraphs],
        }
        if self.text.isascii():
            return starts
        # A stray combining letter may count as a word; the cursor goes by what is one to the eye.
        whole = {self.first, *(match.start() for match in GRAPHEME.finditer(self.text))}
        return {unit: [at for at in each if at in whole] for unit, each in starts.items()}

    @cached_property
    def sentences(self) -> list[Extent]:
        """The sentences, in order."""
        return split_sentences(self.text)

    @cached_property
    def paragraphs(self) -> list[Extent]:
        """The paragraphs, in order."""
        return split_paragraphs(self.text)

    @property
    def first(self) -> int:
        """The offset of the first grapheme that is not all white space."""
        return self.grapheme_at(self.paragraphs[0][0])[0] if self.paragraphs else 0

    @property
    def last(self) -> int:
        """The offset of the last grapheme that is no white space."""
        if not self.paragraphs:
            return 0
        return self.grapheme_at(self.paragraphs[-1][1] - 1)[0]

    def grapheme_at(self, offset: int) -> Extent:
        """Return the grapheme cluster that holds `offset`."""
        if not 0 <= offset < len(self.text):
            return offset, offset
        line = self.text.rfind("\n", 0, offset) + 1
        borders = self._borders.get(line)
        if borders is None:
            borders = self._borders[line] = self._find_borders(line)
        after = bisect_right(borders, offset)
        return borders[after - 1], borders[after]

    def find_next(self, unit: Unit, offset: int) -> int:
        """Return where the next unit begins; in the last one, the last character."""
        if unit == "character":
            after = self.grapheme_at(offset)[1]
            while after < len(self.text) and self.text[after] == "\n":
                after += 1
            return min(after, self.last)
        starts = self._starts[unit]
        index = bisect_right(starts, offset)
        return starts[index] if index < len(starts) else self.last

    def find_previous(self, unit: Unit, offset: int) -> int:
        """Return where the unit begins, or the one before it if `offset` is there already."""
        if unit == "character":
            before = offset - 1
            while before > 0 and self.text[before] == "\n":
                before -= 1
            return max(self.first, self.grapheme_at(max(0, before))[0])
        starts = self._starts[unit]
        index = bisect_left(starts, offset) - 1
        return starts[index] if index >= 0 else self.first

    def widen(self, unit: Literal["sentence", "paragraph"], extent: Extent) -> Extent:
        """Return `extent` grown to whole sentences or paragraphs."""
        units = self.sentences if unit == "sentence" else self.paragraphs
        touched = [one for one in units if one[0] < extent[1] and extent[0] < one[1]]
        if not touched:
            return extent
        return min(extent[0], touched[0][0]), max(extent[1], touched[-1][1])

    def _find_borders(self, line: int) -> Sequence[int]:
        """Return where the graphemes of the line that begins there begin, and where it ends.

        Its line break belongs to it.
        """
        end = self.text.find("\n", line) + 1 or len(self.text)
        if self.text[line:end].isascii():
            return range(line, end + 1)  # a stored text has no carriage returns
        return [line, *(match.end() for match in GRAPHEME.finditer(self.text, line, end))]
