"""Which places of a passage only weak matches join: those that the last step alone shows."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import permutations

from textreuse import REWORDED, CopyPair, Group, Span, group_passages


def is_weak_match(group: Group, pair: CopyPair) -> bool:
    """Tell whether only weak matches join two places of `group`.

    Places that surer passages join by way of a third one are no weak match. Nor are two that share
    their words, and each a weak match with a third: a text and its reprint.
    """
    sure = [passage for passage in group.passages if not passage.weak]
    if len(sure) == len(group.passages):
        return False
    if any(_joins(part.spans, pair) for part in group_passages(sure)):
        return False
    return pair.kind in REWORDED or any(
        _joins((passage.left, passage.right), pair) for passage in group.passages
    )


def _joins(spans: Iterable[Span], pair: CopyPair) -> bool:
    return any(
        one.overlap(pair.ours) and another.overlap(pair.theirs)
        for one, another in permutations(spans, 2)
    )
