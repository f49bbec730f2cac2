"""Find what most other articles carry and one leaves out."""

from __future__ import annotations

from textreuse.comparison import Comparison
from textreuse.statements.origins.origin import Missing


def find_missing(comparison: Comparison, article: int) -> tuple[Missing, ...]:
    """Return the passages that most of the other articles carry and `article` does not, by place.

    Most are at least two, and at least half of the others.
    """
    raise NotImplementedError
