"""The numbers of paragraphs: the one rule for cards, lists and exports."""

from __future__ import annotations

from bisect import bisect_right

from textreuse import find_boilerplate, split_paragraphs, split_words


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
            left_out = find_boilerplate([text], [split_words(text)])
            self._starts[text] = [
                start
                for start, end in split_paragraphs(text)
                if not any(start < one.end and one.start < end for one in left_out)
            ]
        return max(1, bisect_right(self._starts[text], offset))
