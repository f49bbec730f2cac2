"""The words of a pattern beside those around the place where it was found."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from textreuse import split_words

_SLACK = 32
"""Words are aligned within so many characters around what was found, and a quarter more."""


class AlignedWords:
    """Finds the borders of a part of the pattern by words; longest common subsequence (Indel)."""

    def __init__(self, pattern: str, text: str, start: int, end: int) -> None:
        slack = _SLACK + len(pattern) // 4
        first, last = max(0, start - slack), min(len(text), end + slack)
        there = split_words(text[first:last])
        # A word at an edge may be the rest of a longer one.
        skipped = int(first > 0 and 0 in there.starts[:1])
        kept = len(there) - int(last < len(text) and last - first in there.ends[-1:])
        self._starts = [first + at for at in there.starts[skipped:kept]]
        self._ends = [first + at for at in there.ends[skipped:kept]]
        self._words = split_words(pattern)
        keys = there.keys[skipped:kept]
        self._pairs = [
            (block.a + index, block.b + index)
            for block in Indel.opcodes(self._words.keys, keys).as_matching_blocks()
            # A lone "the" between words that are others tells nothing.
            if block.size > 1 or there.counts[keys[block.b] if block.size else ""] == 1
            for index in range(block.size)
        ]

    def find_start(self, first: int, last: int) -> int | None:
        """Return where the first word of `pattern[first:last]` begins in the text."""
        own = self._words.find_overlaps(first, last)
        if not own or not self._pairs:
            return None
        _, at = self._find_gap(own.start)
        return self._starts[at] if at < len(self._starts) else None

    def find_end(self, first: int, last: int) -> int | None:
        """Return where the last word of `pattern[first:last]` ends in the text."""
        own = self._words.find_overlaps(first, last)
        if not own or not self._pairs:
            return None
        at, _ = self._find_gap(own.stop)
        return self._ends[at - 1] if at > 0 else None

    def _find_gap(self, border: int) -> tuple[int, int]:
        """Return before which words there the words up to `border` end, and those from it begin.

        Words put in right there belong to neither. Words that were exchanged on both sides of the
        border are divided in the same proportion.
        """
        size, there = len(self._words), len(self._starts)
        before = [pair for pair in self._pairs if pair[0] < border][-1:]
        after = [pair for pair in self._pairs if pair[0] >= border][:1]
        # Where one side is lost, it is taken to have as many words as it had.
        last, last_there = before[0] if before else (-1, max(-1, after[0][1] - after[0][0] - 1))
        next_, next_there = after[0] if after else (size, min(there, last_there + size - last))
        if next_ == last + 1:
            return last_there + 1, next_there
        share = (border - last - 1) / (next_ - last - 1)
        at = last_there + 1 + round(share * (next_there - last_there - 1))
        return at, at
