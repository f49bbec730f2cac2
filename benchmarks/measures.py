"""What is measured of marks on a text and of a score that is to tell two classes apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Overlap(NamedTuple):
    """How what was found agrees with what there is to find, counted over all texts together."""

    common: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what was found that was to be found; 0 where nothing was found."""
        return self.common / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was found; 0 where there is nothing."""
        return self.common / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.wanted
        return 2 * self.common / both if both else 0.0


def overlap(pairs: Iterable[tuple[Collection[int], Collection[int]]]) -> Overlap:
    """Add up pairs of (what was found, what there is to find), each the places in one text."""
    common = found = wanted = 0
    for ours, gold in pairs:
        common += len(set(ours) & set(gold))
        found += len(set(ours))
        wanted += len(set(gold))
    return Overlap(common, found, wanted)


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return how likely one of `positive` is greater than one of `negative`; a tie counts half.

    This is the area under the ROC curve, by ranks (Mann and Whitney, 1947). `ValueError` if
    either is empty.
    """
    if not (positive and negative):
        raise ValueError("auc: a class without scores")
    scores = sorted([(value, 1) for value in positive] + [(value, 0) for value in negative])
    below, wins = 0, 0.0
    for _, equals in groupby(scores, key=lambda score: score[0]):
        labels = [label for _, label in equals]
        losers = labels.count(0)
        wins += (len(labels) - losers) * (below + losers / 2)
        below += losers
    return wins / (len(positive) * len(negative))
