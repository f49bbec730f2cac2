"""Clustering: things that are alike, two by two, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def _allow_any(_cluster: frozenset[str]) -> bool:
    return True


def find_clusters(
    likeness: Mapping[tuple[str, str], float],
    least: float,
    looseness: float,
    belong: Callable[[frozenset[str]], bool] = _allow_any,
) -> list[frozenset[str]]:
    """Return clusters of two things and more, the largest first; each thing is in at most one.

    `likeness` has a pair (a, b), a < b, where the two are alike at all. The pairs of at least
    `least` are gone through from the most alike on. The clusters of a pair's two things become
    one if the mean likeness between all things of one and all of the other is at least
    `looseness` × `least`, and if they may `belong` together. That is group-average clustering
    (Sokal, Michener 1958) in one pass. Ties go by the names.
    """
    of: dict[str, frozenset[str]] = {}
    for (a, b), alike in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if alike < least:
            break
        left, right = of.get(a, frozenset([a])), of.get(b, frozenset([b]))
        if left == right or not belong(left | right):
            continue
        between = sum(
            likeness.get((min(x, y), max(x, y)), 0.0) for x in sorted(left) for y in sorted(right)
        )
        if between >= looseness * least * len(left) * len(right):
            joined = left | right
            of.update(dict.fromkeys(joined, joined))
    return sorted(set(of.values()), key=lambda cluster: (-len(cluster), min(cluster)))
