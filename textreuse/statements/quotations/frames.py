"""Frames: sentences of narration with the quotations that stand in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textreuse.statements.quotations.narration import Narration


class Piece(NamedTuple):
    """Words of narration, `first:last`, or a quotation by its number."""

    first: int
    last: int
    quoted: int = -1


class Frame(NamedTuple):
    """A sentence; what a quotation says in several of its own counts as one piece of it."""

    paragraph: int
    pieces: tuple[Piece, ...]


def cut_frames(
    narration: Narration, has_tag: Callable[[Narration, int, int, int], bool]
) -> list[Frame]:
    """Return the frames of an article, in order.

    `has_tag` is asked whether the sentence `first:last` that begins right behind the quotation of
    a number only says who it is from.
    """
    cutter = _Cutter(narration, has_tag)
    for paragraph, (first, last) in enumerate(narration.paragraphs):
        cutter.cut(paragraph, first, last)
    return cutter.frames


class _Cutter:
    """Walks over the paragraphs and their quotations once."""

    def __init__(
        self, narration: Narration, has_tag: Callable[[Narration, int, int, int], bool]
    ) -> None:
        self.frames: list[Frame] = []
        self._narration, self._has_tag = narration, has_tag
        self._pieces: list[Piece] = []
        self._number = 0
        """The next quotation."""

    def cut(self, paragraph: int, first: int, last: int) -> None:
        """Cut the paragraph of the words `first:last`."""
        quoted = self._narration.quoted
        at = first
        while self._number < len(quoted) and quoted[self._number].first < last:
            one = quoted[self._number]
            self._take_narration(paragraph, at, one.first)
            touches = bool(self._pieces) and self._pieces[-1].quoted >= 0
            if touches or self._narration.opens_sentence(one.first):
                self._close(paragraph)
            self._pieces.append(Piece(one.first, one.last, self._number))
            at = max(at, one.last)
            self._number += 1
        self._take_narration(paragraph, at, last)
        self._close(paragraph)

    def _take_narration(self, paragraph: int, at: int, stop: int) -> None:
        while at < stop:
            end = min(stop, self._narration.next_sentence(at))
            if self._pieces and self._narration.opens_sentence(at):
                behind = self._pieces[-1].quoted
                if behind < 0 or not self._has_tag(self._narration, behind, at, end):
                    self._close(paragraph)
            self._pieces.append(Piece(at, end))
            at = end

    def _close(self, paragraph: int) -> None:
        if self._pieces:
            self.frames.append(Frame(paragraph, tuple(self._pieces)))
            self._pieces = []
