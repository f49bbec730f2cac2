"""Places in the library that a reader chose to go to."""

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


class TagUse(NamedTuple):
    """One thing that has the tag."""

    article: str
    """The id of the article that has it, or of the first one of the annotation that has it."""
    annotation: str | None
    """None where the whole article has it."""
    outlet: str
    quote: str
    """What the annotation is on, as it was stored; of a whole article its title."""
    note: str
