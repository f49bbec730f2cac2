"""Derived: which words of an article were most likely taken from the others, and how many.

Wider than passages: what was rewritten leaves no six words in a row, but in a sentence that was
taken most telling words still stand beside each other as they do in the other article (see
`term_pairs`).
An estimate, not a finding: two reports of one event share names and facts without either having
seen the other.

The figures were chosen on half of METER (Clough, Gaizauskas, Piao, Wilks 2002: newspaper articles
beside the agency copy on the same event, journalists having marked what was taken),
cross-validated by story. They lie on a plateau: reaches and weight may change by a quarter, the
least evidence by a tenth, for .004 F1. Logistic regression that is given lengths of common runs,
passages, regions, matches of units and rarity besides gains half a hundredth at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise, repeat
from math import exp, inf
from operator import add, mul
from typing import Literal

from textreuse.comparison import Comparison
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Position, Stretch
from textreuse.text.spans import Span

Derivation = Literal["wholly", "partly", "not"]
"""How much of an article comes from the others."""

_NEAR, _WIDE = 2.5, 15.0
"""Telling words over which what stands around a word loses 63 % of its weight: a clause, and a
few sentences."""

_WIDE_WEIGHT = 1 / 3
"""Weight of the wide surroundings, the near ones having the rest: the same clause says more in a
paragraph that is mostly taken."""

_LEAST_EVIDENCE = 0.38
"""Share of the telling words around, weighted, that must stand in a pair of the other article."""

_COPIED = 4
"""Words in a row of a passage, a CJK or Thai character being half a word, that are taken whatever
stands around them: on METER nine in ten letters of such runs were. Shorter runs of an edited
passage may be there by chance."""

_WHOLLY, _PARTLY = 0.9, 0.4
"""Least share of the words, from which on an article is wholly or partly derived. Of articles that
journalists called not derived, half have more than 38 %: the names, charges and quotes that two
reports of one trial have in common without either having seen the other."""


def derived(comparison: Comparison, article: int) -> tuple[Span, ...]:
    """Return the words of `article` most likely taken from other articles: sorted, disjoint.

    Spans begin and end with a word and hold no boilerplate. Taken is all of an article that is
    word for word the same as another, and nothing of one that shares no two words with any other.
    Every other article is asked by itself, so that no sentence is pieced together from many.
    Bounded work for each word and other article.
    """
    corpus = comparison.corpus
    base, row = corpus.first[article], corpus.words[article]
    if any(row.keys == words.keys for at, words in enumerate(corpus.words) if at != article):
        taken = bytearray(b"\1") * len(row)
    else:
        taken = bytearray(len(row))
        for first, last in _find_rewritten(comparison, article):
            taken[first - base : last - base] = b"\1" * (last - first)
        for copied in _find_copied(comparison, article):
            taken[copied.start - base : copied.stop - base] = b"\1" * len(copied)
    for position in corpus.list_barriers(base, Position(base + len(row))):
        taken[position - base] = 0
    return tuple(
        corpus.span(Position(base + first), Position(base + last))
        for first, last in _find_stretches(taken)
    )


def classify_derivation(comparison: Comparison, article: int) -> Derivation:
    """Tell how much of `article` is derived, by the share of its words; "not" without words.

    Boilerplate counts neither way.
    """
    words = comparison.word_count(article)
    words -= comparison.word_count(article, comparison.boilerplate(article))
    share = comparison.word_count(article, derived(comparison, article)) / max(1, words)
    if share >= _WHOLLY:
        return "wholly"
    return "partly" if share >= _PARTLY else "not"


def _find_copied(comparison: Comparison, article: int) -> Iterator[Range[Position]]:
    """Yield the positions of each longer run that passages have in common with other articles."""
    for passage in comparison.passages_of(article):
        ends = passage.left.article, passage.right.article
        if ends[0] != ends[1]:
            for run in passage.runs:
                positions = comparison.corpus.positions(run[ends.index(article)])
                if comparison.corpus.size(positions.start, positions.stop) >= _COPIED:
                    yield positions


def _find_rewritten(comparison: Comparison, article: int) -> Iterator[Stretch]:
    """Yield `first:last` of positions that together are all with enough evidence."""
    positions = comparison.sentence_similarity.term_pairs[article].positions
    enough = _flag_enough(comparison, article)
    for position in compress(positions, enough):
        yield position, Position(position + 1)
    # The words between two telling ones are too common to be judged by themselves.
    for index, (one, following) in enumerate(pairwise(positions)):
        if enough[index] and enough[index + 1] and comparison.corpus.is_unbroken(one, following):
            yield one, following


def _flag_enough(comparison: Comparison, article: int) -> bytearray:
    """Flag the telling words of `article` for which some other article gives enough evidence."""
    positions, members = comparison.sentence_similarity.term_pairs[article]
    unit_of = [
        bisect_right(comparison.sentence_similarity.units.units, (at, inf)) for at in positions
    ]
    words_of: dict[int, list[int]] = {}
    for index, unit in enumerate(unit_of):
        words_of.setdefault(unit, []).append(index)
    near = _Surroundings(len(positions), _NEAR)
    wide = _Surroundings(len(positions), _WIDE)
    enough = bytearray(len(positions))
    for other, theirs in enumerate(comparison.sentence_similarity.term_pairs):
        common = members.keys() & theirs.members.keys() if other != article else ()
        paired = bytearray(len(positions))
        for pair in common:
            for index in members[pair]:
                paired[index] = 1
        # A sentence without a pair is only next to one that was taken.
        touched = sorted(set(compress(unit_of, paired)))
        asked = list(chain.from_iterable(map(words_of.__getitem__, touched)))
        if not all(map(enough.__getitem__, asked)):
            values = list(map(paired.__getitem__, asked))
            shares = zip(near.shares(asked, values), wide.shares(asked, values), strict=True)
            for index, (close, far) in zip(asked, shares, strict=True):
                if close + _WIDE_WEIGHT * (far - close) >= _LEAST_EVIDENCE:
                    enough[index] = 1
    return enough


class _Surroundings:
    """Weighted shares around places of a row; weights fall by e over `reach` places."""

    def __init__(self, length: int, reach: float) -> None:
        decay = exp(-1 / reach)
        self._powers = list(accumulate(repeat(decay, length), mul, initial=1.0))
        self._weights = self._sum_up(range(length), [1] * length)

    def shares(self, places: Sequence[int], values: Sequence[int]) -> list[float]:
        """Return the weighted mean of the row around each of `places`, ascending.

        `values` are those at the places; at all others they are 0.
        """
        sums = self._sum_up(places, values)
        return [sum_ / self._weights[at] for at, sum_ in zip(places, sums, strict=True)]

    def _sum_up(self, places: Sequence[int], values: Sequence[int]) -> list[float]:
        decays = [self._powers[following - at] for at, following in pairwise(places)]
        forward = _decay(decays, values)
        backward = reversed(_decay(reversed(decays), reversed(values)))
        # Every place itself is in both sums.
        return [
            sum_ - value for sum_, value in zip(map(add, forward, backward), values, strict=True)
        ]


def _decay(decays: Iterable[float], values: Iterable[int]) -> list[float]:
    """Return for each value the sum up to it; from one to the next it shrinks to a share."""
    total, sums = 0.0, []
    for share, value in zip(chain((0.0,), decays), values, strict=False):
        total = total * share + value
        sums.append(total)
    return sums


def _find_stretches(taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield the longest `first:last` of set flags, in order."""
    first = taken.find(1)
    while first >= 0:
        last = taken.find(0, first)
        last = len(taken) if last < 0 else last
        yield first, last
        first = taken.find(1, last)
