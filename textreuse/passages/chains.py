"""Chains: seeds that follow each other closely on both sides, in the same order.

No global order is asked for: a passage that moved is a chain of its own. A chain is found by
mutual choice: two seeds are linked when each is the other's only nearest neighbour, which gives
the same chains whichever article comes first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from math import ceil

from textreuse.passages.covering_chains import choose_covering
from textreuse.passages.exact_matches import Seed
from textreuse.settings import Settings
from textreuse.text.corpus import Corpus, Position

Chain = tuple[Seed, ...]
"""Seeds of one pair of articles, ascending on both sides."""

_RECENT_PERIODS = 8
"""Self-overlapping seeds that a longer period is held against before it is cut up once more; a
bound on the time, for what is cut twice is chosen from later."""


_CHANCE_PER_WORD = 0.05
"""Seeds too short for a passage, for each word of the two articles, that are taken for more than
chance. Two books of 100,000 words have .03; a text of a dozen words over and over has more than
.25, and nothing would come of them but passages by chance."""
_FREE_SHORT_SEEDS = 2_500
"""Short seeds that are kept in any case; of 361 stories of news and essays none had 250."""

_LINKED_PER_WORD, _FREE_LINKED = 0.08, 8_000
"""Seeds, for each word of the two articles and in any case, that are linked; of more, those are
that cover most. Two books of 100,000 words have .034."""

_CHAINED_PER_WORD = 0.035
"""Seeds in chains, for each word of the two articles, that are all aligned; of more, those chains
are that cover most. Two books of 100,000 words have .034, nearly all by chance."""
_FREE_CHAINED, _FREE_CHAINED_OF_PAIR = 4_000, 1_000
"""Such seeds that are aligned in any case, of all articles together and of each two: in half a
second. Of 361 stories of news and essays no two articles had 400."""

_PARTS_PER_WORD, _FREE_PARTS = 0.01, 2_000
"""Parts, for each word of all articles and in any case, into which what repeats itself at once is
cut. Where there would be more each is made of more periods."""


def chain_seeds(
    corpus: Corpus, seeds: Iterable[Seed], settings: Settings, repeats: bool = True
) -> list[Chain]:
    """Cut seeds that overlap themselves, then link neighbours; every seed is in one chain.

    Left out are seeds too short for a passage where two articles have so many of them that it is
    by chance, and seeds and chains that cover what better ones do where there are too many to link
    and to align.

    Two neighbours are linked when at most `settings.max_gap` words lie between them on either
    side, and no more than both have together: small matches do not pull distant text in. Without
    `repeats` the chains inside one article are left out, and the others are the same.
    """
    by_pair: dict[tuple[int, int], list[Seed]] = {}
    periods: list[Seed] = []
    for seed in sorted(sorted(seeds), key=lambda seed: seed.right - seed.left):
        if seed.right < seed.left + seed.size:
            if not any(_covers(period, seed) for period in periods[-_RECENT_PERIODS:]):
                periods.append(seed)
        else:
            pair = corpus.article(seed.left), corpus.article(seed.right)
            by_pair.setdefault(pair, []).append(seed)
    found: list[Chain] = []
    if repeats:
        found += ((part,) for part in _cut_periods(corpus, periods, settings.min_words))
    for pair, members in by_pair.items():
        if pair[0] == pair[1] and not repeats:
            continue
        words = sum(len(corpus.words[article]) for article in set(pair))
        enough = [seed for seed in members if not _is_short(corpus, seed, settings)]
        few = max(_FREE_SHORT_SEEDS, _CHANCE_PER_WORD * words)
        kept = members if len(members) - len(enough) <= few else enough
        sides = corpus.all_of(pair[0]), corpus.all_of(pair[1])
        most = max(_FREE_LINKED, _LINKED_PER_WORD * words)
        if len(kept) > most:
            kept = [seed for (seed,) in choose_covering(zip(kept), *sides, most)]
        linked = _link(corpus, sorted(kept), settings)
        most = max(_FREE_CHAINED / len(by_pair), _FREE_CHAINED_OF_PAIR, _CHAINED_PER_WORD * words)
        if len(kept) > most:
            linked = choose_covering(linked, *sides, most)
        found.extend(linked)
    return found


def measure_gap(seed: Seed, following: Seed) -> tuple[int, int]:
    """Return how many words lie between two seeds, left and right; negative if they overlap."""
    return (
        following.left - seed.left - seed.size,
        following.right - seed.right - seed.size,
    )


def _is_short(corpus: Corpus, seed: Seed, settings: Settings) -> bool:
    """Tell whether the seed has too few words for a passage."""
    least = settings.fewest_words
    return seed.size < least or corpus.size(seed.left, seed.left_end) < least


def _covers(period: Seed, seed: Seed) -> bool:
    return (
        period.left <= seed.left
        and seed.left + seed.size <= period.left + period.size
        and seed.right + seed.size <= period.right + period.size
    )


def _cut_periods(corpus: Corpus, periods: Sequence[Seed], min_words: int) -> Iterator[Seed]:
    """Cut stretches that repeat themselves at once (ABABAB) into neighbours (AB AB, AB AB, …).

    The parts are whole periods, as few as make `min_words` unless that would be too many parts;
    nothing of a stretch that is too short to hold two of them side by side.
    """
    smallest = [_measure_part(corpus, seed, min_words) for seed in periods]
    parts = sum(
        (seed.right_end - seed.left) // part for seed, part in zip(periods, smallest, strict=True)
    )
    times = ceil(parts / max(_FREE_PARTS, _PARTS_PER_WORD * len(corpus.tokens)))
    for seed, part in zip(periods, smallest, strict=True):
        pairs = (seed.right_end - seed.left) // (2 * part)
        if pairs:
            yield from _cut_period(seed, part * min(times, pairs))


def _measure_part(corpus: Corpus, seed: Seed, min_words: int) -> int:
    """Return how many words the fewest periods are that make `min_words`, or all there are."""
    period = seed.right - seed.left
    part = period
    while (
        seed.left + part <= seed.right_end
        and corpus.size(seed.left, Position(seed.left + part)) < min_words
    ):
        part += period
    return part


def _cut_period(seed: Seed, part: int) -> Iterator[Seed]:
    """Cut a stretch, long enough for two, into parts of so many words, each with the next."""
    last = seed.right_end - 2 * part
    for at in range(seed.left, last + 1, part):
        yield Seed(Position(at), Position(at + part), part)
    if (last - seed.left) % part:
        yield Seed(Position(last), Position(last + part), part)


def _link(corpus: Corpus, seeds: list[Seed], settings: Settings) -> list[Chain]:
    """Group the seeds of one pair of articles, sorted, into chains."""
    after: dict[Seed, _Nearest] = {}
    before: dict[Seed, _Nearest] = {}
    near = _Near(seeds, settings)
    for seed in seeds:
        for following in near.after(seed):
            distance = _measure_distance(corpus, seed, following, settings)
            if distance is not None:
                after.setdefault(seed, _Nearest()).offer(following, distance)
                before.setdefault(following, _Nearest()).offer(seed, distance)
    chains: list[Chain] = []
    linked: dict[Seed, list[Seed]] = {}
    for seed in seeds:
        members = linked.pop(seed, [seed])
        nearest = after[seed].only if seed in after else None
        if nearest is not None and before[nearest].only == seed:
            linked[nearest] = [*members, nearest]
        else:
            chains.append(tuple(members))
    return chains


class _Near:
    """Seeds by strips of neighbouring diagonals, to look at those only that may be linked.

    Two gaps that are both allowed differ by less than the width of a strip.
    """

    def __init__(self, seeds: list[Seed], settings: Settings) -> None:
        self._settings = settings
        self._width = settings.max_gap + settings.ngram
        self._strips: dict[int, list[Seed]] = {}
        for seed in seeds:
            self._strips.setdefault(self._strip(seed), []).append(seed)

    def after(self, seed: Seed) -> Iterator[Seed]:
        """Yield those that begin after `seed`, not too far from its end on the left."""
        end = seed.left + seed.size
        first = max(seed.left + 1, end - self._settings.ngram + 1)
        last = end + self._settings.max_gap
        strip = self._strip(seed)
        for members in map(self._strips.get, range(strip - 1, strip + 2)):
            if members is not None:
                at = bisect_left(members, (first,))
                while at < len(members) and members[at].left <= last:
                    yield members[at]
                    at += 1

    def _strip(self, seed: Seed) -> int:
        return (seed.right - seed.left) // self._width


class _Nearest:
    """The nearest of several neighbours; none where two are equally near.

    Equals are mirror images, one a word earlier on the left, the other on the right: to choose
    either would favour a side.
    """

    __slots__ = ("_distance", "only")

    def __init__(self) -> None:
        self.only: Seed | None = None
        self._distance: tuple[int, ...] | None = None

    def offer(self, neighbour: Seed, distance: tuple[int, int]) -> None:
        key = (*distance, -neighbour.size)
        if self._distance is None or key < self._distance:
            self.only, self._distance = neighbour, key
        elif key == self._distance:
            self.only = None


def _measure_distance(
    corpus: Corpus, seed: Seed, following: Seed, settings: Settings
) -> tuple[int, int] | None:
    """Return how far apart two seeds of a pair are; None if too far, or not to be linked."""
    left, right = measure_gap(seed, following)
    widest = max(left, right)
    if (
        widest > min(settings.max_gap, seed.size + following.size)
        or min(left, right) <= -settings.ngram
        or following.right <= seed.right
        or not corpus.is_unbroken(seed.left_end, following.left)
        or not corpus.is_unbroken(seed.right_end, following.right)
    ):
        return None
    return widest, abs(left - right)
