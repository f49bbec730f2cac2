"""What a cue is: words that say who is quoted."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.statements.quotations.clause import Reference


class Cue(NamedTuple):
    """Who is quoted."""

    reference: Reference
    is_plain: bool
    """Whether a plain verb of saying, a colon or "according to" tells it."""
    distance: int
    """Words between the verb and the quotation."""
    is_direct: bool
    """Whether the quotation is the whole of what was said: a comma, colon or point parts it."""
