"""Pair great numbers of one sort of thing, wherever they stand: few are given twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.quantities.quantity import Quantity

_GREAT = 1000.0
"""From which step on vague words stand for a number that is given once."""
_FEWEST = 10_000.0
_NEAR = 1.25
"""From which number on two may be one, and how many times one is the other one at most."""
_LEAST_SCORE = 6.0
"""Of their sentences: a report on a flood has many thousands of people."""
_MOST = 20
"""Great numbers of an article, beyond which it is a list or a table."""


def pair_vague(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield vague words and the figure that they may stand for, of what is counted on both sides.

    "Several hundred thousand chips" and "400,000 of the chips", wherever they stand: so great a
    number of one sort of thing is rarely given twice. The article with the words lacks the figure.
    """
    sides = ours, theirs
    for side in (0, 1):
        told = {one.told for one in sides[side]}
        vague = [
            one
            for one in sides[side]
            if one.precision == "vague" and one.step >= _GREAT and not one.generic
        ]
        for one, exact in product(vague, sides[1 - side] if vague else ()):
            if exact.precision == "vague" or exact.unit != one.unit or exact.generic:
                continue
            is_like = one.low <= exact.told[0] <= one.high and one.nouns & exact.nouns
            if is_like and exact.told not in told:
                yield (exact, one) if side else (one, exact)


def pair_near(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], contexts: Contexts
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield great numbers of one sort of thing nearly the same, unless an article has both.

    "1.5 million women" and "up to 1.6 million women", in sentences with some terms in common.
    """
    mine, yours = _list_great(ours), _list_great(theirs)
    if max(len(mine), len(yours)) > _MOST:
        return
    told = {one.told for one in ours}, {other.told for other in theirs}
    for one, other in product(mine, yours):
        if one.unit != other.unit or one.nouns.isdisjoint(other.nouns):
            continue
        if one.told in told[1] or other.told in told[0]:
            continue
        low, high = sorted((one.told[0], other.told[0]))
        if high > low * _NEAR:
            continue
        score, _ = contexts.measure_sentences(one.at, other.at)
        if score >= _LEAST_SCORE:
            yield one, other


def _list_great(quantities: Sequence[Quantity]) -> list[Quantity]:
    return [
        one
        for one in quantities
        if one.precision != "vague" and one.told[0] >= _FEWEST and one.nouns
    ]
