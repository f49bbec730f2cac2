"""How well a text alignment is found: recall, precision, granularity, and plagdet of the three.

After Potthast, Stein, Barrón-Cedeño and Rosso, "An Evaluation Framework for Plagiarism
Detection", COLING 2010; recall and precision are the macro-averaged ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

Interval = tuple[int, int]
"""Characters of a text, from the first up to, not including, the second."""


class Alignment(NamedTuple):
    """A stretch of one text and the stretch of another that corresponds to it."""

    left: Interval
    right: Interval


class Pair(NamedTuple):
    """What is known of two texts, and what was found in them."""

    cases: Sequence[Alignment]
    detections: Sequence[Alignment]


class Score(NamedTuple):
    """The three measures; recall and precision lie in 0..1, granularity is 1 or more."""

    recall: float
    """The mean over the cases of the share of each that detections cover; 0 without cases."""
    precision: float
    """The mean over the detections of the share of each that cases cover; 0 without any."""
    granularity: float
    """How many detections a detected case has on average; 1 if none is detected."""

    @property
    def plagdet(self) -> float:
        """The harmonic mean of recall and precision over log2(1 + granularity), 0..1."""
        if not self.recall + self.precision:
            return 0.0
        harmonic = 2 * self.recall * self.precision / (self.recall + self.precision)
        return harmonic / math.log2(1 + self.granularity)


def score(pairs: Iterable[Pair]) -> Score:
    """Measure all pairs as one: every case counts alike, and every detection, in whatever pair."""
    recalls: list[float] = []
    precisions: list[float] = []
    hits: list[int] = []
    for cases, detections in pairs:
        recalls += [_covered(case, detections) for case in cases]
        precisions += [_covered(detection, cases) for detection in detections]
        hits += [sum(_meet(case, detection) for detection in detections) for case in cases]
    detected = [count for count in hits if count]
    return Score(_mean(recalls, 0.0), _mean(precisions, 0.0), _mean(detected, 1.0))


def _covered(one: Alignment, others: Iterable[Alignment]) -> float:
    """Return the share of the characters of `one`, both sides taken together, that others have.

    Only those count that meet it on both sides: a copy told with a wrong source is not found.
    """
    met = [other for other in others if _meet(one, other)]
    common = _common(one.left, [other.left for other in met])
    common += _common(one.right, [other.right for other in met])
    return common / (_length(one.left) + _length(one.right)) if common else 0.0


def _meet(one: Alignment, other: Alignment) -> bool:
    return _common(one.left, [other.left]) > 0 and _common(one.right, [other.right]) > 0


def _common(interval: Interval, others: Iterable[Interval]) -> int:
    """Count the characters of `interval` that lie in any of the others."""
    count, reached = 0, interval[0]
    for start, end in sorted(others):
        stop = min(end, interval[1])
        count += max(0, stop - max(start, reached))
        reached = max(reached, stop)
    return count


def _length(interval: Interval) -> int:
    return interval[1] - interval[0]


def _mean(values: Sequence[float], empty: float) -> float:
    return math.fsum(values) / len(values) if values else empty
