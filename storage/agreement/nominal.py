"""Measures of agreement on units that every coder gives one value.

Units are counted by their values: a `Pattern` has what each coder said, in the order of the coders,
`None` for a coder who said nothing, and all that the measures need to know is how often there is
which. A measure is None where it is not defined: without two values to hold against each other, or
where chance alone explains all, for all say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from operator import mul

Pattern = tuple[Hashable | None, ...]
Patterns = Mapping[Pattern, int]
"""How often there is each pattern."""


def count_patterns(units: Iterable[Sequence[Hashable | None]]) -> Counter[Pattern]:
    """Count units by what the coders said of them."""
    return Counter(tuple(unit) for unit in units)


def add_patterns(parts: Iterable[Patterns]) -> Counter[Pattern]:
    """Return how often there is each pattern in all parts together."""
    total: Counter[Pattern] = Counter()
    for patterns in parts:
        for pattern, times in patterns.items():
            total[pattern] += times
    return total


def calculate_alpha(patterns: Patterns) -> float | None:
    """Return Krippendorff's alpha for nominal data, 1 at most; values may be missing.

    K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C.
    """
    differing, values = sum_coincidences(patterns)
    return find_alpha(differing, values.values())


def sum_coincidences(patterns: Patterns) -> tuple[float, Counter[Hashable]]:
    """Return what alpha is made of: the pairs that differ, and how often there is each value.

    Both are sums over units, those with one value left out, and can be added to each other.
    """
    differing = 0.0
    values: Counter[Hashable] = Counter()
    for pattern, times in patterns.items():
        if pattern[0] is not None and len(set(pattern)) == 1:
            if len(pattern) > 1:
                values[pattern[0]] += len(pattern) * times
            continue  # all agree, as most do
        said = Counter(value for value in pattern if value is not None)
        number = said.total()
        if number < 2:
            continue
        same = sum(count * (count - 1) for count in said.values())
        differing += times * (number * (number - 1) - same) / (number - 1)
        for value, count in said.items():
            values[value] += count * times
    return differing, values


def find_alpha(differing: float, counts: Collection[float]) -> float | None:
    """Return alpha of the pairs that differ, and of how often there is each value."""
    total = sum(counts)
    expected: float = total * total - sum(map(mul, counts, counts))
    if not expected:
        return None
    return 1 - (total - 1) * differing / expected


def calculate_kappa(patterns: Patterns) -> float | None:
    """Return Cohen's kappa, the mean over all pairs of coders where there are more than two.

    J. Cohen, A Coefficient of Agreement for Nominal Scales, 1960; R. J. Light, Measures of Response
    Agreement for Qualitative Data, 1971, for the mean. Units that one of a pair gave no value do
    not count for the pair; None where that leaves a pair without a kappa.
    """
    found = [_calculate_kappa_of_two(pair) for pair in _list_pairs(patterns)]
    defined = [one for one in found if one is not None]
    return sum(defined) / len(defined) if defined and len(defined) == len(found) else None


def _calculate_kappa_of_two(pairs: Patterns) -> float | None:
    total = sum(pairs.values())
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), times in pairs.items():
        first[one] += times
        second[other] += times
    expected = sum(first[value] * second[value] for value in first)
    same = sum(times for (one, other), times in pairs.items() if one == other)
    if not total or expected == total * total:
        return None
    return (same * total - expected) / (total * total - expected)


def calculate_percentage(patterns: Patterns) -> float | None:
    """Return which share, 0..1, of all pairs of values of one unit are the same."""
    same = total = 0.0
    for pairs in _list_pairs(patterns):
        total += sum(pairs.values())
        same += sum(times for (one, other), times in pairs.items() if one == other)
    return same / total if total else None


def calculate_f1(patterns: Patterns, value: Hashable) -> float | None:
    """Return F1 on one value, 0..1: the harmonic mean of precision and recall.

    It is the same whichever of two coders is taken for right; for more it is that of all pairs.
    None where nobody said it.
    """
    both = said = 0.0
    for pairs in _list_pairs(patterns):
        for pair, times in pairs.items():
            said += times * sum(one == value for one in pair)
            both += times * all(one == value for one in pair)
    return 2 * both / said if said else None


def _list_pairs(patterns: Patterns) -> list[Counter[Pattern]]:
    """Return for each pair of coders the units to which both gave a value."""
    coders = max(map(len, patterns), default=0)
    found = []
    for one, other in combinations(range(coders), 2):
        pairs: Counter[Pattern] = Counter()
        for pattern, times in patterns.items():
            if pattern[one] is not None and pattern[other] is not None:
                pairs[pattern[one], pattern[other]] += times
        found.append(pairs)
    return found
