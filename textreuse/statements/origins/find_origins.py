"""Tell where the words of each article of a story came from, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from textreuse.comparison import Comparison
from textreuse.statements.origins.origin import Origins


def find_origins(
    comparison: Comparison,
    names: Sequence[str],
    published: Sequence[str | None],
    outlets: Sequence[str | None],
) -> Origins:
    """Return where words came from; see `Origins`."""
    raise NotImplementedError
