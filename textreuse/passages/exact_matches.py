"""Runs of the same words in two places, grown to both sides as far as they are the same."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.text.corpus import Position

_WORD_BY_WORD, _LONGEST_SLICE = 6, 4096
"""Words that are compared one by one first, and most that are compared at once then, while a match
is grown."""


class Seed(NamedTuple):
    """The `size` words at position `left` are those at `right`; left < right, none can be added."""

    left: Position
    right: Position
    size: int

    @property
    def left_end(self) -> Position:
        """The position on the left of the word that follows."""
        return Position(self.left + self.size)

    @property
    def right_end(self) -> Position:
        """The position on the right of the word that follows."""
        return Position(self.right + self.size)


class ExactMatches:
    """Maximal matches; the latest of each diagonal is kept, so that a long one is grown once."""

    def __init__(self, tokens: list[int]) -> None:
        self._tokens = tokens
        self._latest: dict[int, Seed] = {}

    def at(self, left: Position, right: Position) -> Seed:
        """Return the match in which the words at `left` and `right` stand over each other."""
        seed = self._latest.get(right - left)
        if seed is None or not seed.left <= left < seed.left + seed.size:
            seed = self._latest[right - left] = self._grow(left, right - left)
        return seed

    def _grow(self, left: Position, shift: int) -> Seed:
        after = self._count_same(left, shift, len(self._tokens) - shift - left, 1)
        before = self._count_same(left, shift, left, -1)
        start = left - before
        return Seed(Position(start), Position(start + shift), before + after)

    def _count_same(self, left: int, shift: int, most: int, direction: int) -> int:
        """Count the words, at most `most`, that are the same from `left` on, or before it (-1).

        After the first words whole slices are compared, ever longer ones while they are the same
        and ever shorter ones after that: long matches are grown many times as fast as word by word.
        """
        tokens, same, step, longer = self._tokens, 0, 4, True
        at = left if direction > 0 else left - 1
        few = min(most, _WORD_BY_WORD)
        while same < few and tokens[at] == tokens[at + shift]:
            same += 1
            at += direction
        if same < few:
            return same
        while step and same < most:
            step = min(step, most - same)
            first = left + same if direction > 0 else left - same - step
            if tokens[first : first + step] == tokens[first + shift : first + shift + step]:
                same += step
                step = min(2 * step, _LONGEST_SLICE) if longer else step
            else:
                longer = False
                step //= 2
        return same
