"""The numbers of paragraphs: the one rule for cards, lists and exports."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from textreuse import find_boilerplate, split_paragraphs, split_words

_PIECE = 262_144
"""Characters of a text that are looked through for boilerplate at once, or somewhat more."""
_END_OF_SENTENCE_AND_LINE = re.compile(r"[.!?]\n")
"""A line of a share bar or menu is no sentence: none of them goes on after it."""


class ParagraphNumbers:
    """Numbers the paragraphs of texts from 1, reading each text once.

    What looks like boilerplate is not counted, as a reader would not count a share bar. Only the
    text itself says what does: neither other articles nor what the reader says of boilerplate
    renumber anything, so that a number which was written down keeps its meaning.
    """

    def __init__(self) -> None:
        self._starts: dict[str, list[int]] = {}

    def find(self, text: str, offset: int) -> int:
        """Return the number of the paragraph of `text` that has `offset`, or is the last before it.

        1 where none begins before it.
        """
        if text not in self._starts:
            left_out = list(_find_boilerplate(text))
            self._starts[text] = [
                start for start, end in split_paragraphs(text) if not _touches(left_out, start, end)
            ]
        return max(1, bisect_right(self._starts[text], offset))


def _find_boilerplate(text: str) -> Iterator[tuple[int, int]]:
    """Yield what the text alone says is boilerplate, in room for a piece of it."""
    start = 0
    while start < len(text):
        border = _END_OF_SENTENCE_AND_LINE.search(text, start + _PIECE)
        end = border.end() if border else len(text)
        piece = text[start:end]
        for span in find_boilerplate([piece], [split_words(piece)]):
            yield start + span.start, start + span.end
        start = end


def _touches(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether any of the sorted, disjoint `spans` has a character in `start:end`."""
    following = bisect_left(spans, (end,))
    return following > 0 and spans[following - 1][1] > start
