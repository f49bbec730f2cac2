"""Find figures that one article gives as they are, and another one as a bound, or roughly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.quantities.quantity import Bound, Quantity

_LEAST_SCORE, _LEAST_SHARE = 4.0, 0.18
"""Of contexts: that the number is the same says much already."""
_RARE = 10
"""From which number on the same one is the same thing, whatever it counts."""
_EXCLUSIVE: tuple[set[Bound], ...] = (
    {"more than", "about"},
    {"less than", "about"},
    {"more than", "less than"},
    {"more than", "at most"},
    {"at least", "less than"},
)
_MOST_MET = 20
"""Places of one number in an article, beyond which it is a list or a table."""


def pair_bounds(
    ours: Sequence[Quantity], theirs: Sequence[Quantity], contexts: Contexts
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield one number of one thing that is bounded otherwise: "two" and "more than two".

    Nothing where an article has it as the other one as well, somewhere; of several places those
    whose contexts are most alike.
    """
    for mine, yours in _sort(ours, theirs):
        bounds = {one.bound for one in mine}, {one.bound for one in yours}
        if not bounds[0].isdisjoint(bounds[1]) or max(len(mine), len(yours)) > _MOST_MET:
            continue
        met = [
            (-likeness.score, one.at, other.at, one, other)
            for one in mine
            for other in yours
            if _count_the_same(one, other)
            for likeness in (contexts.measure(one.at, other.at),)
            if likeness.score >= _LEAST_SCORE and likeness.share >= _LEAST_SHARE
        ]
        if met:
            yield min(met, key=lambda pair: pair[:3])[3:]


def exclude_each_other(one: Quantity, other: Quantity) -> bool:
    """Tell whether two words bound a number, and neither bound holds what the other says."""
    return {one.bound, other.bound} in _EXCLUSIVE


def _sort(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> list[tuple[list[Quantity], list[Quantity]]]:
    """Return the quantities of both of one number and unit, where both have such."""
    found: dict[tuple[object, ...], tuple[list[Quantity], list[Quantity]]] = {}
    for side, quantities in enumerate((ours, theirs)):
        for one in quantities:
            if one.precision != "vague":
                found.setdefault((one.told, one.unit), ([], []))[side].append(one)
    return [sides for sides in found.values() if all(sides)]


def _count_the_same(one: Quantity, other: Quantity) -> bool:
    if one.unit or one.low >= _RARE:
        return True
    return not one.nouns.isdisjoint(other.nouns)
