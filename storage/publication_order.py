"""The order of publication in which the carriers of a passage are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from storage.records import Article
from textreuse import Span


def in_publication_order(spans: Iterable[Span], articles: Sequence[Article]) -> list[Span]:
    """Sort by date of publication; what has none comes last, in the order of the story.

    A date alone comes behind the times of its day, of which it may be any.
    """

    def rank(span: Span) -> tuple[bool, str, bool, str, Span]:
        published = articles[span.article].published or ""
        return not published, published[:10], len(published) == len("2026-03-05"), published, span

    return sorted(spans, key=rank)


def order_in_words(carriers: Sequence[Article]) -> str:
    """Return in what order these stand: an order, never a proof of who took from whom."""
    dated = [article.published for article in carriers if article.published]
    if len({article.id for article in carriers}) == 1:
        return "in the order of its text"
    if not dated:
        return "in the order of the story, no dates known"
    order = "in order of publication date"
    if any("T" in date for date in dated):
        order += ", times in UTC"
    return order if len(dated) == len(carriers) else f"{order}, those without one last"
