"""What a review says of an annotation whose text has changed, or is gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.anchoring.anchors import CONTEXT
from storage.anchoring.located_targets import LocatedTarget
from tui.review.quote_diff import QuoteChange, diff_quotes


class PlaceAnew(NamedTuple):
    """The reader wants to select where an annotation stands now."""

    placed: LocatedTarget


class Review(NamedTuple):
    """One place of an annotation, as it was and as it is."""

    placed: LocatedTarget
    before: str
    """What stands before the text that was found; empty for an orphan."""
    changes: tuple[QuoteChange, ...]
    """From the quote to what was found; empty for an orphan."""
    after: str


def choose_for_review(placed: Iterable[LocatedTarget]) -> list[LocatedTarget]:
    """Return what the reader should look at, in the order given."""
    return [one for one in placed if one.wants_review]


def describe_change(placed: LocatedTarget) -> Review:
    """Return how the text of an annotation was, and how it is now."""
    if not placed.stands:
        return Review(placed, "", (), "")
    text, start, end = placed.article.text, placed.span.start, placed.span.end
    return Review(
        placed,
        text[max(0, start - CONTEXT) : start],
        tuple(diff_quotes(placed.target.anchor.quote, placed.quote)),
        text[end : end + CONTEXT],
    )
