"""Anchors: how an annotation finds its text again.

Position and quote together, as in the W3C Web Annotation Data Model's TextPositionSelector and
TextQuoteSelector.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CONTEXT = 32
"""Characters kept before and after the quote."""

State = Literal["exact", "moved", "changed", "orphan"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the quote stood, what it said, and what stood around it; offsets in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Located:
    """Where an anchor's quote stands now: `exact` at its old place, `moved` at another."""

    start: int
    end: int
    state: State


def anchor_at(text: str, start: int, end: int) -> Anchor:
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


def locate(anchor: Anchor, text: str) -> Located | None:
    """Find where `anchor` now stands in `text`.

    The stored position wins while the words there are unchanged; else the same quote whose
    context agrees best, ties going to the nearest. None if the quote is gone: an orphan.
    """
    if text[anchor.start : anchor.end] == anchor.quote:
        return Located(anchor.start, anchor.end, "exact")
    places = list(occurrences(anchor.quote, text))
    if not places:
        return None
    best = max(places, key=lambda at: (_agreement(anchor, text, at), -abs(at - anchor.start)))
    return Located(best, best + len(anchor.quote), "moved")


def occurrences(quote: str, text: str) -> list[int]:
    """Return where `quote`, not empty, begins in `text`, overlapping places included."""
    places = []
    at = text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _agreement(anchor: Anchor, text: str, at: int) -> int:
    """Count the characters of the stored context that still stand around `at`."""
    before = text[max(0, at - CONTEXT) : at]
    after = text[at + len(anchor.quote) :][:CONTEXT]
    return _common_start(anchor.prefix[::-1], before[::-1]) + _common_start(anchor.suffix, after)


def _common_start(one: str, other: str) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
