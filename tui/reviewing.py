"""What a review says of an annotation whose text has changed, or is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.anchors import CONTEXT, Anchor
from storage.locating import locate
from storage.records import Article
from tui.placed import Placed
from tui.rewording import Change, rewording


class PlaceAnew(NamedTuple):
    """The reader wants to select where an annotation stands now."""

    placed: Placed


class Review(NamedTuple):
    """One place of an annotation, as it was and as it is."""

    placed: Placed
    article: Article
    was: Anchor
    before: str
    """What stands before the text that was found; empty for an orphan."""
    changes: tuple[Change, ...]
    """From the quote to what was found; empty for an orphan."""
    after: str
    likeness: int
    """Of 100, how like quote and context are to what was found; 0 for an orphan."""


def to_review(placed: Iterable[Placed]) -> list[Placed]:
    """Return what the reader should look at, in the order given."""
    return [one for one in placed if one.wants_review]


def review(placed: Placed, articles: Sequence[Article]) -> Review:
    """Return how the text of an annotation was, and how it is now."""
    article = articles[placed.span.article]
    was = placed.annotation.targets[placed.number].anchor
    located = locate(was, article.text)
    if located is None:
        return Review(placed, article, was, "", (), "", 0)
    start, end = located.start, located.end
    return Review(
        placed,
        article,
        was,
        article.text[max(0, start - CONTEXT) : start],
        tuple(rewording(was.quote, article.text[start:end])),
        article.text[end : end + CONTEXT],
        round(located.score),
    )
