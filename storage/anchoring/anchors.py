"""Anchors made of a text: where an annotation stands in it, and what it says.

Position and quote together, as in the W3C Web Annotation Data Model's TextPositionSelector and
TextQuoteSelector. `storage.anchoring.locate` finds where that is now.
"""

from __future__ import annotations

from storage.models import Anchor

CONTEXT = 32
"""Characters kept before and after the quote."""


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Anchor `text[start:end]`; `ValueError` if that is empty or not inside the text."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no text at {start}:{end} of {len(text)} characters")
    return Anchor(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
    )


def find_occurrences(quote: str, text: str) -> list[int]:
    """Return where `quote`, not empty, begins in `text`, overlapping places included."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places
