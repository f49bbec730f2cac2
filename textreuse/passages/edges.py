"""Edges: where a passage that was aligned word by word begins and ends for a reader.

A chance word or two of the next sentence belongs to none, and two paragraphs are one passage only
where both articles have the break, or where all words are the same.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    if box.similarity == 1:
        yield box
        return
    left = {_count_before(box, 0, at): at for at in corpus.find_breaks(box.left, box.left_end)}
    right = {_count_before(box, 1, at): at for at in corpus.find_breaks(box.right, box.right_end)}
    start = 0
    for count in [*sorted(left.keys() ^ right.keys()), box.common]:
        part = _keep_common(box, start, count)
        if part is not None:
            yield part
        start = count


def trim_strays(corpus: Corpus, box: Box) -> Box:
    """Take off the words of a sentence at either end that are too few to be worth showing.

    What begins, or ends, with a quotation stays: it is whole as it is.
    """
    while True:
        counts = [
            _count_before(box, side, at)
            for side, first, last in ((0, box.left, box.left_end), (1, box.right, box.right_end))
            for at in _find_stray_edges(corpus, first, last)
        ]
        before = max((count for count in counts if 2 * count <= box.common), default=0)
        after = min((count for count in counts if 2 * count > box.common), default=box.common)
        trimmed = _keep_common(box, before, after)
        if trimmed is None or trimmed == box:
            return box
        box = trimmed


def _find_stray_edges(corpus: Corpus, first: Position, last: Position) -> Iterator[Position]:
    """Yield where a sentence ends just behind `first`, or begins just before `last`."""
    opening, closing = corpus.sentence(first), corpus.sentence(Position(last - 1))
    ends_behind = opening[0] < first and opening[1] < last and opening[1] - first <= _STRAY
    begins_before = first < closing[0] and last < closing[1] and last - closing[0] <= _STRAY
    if ends_behind and not corpus.begins_quotation(first):
        yield opening[1]
    if begins_before and not corpus.ends_quotation(last):
        yield closing[0]


def _count_before(box: Box, side: int, position: Position) -> int:
    """Count the words in common that stand before `position` of the left (0) or right (1)."""
    return sum(min(size, max(0, position - run[side])) for run in box.runs for size in run[2:])


def _keep_common(box: Box, first: int, last: int) -> Box | None:
    """Return the box from the first up to, not including, the last of its words in common."""
    runs: list[Run] = []
    before = 0
    for left, right, size in box.runs:
        skipped, kept = max(0, first - before), min(size, last - before)
        if skipped < kept:
            runs.append((Position(left + skipped), Position(right + skipped), kept - skipped))
        before += size
    if not runs:
        return None
    (left, right, _), (last_left, last_right, size) = runs[0], runs[-1]
    return Box(left, Position(last_left + size), right, Position(last_right + size), tuple(runs))
