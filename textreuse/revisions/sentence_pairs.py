"""Sentences of two versions of a text over one another.

Sentences with the same words belong together, those in one order first; of the others those that
are most alike. A sentence that was cut in two, or made of two, goes with both. The longest row that
keeps its order was not moved (by patience sorting; Fredman 1975).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from textreuse.passages.alignment import find_common_runs

_LEAST_SIMILARITY = 0.5
"""Of two sentences that are taken for one that was edited; as `Passage.similarity`."""
_LIKELIEST = 8
"""Sentences that one is held against, those that share most words with it."""
_FREQUENT = 50
"""Sentences from which on a word they share says nothing; where it is all, the nearest count."""
_OF_WHOLE = 0.5
"""The share of a sentence's words that are in the other version's sentence beside it, where both
are parts of that one."""

Tokens = Sequence[int]


@dataclass(frozen=True)
class Pair:
    """Sentences that belong together, as indices of the first and behind the last."""

    old: tuple[int, int]
    """Empty of what was added."""
    new: tuple[int, int]
    """Empty of what was removed."""
    is_moved: bool = False
    """Whether it stands elsewhere: as few are said to be moved as can be."""


def pair_sentences(old: Sequence[Tokens], new: Sequence[Tokens]) -> list[Pair]:
    """Return the pairs: what is in both, by place in the new version, then what is in one alone.

    Every sentence is in exactly one. `old` and `new` are the words of the sentences, as numbers.
    """
    pairing = _Pairing(old, new)
    pairing.pair_same()
    pairing.pair_alike()
    return list(pairing.list_pairs())


class _Pairing:
    def __init__(self, old: Sequence[Tokens], new: Sequence[Tokens]) -> None:
        self._old = [tuple(one) for one in old]
        self._new = [tuple(one) for one in new]
        self._to_new: dict[int, int] = {}
        self._to_old: dict[int, int] = {}

    def _link(self, old: int, new: int) -> None:
        self._to_new[old] = new
        self._to_old[new] = old

    def pair_same(self) -> None:
        """Pair what has the same words, first in one order, then wherever it stands."""
        numbers: dict[tuple[int, ...], int] = {}
        rows = [
            [numbers.setdefault(one, len(numbers)) for one in side]
            for side in (self._old, self._new)
        ]
        for old, new, size in find_common_runs(*rows):
            for at in range(size):
                self._link(old + at, new + at)
        waiting: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for at in reversed(range(len(self._old))):
            if at not in self._to_new:
                waiting[self._old[at]].append(at)
        for at, one in enumerate(self._new):
            if at not in self._to_old and waiting[one]:
                self._link(waiting[one].pop(), at)

    def pair_alike(self) -> None:
        """Pair those left that are most alike; of equals those that stand nearest."""
        found = []
        for old, new in self._list_likely():
            alike = Indel.normalized_similarity(self._old[old], self._new[new])
            if alike >= _LEAST_SIMILARITY:
                far = abs(old / len(self._old) - new / len(self._new))
                found.append((-alike, far, old, new))
        for _, _, old, new in sorted(found):
            if old not in self._to_new and new not in self._to_old:
                self._link(old, new)

    def _list_likely(self) -> Iterator[tuple[int, int]]:
        carriers: defaultdict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(self._new):
            if at not in self._to_old:
                for token in set(one):
                    carriers[token].append(at)
        for at, one in enumerate(self._old):
            if at not in self._to_new:
                having = [carriers[token] for token in set(one) if token in carriers]
                telling = [few for few in having if len(few) < _FREQUENT]
                telling = telling or [_take_near(many, at) for many in having]
                counts = Counter(new for few in telling for new in few)
                ranked = sorted((-count, abs(new - at), new) for new, count in counts.items())
                yield from ((at, new) for _, _, new in ranked[:_LIKELIEST])

    def list_pairs(self) -> Iterator[Pair]:
        """Yield all pairs; see `pair_sentences`."""
        new_parts = dict(self._find_parts(self._new, self._to_old, self._old))
        old_parts = dict(self._find_parts(self._old, self._to_new, self._new))
        links = sorted(self._to_old.items())
        kept = _find_longest_rise([old for _, old in links])
        for at, (new, old) in enumerate(links):
            yield Pair(_join(old, old_parts), _join(new, new_parts), at not in kept)
        for old in range(len(self._old)):
            if old not in self._to_new and old not in old_parts:
                yield Pair((old, old + 1), (0, 0))
        for new in range(len(self._new)):
            if new not in self._to_old and new not in new_parts:
                yield Pair((0, 0), (new, new + 1))

    def _find_parts(
        self,
        side: Sequence[tuple[int, ...]],
        links: dict[int, int],
        others: Sequence[tuple[int, ...]],
    ) -> Iterator[tuple[int, int]]:
        """Yield sentences without a partner that are parts of the one beside them, and that one.

        It has a partner in the other version, which has the words of both.
        """
        for at, part in enumerate(side):
            if at in links:
                continue
            for beside in (at - 1, at + 1):
                other = links.get(beside)
                if other is None or not 0 <= beside < len(side):
                    continue
                whole = side[beside] + part if beside < at else part + side[beside]
                alone = LCSseq.similarity(side[beside], others[other])
                gain = LCSseq.similarity(whole, others[other]) - alone
                if part and gain >= _OF_WHOLE * len(part):
                    yield at, beside
                    break


def _join(one: int, parts: dict[int, int]) -> tuple[int, int]:
    """Return the sentences from first to last that are `one` with its parts."""
    found = [one, *(part for part, whole in parts.items() if whole == one)]
    return min(found), max(found) + 1


def _take_near(places: list[int], at: int) -> list[int]:
    middle = bisect_left(places, at)
    return places[max(0, middle - _FREQUENT // 2) : middle + _FREQUENT // 2]


def _find_longest_rise(values: Sequence[int]) -> set[int]:
    """Return the indices of a longest rising row in `values`, which are all different."""
    ends: list[int] = []
    before: list[int | None] = []
    for at, value in enumerate(values):
        length = bisect_left(ends, value, key=values.__getitem__)
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [at]
    found: set[int] = set()
    step = ends[-1] if ends else None
    while step is not None:
        found.add(step)
        step = before[step]
    return found
