"""Find what most other articles carry and one leaves out."""

from __future__ import annotations

from textreuse.comparison import Comparison
from textreuse.statements.origins.origin import Missing

_FEWEST = 2


def find_missing(comparison: Comparison, article: int) -> tuple[Missing, ...]:
    """Return the passages that most of the other articles carry and `article` does not, by place.

    Most are at least two, and at least half of the others. Quotations count, weak
    matches do not.
    """
    others = len(comparison.texts) - 1
    return tuple(
        Missing(article, group, group.articles)
        for group in comparison.groups
        if not group.is_weak
        and article not in group.articles
        and len(group.articles) >= max(_FEWEST, others / 2)
    )
