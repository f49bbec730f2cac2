"""Anchors: where an annotation stood, and what it said.

Position and quote together, as in the W3C Web Annotation Data Model's TextPositionSelector and
TextQuoteSelector. `storage.anchoring.locate` finds where that is now.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""Characters kept before and after the quote."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the quote stood, what it said, and what stood around it; offsets in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


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
