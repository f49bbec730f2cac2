"""Which documents are worth a comparison: the rule, said plainly, for as many as memory holds.

Engines find the same pairs in other ways; tests hold them to this one.

The keys of a document are its fingerprints, the hashes of every four words in a row: a library
keeps the least of four neighbours and asks with all of them (`storage.search.winnowing`); here all
are on both sides, as what an edited passage has left is little. A key of two documents or more, but
not too many, pairs all of them with each other. A fingerprint of more documents than that is *hot*:
alone it is a phrase of everybody's. But a press release that ten thousand papers printed has
nothing but hot ones, one after the other. So eight hot fingerprints that follow each other in a
document are one more key, a *run*; a run of too many documents pairs each of them with the first
few of them, which costs no more than there are documents.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, TypeVar

from storage.scan.values import Candidate
from storage.search.winnowing import FEWEST_COMMON, MOST_ARTICLES

RUN = 8
"""Hot fingerprints in a row that are a key: eleven words."""
MIDDLE = 4
"""Which of them tells, with the first and the last, all its words."""
FIRST = 3
"""Documents of a run of too many with which all others are paired: more than one, as the first
may have but a part of it."""
MOST_CANDIDATES = 50
"""Candidates that a document keeps; as many as a key can give it."""

Run = tuple[int, int, int]
Pair = tuple[int, int]
_Key = TypeVar("_Key", int, Run)


class Limits(NamedTuple):
    """What the rule goes by; tests make it narrow."""

    documents: int = MOST_ARTICLES
    """Of a key that pairs all of them."""
    first: int = FIRST
    common: int = FEWEST_COMMON
    """Keys that a candidate has in common at least."""
    most: int = MOST_CANDIDATES
    has_runs: bool = True
    """Whether keys follow each other in a document, so that runs of them mean something."""


LIMITS = Limits()


def find_candidates(rows: Sequence[Sequence[int]], limits: Limits = LIMITS) -> list[Candidate]:
    """Return all candidates, by `left` and `right`.

    `rows` has of each document its fingerprints as they follow each other in it
    (`text_measures.list_hashes`).
    """
    holders = _find_holders(rows)
    hot = {value for value, numbers in holders.items() if len(numbers) > limits.documents}
    common: Counter[Pair] = Counter()
    for value, numbers in holders.items():
        if value not in hot:
            common.update(combinations(numbers, 2))
    if limits.has_runs:
        for numbers in _find_holders(list_runs(row, hot) for row in rows).values():
            common.update(pair_run_holders(numbers, limits))
    return keep_best(
        (Candidate(*pair, count) for pair, count in common.items() if count >= limits.common),
        limits,
    )


def list_runs(row: Sequence[int], hot: Collection[int]) -> Iterator[Run]:
    """Yield each run of hot fingerprints, as its first, one in between and its last."""
    places = [place for place, value in enumerate(row) if value in hot]
    for first, last in zip(places, places[RUN - 1 :], strict=False):
        if last - first == RUN - 1:
            yield row[first], row[first + MIDDLE], row[last]


def pair_run_holders(numbers: Sequence[int], limits: Limits = LIMITS) -> Iterator[Pair]:
    """Yield the pairs that a run gives whose documents, ascending, are `numbers`."""
    if len(numbers) <= limits.documents:
        yield from combinations(numbers, 2)
        return
    first = numbers[: limits.first]
    yield from combinations(first, 2)
    for other in numbers[limits.first :]:
        for one in first:
            yield one, other


def keep_best(candidates: Iterable[Candidate], limits: Limits = LIMITS) -> list[Candidate]:
    """Return, by `left` and `right`, the candidates that one of their documents keeps."""
    of: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in candidates:
        of[one.left].append(one)
        of[one.right].append(one)
    return sorted({one for own in of.values() for one in choose_best(own, limits)})


def choose_best(own: Iterable[Candidate], limits: Limits = LIMITS) -> list[Candidate]:
    """Return which of its candidates a document keeps.

    Those with most in common; of equals those with the lower numbers.
    """
    # All have this document on one side: the other tells them apart.
    ranked = sorted(own, key=lambda one: (-one.common, one.left, one.right))
    return ranked[: limits.most]


def _find_holders(rows: Iterable[Iterable[_Key]]) -> dict[_Key, list[int]]:
    """Return by each key the documents that have it, ascending."""
    holders: defaultdict[_Key, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in set(row):
            holders[key].append(number)
    return holders
