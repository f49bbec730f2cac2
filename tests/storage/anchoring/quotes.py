"""Anchors of quotes, and what is found by them."""

from __future__ import annotations

from storage.anchoring.anchors import find_occurrences, make_anchor
from storage.anchoring.locate import LocatedQuote
from storage.models import Anchor


def anchor_of(quote: str, text: str, nth: int = 1) -> Anchor:
    start = find_occurrences(quote, text)[nth - 1]
    return make_anchor(text, start, start + len(quote))


def found(text: str, located: LocatedQuote | None) -> tuple[str, str, str]:
    """Return what stands before and at the place, and how it was found."""
    assert located is not None
    return text[: located.start], text[located.start : located.end], located.state
