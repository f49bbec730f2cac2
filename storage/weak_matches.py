"""Which places of a passage are a weak match: those that the last step alone shows."""

from __future__ import annotations

from textreuse import REWORDED, CopyPair, Group


def is_weak_match(group: Group, pair: CopyPair) -> bool:
    """Tell whether two places of `group` are a weak match, as only those of weak passages are.

    Two are none that share their words, and each a weak match with a third: a text and its reprint.
    """
    if not group.passages[0].weak:
        return False
    left, right = sorted((pair.ours, pair.theirs))
    return pair.kind in REWORDED or group.find_joining(left, right) is not None
