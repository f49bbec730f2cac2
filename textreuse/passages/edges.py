"""Edges: where a passage that was aligned word by word begins and ends for a reader.

A chance word or two of the next sentence belongs to none, and two paragraphs are one passage only
where both articles have the break, or where all words are the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter

from textreuse.passages.alignment import Box, Run
from textreuse.text.corpus import Corpus, Position

_STRAY = 2
"""Words of a sentence that is not all there, up to which they do not belong to a passage that has
more beside them."""


def cut_at_paragraphs(corpus: Corpus, box: Box) -> Iterator[Box]:
    """Yield the parts of `box` between the paragraph breaks that only one of its sides has.

    Of a break where the other side has one too, behind as many of the words in common, there is no
    part; nor of any in a box whose words are all the same.
    """
    left = corpus.find_breaks(box.left, box.left_end)
    right = corpus.find_breaks(box.right, box.right_end)
    if not (left or right) or box.similarity == 1:
        yield box
        return
    common = _CommonWords(box)
    ours = {common.count_before(0, at) for at in left}
    theirs = {common.count_before(1, at) for at in right}
    start = 0
    for count in [*sorted(ours ^ theirs), box.common]:
        if count > start:
            yield common.keep(start, count)
        start = count


def trim_strays(corpus: Corpus, box: Box) -> Box:
    """Take off the words of a sentence at either end that are too few to be worth showing.

    What begins, or ends, with a quotation stays: it is whole as it is.
    """
    while True:
        strays = [
            (side, at)
            for side, first, last in ((0, box.left, box.left_end), (1, box.right, box.right_end))
            for at in _find_stray_edges(corpus, first, last)
        ]
        if not strays:
            return box
        common = _CommonWords(box)
        counts = [common.count_before(*stray) for stray in strays]
        before = max((count for count in counts if 2 * count <= box.common), default=0)
        after = min((count for count in counts if 2 * count > box.common), default=box.common)
        trimmed = common.keep(before, after)
        if trimmed == box:
            return box
        box = trimmed


def _find_stray_edges(corpus: Corpus, first: Position, last: Position) -> Iterator[Position]:
    """Yield where a sentence ends just behind `first`, or begins just before `last`."""
    quotations = corpus.quotations[corpus.article(first)]
    opening, closing = corpus.sentence(first), corpus.sentence(Position(last - 1))
    ends_behind = opening[0] < first and opening[1] < last and opening[1] - first <= _STRAY
    begins_before = first < closing[0] and last < closing[1] and last - closing[0] <= _STRAY
    if ends_behind and not quotations.begin_at(first):
        yield opening[1]
    if begins_before and not quotations.end_at(last):
        yield closing[0]


class _CommonWords:
    """The words that both sides of a box have in common, counted from 0."""

    def __init__(self, box: Box) -> None:
        self._runs = box.runs
        self._before = list(accumulate((size for _, _, size in box.runs), initial=0))

    def count_before(self, side: int, position: Position) -> int:
        """Count those that stand before `position` of the left (0) or right (1)."""
        run = bisect_left(self._runs, position, key=itemgetter(side)) - 1
        if run < 0:
            return 0
        return self._before[run] + min(self._runs[run][2], position - self._runs[run][side])

    def keep(self, first: int, last: int) -> Box:
        """Return the box from the word `first` up to, not including, `last`; not empty."""
        start = bisect_right(self._before, first) - 1
        stop = bisect_left(self._before, last)
        runs: list[Run] = []
        for before, (left, right, size) in zip(
            self._before[start:stop], self._runs[start:stop], strict=True
        ):
            skipped, kept = max(0, first - before), min(size, last - before)
            runs.append((Position(left + skipped), Position(right + skipped), kept - skipped))
        (left, right, _), (last_left, last_right, size) = runs[0], runs[-1]
        left_end, right_end = Position(last_left + size), Position(last_right + size)
        return Box(left, left_end, right, right_end, tuple(runs))
