"""Where annotations lie over each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.story.page import Extent


def find_overlaps(extents: Iterable[Extent]) -> list[Extent]:
    """Return the stretches on which 2, 4, 6 and so on of the extents lie, in their order.

    Drawn otherwise than the rest, they show each edge that lies inside of another extent: there
    one more lies, or one less.
    """
    steps: Counter[int] = Counter()
    for start, end in extents:
        steps[start] += 1
        steps[end] -= 1
    found: list[Extent] = []
    depth, begun = 0, None
    for at in sorted(steps):
        depth += steps[at]
        is_even = depth > 0 and depth % 2 == 0
        if begun is not None and not is_even:
            found.append((begun, at))
            begun = None
        elif begun is None and is_even:
            begun = at
    return found
