"""Word runs: where two rows of folded words say the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

_REACH = 40
"""Words that may stand between two runs of one wording."""

_DEAREST_GAP = 6.0
"""Most that a gap costs, in words that are the same: a sentence left out in the middle is a cut
however long it is."""

_AT_END = 1.0
"""Words that it is worth to both rows that they begin, or end, alike."""

_SHORT, _SEEDS = 60, 12
"""Words of a row in which every word leads to a run; and how often a word may stand in a longer one
that leads to any, so that time grows with the length of both and not with its square."""


Range = tuple[int, int]
"""The first of some words, and the one behind their last."""


class WordRun(NamedTuple):
    """`size` words from `one` on in the first row are those from `other` on in the second."""

    one: int
    other: int
    size: int

    @property
    def one_end(self) -> int:
        """Where it ends in the first row."""
        return self.one + self.size

    @property
    def other_end(self) -> int:
        """Where it ends in the second row."""
        return self.other + self.size


def align_words(one: Sequence[str], other: Sequence[str]) -> list[WordRun]:
    """Return the runs of the best place where both rows say the same, in order; none if nowhere.

    Grown from the longest run in common to both sides, as long as what follows has more in common
    than it differs. Swapping the rows swaps the answer.
    """
    one, other = tuple(one), tuple(other)
    if other < one:
        return [WordRun(mine, yours, size) for yours, mine, size in align_words(other, one)]
    anchor = _find_longest_run(one, other)
    if anchor is None:
        return []
    before = _grow(one[: anchor.one][::-1], other[: anchor.other][::-1])
    after = _grow(one[anchor.one_end :], other[anchor.other_end :])
    return _unite(
        [
            *(
                WordRun(anchor.one - run.one_end, anchor.other - run.other_end, run.size)
                for run in reversed(before)
            ),
            anchor,
            *(
                WordRun(anchor.one_end + run.one, anchor.other_end + run.other, run.size)
                for run in after
            ),
        ]
    )


def _find_longest_run(one: Sequence[str], other: Sequence[str]) -> WordRun | None:
    """Return the longest row of words in common, the first of several.

    Of long rows only one that has a word which is not all over them.
    """
    at: dict[str, list[int]] = {}
    for index, key in enumerate(other):
        at.setdefault(key, []).append(index)
    most = _SEEDS if len(other) > _SHORT else len(other)
    best: WordRun | None = None
    reached: dict[int, int] = {}
    for index, key in enumerate(one):
        places = at.get(key, ())
        if len(places) > most:
            continue
        for place in places:
            # Every run is measured once, from its first such word on.
            if reached.get(place - index, 0) > index:
                continue
            start, end = _extend(one, other, index, place)
            reached[place - index] = end
            if best is None or end - start > best.size:
                best = WordRun(start, place - index + start, end - start)
    return best


def _extend(one: Sequence[str], other: Sequence[str], index: int, place: int) -> Range:
    """Return where the longest row in common runs in `one` that has its word `index`.

    In `other` that word is the one at `place`.
    """
    start, there = index, place
    while start and there and one[start - 1] == other[there - 1]:
        start, there = start - 1, there - 1
    end, there_end = index + 1, place + 1
    while end < len(one) and there_end < len(other) and one[end] == other[there_end]:
        end, there_end = end + 1, there_end + 1
    return start, end


def _grow(one: Sequence[str], other: Sequence[str]) -> list[WordRun]:
    """Return the runs from the start of both rows on that are worth what differs before them."""
    if not one or not other:
        return []
    reach = min(len(one), len(other)) + _REACH
    blocks = Indel.opcodes(one[:reach], other[:reach]).as_matching_blocks()
    found: list[WordRun] = []
    kept, worth, best = 0, 0.0, 0.0
    at, there = 0, 0
    for run in _slide(one, other, [WordRun(*block) for block in blocks if block.size]):
        gap = (run.one - at) + (run.other - there)
        worth += run.size - min(gap / 2, _DEAREST_GAP)
        found.append(run)
        at, there = run.one_end, run.other_end
        at_end = at == len(one) and there == len(other)
        if worth > best or (at_end and worth >= best - _AT_END):
            kept, best = len(found), worth
    return found[:kept]


def _slide(one: Sequence[str], other: Sequence[str], runs: Sequence[WordRun]) -> list[WordRun]:
    """Let words stand with the run before them, where only one side has a gap between the two.

    Of "we will not, we will" and "we will" the same two words are nearest.
    """
    slid: list[WordRun] = []
    at, there = 0, 0
    for run in runs:
        moved = 0
        while (
            moved < run.size
            and (run.one == at or run.other == there)
            and one[at + moved] == other[there + moved]
        ):
            moved += 1
        if moved:
            slid.append(WordRun(at, there, moved))
        rest = WordRun(run.one + moved, run.other + moved, run.size - moved)
        if rest.size:
            slid.append(rest)
        at, there = slid[-1].one_end, slid[-1].other_end
    return _unite(slid)


def _unite(runs: Sequence[WordRun]) -> list[WordRun]:
    """Make one of runs that follow each other without a gap."""
    united: list[WordRun] = []
    for run in runs:
        last = united[-1] if united else None
        if last is not None and (last.one_end, last.other_end) == (run.one, run.other):
            united[-1] = WordRun(last.one, last.other, last.size + run.size)
        else:
            united.append(run)
    return united
