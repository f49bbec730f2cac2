"""Text being selected in one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.story.page import Extent, Page


@dataclass
class TextSelection:
    """From where it was begun to the cursor, both ends included."""

    page: Page
    fixed: Extent
    """What the end that does not move holds on to: a grapheme, a sentence."""
    moving: Extent
    by_sentence: bool = False

    @classmethod
    def begin(cls, page: Page, offset: int, *, by_sentence: bool) -> TextSelection:
        """Return the selection of what stands at `offset`: a character, or a sentence."""
        held = page.grapheme_at(offset)
        if by_sentence:
            held = page.widen("sentence", held)
        return cls(page, held, held, by_sentence)

    @classmethod
    def over(cls, page: Page, extent: Extent) -> TextSelection:
        """Return the selection of `extent`, not empty, whose later end moves."""
        return cls(page, page.grapheme_at(extent[0]), page.grapheme_at(extent[1] - 1))

    @property
    def extent(self) -> Extent:
        """All that is selected."""
        return min(self.fixed[0], self.moving[0]), max(self.fixed[1], self.moving[1])

    @property
    def cursor(self) -> int:
        """Where the end that moves begins."""
        return self.moving[0]

    def follow(self, offset: int) -> None:
        """Move the end that moves to the character, or the sentence, at `offset`."""
        self.moving = self.page.grapheme_at(offset)
        if self.by_sentence:
            self.moving = self.page.widen("sentence", self.moving)

    def swap_ends(self) -> None:
        """Let the other end move from now on."""
        self.fixed, self.moving = self.moving, self.fixed

    def grow(self, unit: Literal["sentence", "paragraph"]) -> None:
        """Take in the rest of the sentences, or paragraphs, that are touched."""
        start, end = self.page.widen(unit, self.extent)
        forward = self.moving[0] >= self.fixed[0]
        ends = self.page.grapheme_at(start), self.page.grapheme_at(end - 1)
        self.fixed, self.moving = ends if forward else ends[::-1]
