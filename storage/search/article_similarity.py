"""Which articles of a library report the same, by what they copied and by rare terms."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from storage.database.connection import Database
from storage.search.fingerprints import Fingerprints
from storage.search.rare_terms import find_rare_terms
from storage.search.winnowing import FEWEST_COMMON

DAYS = 3
"""Articles that lie more days apart are not asked about."""

_FEWEST_TERMS = 3
"""Rare terms that two articles must have in common for these to say anything."""
_DATED_LESS = 0.05
"""Likeness by terms that is taken off where the day of one is not known."""
_COPIED = 0.1
"""A part of an article's fingerprints that says as much as enough rare terms do."""
_COPIES_TAKE = 0.3
"""Part of the work that the fingerprints are."""

Pair = tuple[str, str]


class SharedTerm(NamedTuple):
    """A rare term."""

    stem: str
    weight: float
    """How rare it is, 0..1."""
    articles: Sequence[str]


class Similarity(NamedTuple):
    """What articles have in common."""

    likeness: Mapping[Pair, float]
    """How alike two articles are, by their ids in ascending order; see `least`."""
    copied: frozenset[Pair]
    """The pairs that have words in a row in common."""
    terms: Sequence[SharedTerm]
    least: float
    """How alike two reports of one event are at least."""


class ArticleSimilarity:
    """Finds what articles have in common, all with all."""

    def __init__(self, db: Database, fingerprints: Fingerprints) -> None:
        self._db = db
        self._fingerprints = fingerprints

    def measure(self, days: Mapping[str, int | None], tell: Callable[[float], None]) -> Similarity:
        """Compare the articles that `days` has, with the number of its day where that is known.

        The likeness of two is the cosine of their rare terms, each counted once, more by what
        was copied. `tell` is called with the share that is done, 0..1; what it raises ends the
        work. Takes some seconds for ten thousand articles.
        """
        self._fingerprints.catch_up()
        ids = dict(self._db.execute("SELECT number, article FROM article_number").fetchall())
        known = {number: days[name] for number, name in ids.items() if name in days}
        shelf = _Shelf(known)
        parts = self._measure_copied(shelf)
        tell(_COPIES_TAKE)

        least = choose_least_likeness(len(known))
        terms: list[SharedTerm] = []
        in_common: Counter[tuple[int, int]] = Counter()
        weight_in_common: defaultdict[tuple[int, int], float] = defaultdict(float)
        weight: defaultdict[int, float] = defaultdict(float)
        for term, value, numbers in find_rare_terms(
            self._db, known, lambda share: tell(_COPIES_TAKE + (1 - _COPIES_TAKE) * share)
        ):
            terms.append(SharedTerm(term, value, [ids[number] for number in numbers]))
            for number in numbers:
                weight[number] += value
            for pair in shelf.pair_near(numbers):
                in_common[pair] += 1
                weight_in_common[pair] += value
        likeness: dict[tuple[int, int], float] = {}
        for (a, b), value in weight_in_common.items():
            if in_common[a, b] >= _FEWEST_TERMS:
                unsure = _DATED_LESS if known[a] is None or known[b] is None else 0.0
                likeness[a, b] = value / math.sqrt(weight[a] * weight[b]) - unsure
        for pair, part in parts.items():
            likeness[pair] = max(0.0, likeness.get(pair, 0.0)) + part / _COPIED * least

        def name_pair(pair: tuple[int, int]) -> Pair:
            a, b = sorted((ids[pair[0]], ids[pair[1]]))
            return a, b

        return Similarity(
            {name_pair(pair): alike for pair, alike in likeness.items()},
            frozenset(map(name_pair, parts)),
            terms,
            least,
        )

    def _measure_copied(self, shelf: _Shelf) -> dict[tuple[int, int], float]:
        """Return of each pair with enough fingerprints in common their part of the shorter one."""
        in_common: Counter[tuple[int, int]] = Counter()
        for numbers in self._fingerprints.find_common():
            in_common.update(shelf.pair_near(numbers))
        counts = self._fingerprints.count_all()
        return {
            (a, b): common / min(counts[a], counts[b])
            for (a, b), common in in_common.items()
            if common >= FEWEST_COMMON
        }


def choose_least_likeness(articles: int) -> float:
    """Return how alike two reports of one event are at least, 0..1, in a library of so many.

    The more articles there are, the better they tell what is rare. Measured on 50 events in three
    outlets each and on 130 stories of an agency and the newspapers that drew on it, all together
    and some alone, on their own days and all within ten.
    """
    return min(0.3, max(0.12, 0.36 - 0.08 * math.log10(max(1, articles))))


class _Shelf:
    """Articles by their days; those without a day are near to all others."""

    def __init__(self, days: Mapping[int, int | None]) -> None:
        self._days = days
        order = sorted(days, key=lambda number: (days[number] or 0, number))
        self._place = {number: place for place, number in enumerate(order)}

    def pair_near(self, numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield each pair of those of `numbers` that are known and lie near enough, once."""
        ordered = sorted(
            (one for one in numbers if one in self._place), key=self._place.__getitem__
        )
        for at, one in enumerate(ordered):
            day = self._days[one]
            for other in ordered[at + 1 :]:
                later = self._days[other]
                if day is not None and later is not None and later - day > DAYS:
                    break  # and so are all that follow
                yield one, other
