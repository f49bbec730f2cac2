"""The words of texts that are compared: where a line end parts one, the others tell what it is.

"pro-" and "test" are one word where "protest" stands in any of the texts, and two where "pro-test"
or "pro test" does and the other does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from textreuse.text.normalize import fold
from textreuse.text.parted_words import PartedWord
from textreuse.text.prepared_text import PreparedText
from textreuse.text.words import Words, split_words

_LONGEST = 120
"""Characters of a word that is looked at, its line ends included."""

_Pair = tuple[str, str]


class _Halves(NamedTuple):
    parted: PartedWord
    pair: _Pair
    """The halves, folded."""

    @property
    def whole(self) -> str:
        return "".join(self.pair)


def settle_words(prepared: Sequence[PreparedText]) -> list[PreparedText]:
    """Return texts with the words that are parted as they are written elsewhere.

    The order of the texts makes no difference.
    """
    halves = [
        [
            one
            for parted in text.parted_words
            if not parted.is_sure and (one := _read_halves(text.text, text.words, parted))
        ]
        for text in prepared
    ]
    every = [one for of_one in halves for one in of_one]
    if not every:
        return list(prepared)
    rows = [text.words for text in prepared]
    wholes = _count_wholes(rows, every)
    pairs = _count_pairs(rows, every)
    settled = []
    for text, doubtful in zip(prepared, halves, strict=True):
        changed = {
            one.parted: one.parted._replace(is_one=is_one)
            for one in doubtful
            if (is_one := bool(wholes[one.whole]) or (one.parted.is_one and not pairs[one.pair]))
            != one.parted.is_one
        }
        parted = [changed.get(one, one) for one in text.parted_words]
        words = split_words(text.text, parted) if changed else None
        settled.append(PreparedText(text.text, words) if words else text)
    return settled


def _read_halves(text: str, row: Words, parted: PartedWord) -> _Halves | None:
    """Return the halves, which may be one word in `row`; None if that is longer than any is."""
    if not parted.is_one:
        after = bisect_left(row.starts, parted.end)
        return _Halves(parted, (row.keys[after - 1], row.keys[after]))
    at = bisect_right(row.starts, parted.start) - 1
    if row.ends[at] - row.starts[at] > _LONGEST:
        return None
    first, second = text[row.starts[at] : parted.start], text[parted.end : row.ends[at]]
    return _Halves(parted, (_fold_half(first), _fold_half(second)))


def _fold_half(half: str) -> str:
    return fold(half) if half.isalpha() else "".join(split_words(half, ()).keys)


def _count_wholes(rows: Sequence[Words], halves: Sequence[_Halves]) -> Counter[str]:
    """Count how often the halves stand in the texts as one word, but for those in question."""
    counts = Counter({one.whole: 0 for one in halves})
    for whole in counts:
        counts[whole] = sum(row.counts[whole] for row in rows)
    counts.subtract(one.whole for one in halves if one.parted.is_one)
    return counts


def _count_pairs(rows: Sequence[Words], halves: Sequence[_Halves]) -> Counter[_Pair]:
    """Count how often the halves stand side by side, but for those in question."""
    wanted = {one.pair for one in halves}
    counts = Counter(pair for row in rows for pair in pairwise(row.keys) if pair in wanted)
    counts.subtract(one.pair for one in halves if not one.parted.is_one)
    return counts
