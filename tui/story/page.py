"""One article as a reader moves through it, by characters, words, sentences, paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Literal

import regex

from storage.search.text_measures import list_pieces
from storage.wording.terminal_text import reveal_cells
from textreuse import split_paragraph, split_paragraphs, split_words
from tui.story.unit_starts import UnitStarts

Unit = Literal["character", "word", "sentence", "paragraph"]
Extent = tuple[int, int]
"""Offsets into the article's text, half-open."""

GRAPHEME = regex.compile(r"\X")

_WORDS_IN = 65_536
"""Characters of a piece of text whose words are found together, or somewhat more."""


class Page:
    """The text of one article; every offset indexes it as it is stored."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shown = reveal_cells(text)
        """What is drawn, code point for code point."""
        self._borders: dict[int, Sequence[int]] = {}

    @cached_property
    def _starts(self) -> dict[Unit, UnitStarts]:
        pieces = list_pieces(self.text, _WORDS_IN)
        paragraphs = [start for start, _ in self.paragraphs]

        def find_words(piece: int) -> list[int]:
            base, end = pieces[piece]
            return self._list_starts(
                base + start for start in split_words(self.text[base:end]).starts
            )

        def find_sentences(paragraph: int) -> list[int]:
            return self._list_starts(start for start, _ in self._split(paragraph))

        def find_paragraph(paragraph: int) -> list[int]:
            return self._list_starts([paragraphs[paragraph]])

        return {
            "word": UnitStarts([start for start, _ in pieces], find_words),
            "sentence": UnitStarts(paragraphs, find_sentences),
            "paragraph": UnitStarts(paragraphs, find_paragraph),
        }

    def _list_starts(self, starts: Iterable[int]) -> list[int]:
        if self.text.isascii():
            return list(starts)
        # A stray combining letter may count as a word; the cursor goes by what is one to the eye.
        return [at for at in starts if at == self.first or self.grapheme_at(at)[0] == at]

    def _split(self, paragraph: int) -> list[Extent]:
        """Return the sentences of the paragraph of that index."""
        return split_paragraph(self.text, *self.paragraphs[paragraph])

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
            following = self.grapheme_at(offset)[1]
            while following < len(self.text) and self.text[following] == "\n":
                following += 1
            return min(following, self.last)
        after = self._starts[unit].find_after(offset)
        return self.last if after is None else after

    def find_previous(self, unit: Unit, offset: int) -> int:
        """Return where the unit begins, or the one before it if `offset` is there already."""
        if unit == "character":
            preceding = offset - 1
            while preceding > 0 and self.text[preceding] == "\n":
                preceding -= 1
            return max(self.first, self.grapheme_at(max(0, preceding))[0])
        before = self._starts[unit].find_before(offset)
        return self.first if before is None else before

    def widen(self, unit: Literal["sentence", "paragraph"], extent: Extent) -> Extent:
        """Return `extent` grown to whole sentences or paragraphs."""
        start, end = extent
        first = bisect_right(self.paragraphs, start, key=lambda one: one[1])
        after = bisect_left(self.paragraphs, end, key=lambda one: one[0])
        if first >= after:
            return extent
        if unit == "paragraph":
            first_start, last_end = self.paragraphs[first][0], self.paragraphs[after - 1][1]
        else:
            first_start = next((one[0] for one in self._split(first) if start < one[1]), end)
            last_end = max(
                (one[1] for one in self._split(after - 1) if one[0] < end), default=start
            )
        return min(start, first_start), max(end, last_end)

    def _find_borders(self, line: int) -> Sequence[int]:
        """Return where the graphemes of the line that begins there begin, and where it ends.

        Its line break belongs to it.
        """
        end = self.text.find("\n", line) + 1 or len(self.text)
        if self.text[line:end].isascii():
            return range(line, end + 1)  # a stored text has no carriage returns
        return [line, *(match.end() for match in GRAPHEME.finditer(self.text, line, end))]
