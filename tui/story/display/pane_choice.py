"""Which articles stand side by side where not all of them fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def choose_panes(
    offered: Sequence[int],
    focus: int,
    columns: int,
    leftmost: int,
    carriers: Sequence[int] = (),
    seen: Collection[int] = (),
) -> list[int]:
    """Return the articles that are seen, as many as there are `columns`, in the story's order.

    `offered`: those that may be seen, in that order, `focus` among them. With `carriers`, those
    that carry the passage at hand beside the focus, the strongest first, these come first, then
    those that were `seen`, then those next to the focus. Without, the articles in a row that
    begin with `leftmost`, moved as little as brings the focus in.
    """
    beside = [article for article in carriers if article in offered and article != focus]
    if not beside:
        at = offered.index(focus)
        first = sum(article < leftmost for article in offered)
        first = min(max(first, at - columns + 1), at)
        first = max(0, min(first, len(offered) - columns))
        return list(offered[first : first + columns])
    others = sorted(
        (article for article in offered if article not in (focus, *beside)),
        key=lambda article: (article not in seen, abs(article - focus)),
    )
    return sorted([focus, *beside, *others][:columns])
