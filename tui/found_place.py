"""A place in the library that a reader chose to go to."""

from __future__ import annotations

from typing import NamedTuple


class FoundPlace(NamedTuple):
    """An article, and where in it to begin."""

    article: str
    """Its id."""
    start: int | None = None
    """Where the cursor goes; None leaves it where the reader left the article."""
    annotation: str | None = None
    """The annotation to begin at instead."""
