"""Search in the text of articles, under the engine's folding.

Case, curly and straight quotes, dashes, composed and decomposed letters are equal, and any white
space is one space. What is searched for is never a pattern.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from textreuse import Span, fold_punctuation
from tui.story.page import GRAPHEME, Page


class TextSearch:
    """Where a query stands in some pages; pages are folded once, when first searched."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._folded = [_FoldedText(page.text) for page in pages]
        self.query = ""
        self.found: tuple[Span, ...] = ()

    def look_for(self, query: str) -> bool:
        """Find `query` in all pages, sorted; tells whether it was found."""
        words = [re.escape(word) for word in fold_punctuation(query).split()]
        pattern = re.compile(r"\s+".join(words)) if words else None
        self.query = query
        self.found = tuple(
            Span(article, start, end)
            for article, folded in enumerate(self._folded)
            if pattern is not None
            for start, end in folded.find(pattern)
        )
        return bool(self.found)

    def count(self, article: int) -> int:
        """Return how often the query stands in one article."""
        return sum(span.article == article for span in self.found)

    def find_after(
        self, article: int, offset: int, direction: int, *, within: bool = False
    ) -> tuple[Span, bool] | None:
        """Return the next (1) or previous (-1) match from a place on, and whether it went round.

        The match in which the place lies is not gone to again. With `within` only those of
        `article` count. None where nothing was found.
        """
        found = [span for span in self.found if span.article == article] if within else self.found
        if not found:
            return None
        # Matches that begin here or before.
        begun = bisect_right(found, (article, offset), key=lambda span: span[:2])
        index = begun
        if direction < 0:
            inside = begun and found[begun - 1].overlap(Span(article, offset, offset + 1))
            index = begun - 2 if inside else begun - 1
        return found[index % len(found)], not 0 <= index < len(found)


class _FoldedText:
    """A text as it is compared, and where each of its characters comes from."""

    def __init__(self, text: str) -> None:
        self._source = text
        self._text: str | None = None
        self._extents: list[tuple[int, int]] | None = None

    def find(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Return the matches of a folded pattern as offsets into the text."""
        if self._text is None:
            self._text, self._extents = _fold(self._source)
        extents = self._extents
        if extents is None:
            return [match.span() for match in pattern.finditer(self._text)]
        return [
            (extents[match.start()][0], extents[match.end() - 1][1])
            for match in pattern.finditer(self._text)
        ]


def _fold(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """Fold a text cluster by cluster; without extents where each character stays in its place."""
    if text.isascii():
        return fold_punctuation(text), None
    pieces: list[str] = []
    extents: list[tuple[int, int]] = []
    for match in GRAPHEME.finditer(text):
        piece = fold_punctuation(match.group())
        pieces.append(piece)
        extents += [match.span()] * len(piece)
    return "".join(pieces), extents
