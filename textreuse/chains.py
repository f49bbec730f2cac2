"""Chains: seeds that follow each other closely on both sides, in the same order.

No global order is asked for: a passage that moved is a chain of its own. A chain is found by
mutual choice: two seeds are linked when each is the other's nearest neighbour, which gives
the same chains whichever article comes first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from textreuse.corpus import Corpus
from textreuse.seeds import Seed
from textreuse.settings import Settings

Chain = tuple[Seed, ...]
"""Seeds of one pair of articles, ascending on both sides."""


def chains(corpus: Corpus, seeds: Iterable[Seed], settings: Settings) -> list[Chain]:
    """Cut seeds that overlap themselves, then link neighbours; every seed is in one chain.

    Two neighbours are linked when at most `settings.max_gap` words lie between them on either
    side, and no more than both have together: small matches do not pull distant text in.
    """
    by_pair: dict[tuple[int, int], list[Seed]] = {}
    found: list[Chain] = []
    periods: list[Seed] = []
    for seed in sorted(seeds, key=lambda seed: (seed.right - seed.left, seed)):
        if seed.right < seed.left + seed.size:
            if not any(_covers(period, seed) for period in periods[-8:]):
                periods.append(seed)
                found.extend((part,) for part in _cut_period(corpus, seed, settings.min_words))
        else:
            pair = corpus.article(seed.left), corpus.article(seed.right)
            by_pair.setdefault(pair, []).append(seed)
    for members in by_pair.values():
        found.extend(_linked(sorted(members), settings))
    return found


def gap(seed: Seed, following: Seed) -> tuple[int, int]:
    """Return how many words lie between two seeds, left and right; negative if they overlap."""
    return (
        following.left - seed.left - seed.size,
        following.right - seed.right - seed.size,
    )


def _covers(period: Seed, seed: Seed) -> bool:
    return (
        period.left <= seed.left
        and seed.left + seed.size <= period.left + period.size
        and seed.right + seed.size <= period.right + period.size
    )


def _cut_period(corpus: Corpus, seed: Seed, min_words: int) -> list[Seed]:
    """Cut a stretch that repeats itself at once (ABABAB) into neighbours (AB AB, AB AB, …).

    The parts are whole periods, as few as make `min_words`; nothing if the stretch is too short
    to hold two of them side by side.
    """
    period = seed.right - seed.left
    end = seed.right + seed.size
    part = period
    while seed.left + part <= end and corpus.size(seed.left, seed.left + part) < min_words:
        part += period
    parts = [Seed(at, at + part, part) for at in range(seed.left, end - 2 * part + 1, part)]
    if parts and parts[-1].right + part < end:
        parts.append(Seed(end - 2 * part, end - part, part))
    return parts


def _linked(seeds: list[Seed], settings: Settings) -> list[Chain]:
    """Group the seeds of one pair of articles, sorted, into chains."""
    after: dict[Seed, list[Seed]] = {}
    before: dict[Seed, list[Seed]] = {}
    nearest_after: dict[Seed, int] = {}
    nearest_before: dict[Seed, int] = {}
    lefts = [seed.left for seed in seeds]
    for seed in seeds:
        end = seed.left + seed.size
        first = bisect_left(lefts, max(seed.left + 1, end - settings.ngram + 1))
        last = bisect_right(lefts, end + settings.max_gap)
        for following in seeds[first:last]:
            cost = _cost(seed, following, settings)
            if cost is None:
                continue
            _keep_nearest(after, nearest_after, seed, following, cost)
            _keep_nearest(before, nearest_before, following, seed, cost)
    chain_of: dict[Seed, list[Seed]] = {seed: [seed] for seed in seeds}
    for seed, followers in after.items():
        for following in followers:
            if seed in before[following]:
                _join(chain_of, seed, following)
    distinct = {id(members): members for members in chain_of.values()}
    return [tuple(sorted(members)) for members in distinct.values()]


def _cost(seed: Seed, following: Seed, settings: Settings) -> int | None:
    """Return how far apart two seeds of a pair are; None if too far or not in order."""
    left, right = gap(seed, following)
    widest, overlap = max(left, right), min(left, right)
    allowed = min(settings.max_gap, seed.size + following.size)
    if widest > allowed or overlap <= -settings.ngram or following.right <= seed.right:
        return None
    return left + right + abs(left - right)


def _keep_nearest(
    neighbours: dict[Seed, list[Seed]],
    nearest: dict[Seed, int],
    seed: Seed,
    neighbour: Seed,
    cost: int,
) -> None:
    """Remember `neighbour` if none is nearer; equals are all kept, which keeps the symmetry."""
    known = nearest.get(seed)
    if known is None or cost < known:
        nearest[seed] = cost
        neighbours[seed] = [neighbour]
    elif cost == known:
        neighbours[seed].append(neighbour)


def _join(chain_of: dict[Seed, list[Seed]], one: Seed, other: Seed) -> None:
    small, large = sorted((chain_of[one], chain_of[other]), key=len)
    if small is large:
        return
    large.extend(small)
    for member in small:
        chain_of[member] = large
