"""Which places of a passage only weak matches join: those that the last step alone shows."""

from __future__ import annotations

from itertools import permutations

from textreuse import Group, Span, group_passages


def is_weak_match(group: Group, here: Span, other: Span) -> bool:
    """Tell whether only weak matches join two places of `group`.

    Places that surer passages join by way of a third one are no weak match.
    """
    sure = [passage for passage in group.passages if not passage.weak]
    if len(sure) == len(group.passages):
        return False
    return not any(
        one.overlap(here) and another.overlap(other)
        for part in group_passages(sure)
        for one, another in permutations(part.spans, 2)
    )
