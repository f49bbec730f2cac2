"""Located targets: where the places of annotations stand now in the articles that have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from storage.anchoring.locate import LocatedQuote, State, locate
from storage.models import Annotation, Article, Target
from textreuse import Span


class LocatedTarget(NamedTuple):
    """A target of an annotation, and where its words stand now."""

    annotation: Annotation
    number: int
    """Which of the annotation's targets it is, from 0."""
    article: Article
    span: Span
    """Where the words stand, `article` counted among those given; empty for an orphan."""
    state: State
    score: float
    """Of 100, how well quote and context fit there; 0 for an orphan."""

    @property
    def target(self) -> Target:
        """The target as it is stored."""
        return self.annotation.targets[self.number]

    @property
    def stands(self) -> bool:
        """Whether its words were found: it is no orphan."""
        return self.state != "orphan"

    @property
    def wants_review(self) -> bool:
        """Whether the reader should look at it: its text has changed, or is gone."""
        return self.state == "changed" or not (self.stands or self.target.orphaned)

    @property
    def quote(self) -> str:
        """The words as they are in the article; for an orphan, as they were."""
        if not self.stands:
            return self.target.anchor.quote
        return self.article.text[self.span.start : self.span.end]


def locate_targets(
    annotations: Iterable[Annotation],
    articles: Sequence[Article],
    known: Iterable[LocatedTarget] = (),
) -> list[LocatedTarget]:
    """Locate each target that lies in one of `articles`, by annotation, then number.

    `known` is what was returned before: what has its target still is there, and is not looked for.
    """
    before = {(one.annotation.id, one.number): one for one in known}
    numbers = {article.id: number for number, article in enumerate(articles)}
    # Hundreds of notes may have come with one quote, which may have to be searched for.
    find_quote = cache(lambda anchor, at: locate(anchor, articles[at].text))
    found = []
    for annotation in annotations:
        for number, target in enumerate(annotation.targets):
            at = numbers.get(target.article)
            if at is None:
                continue
            was = before.get((annotation.id, number))
            if was is not None and was.target == target:
                span = was.span._replace(article=at)
                found.append(was._replace(annotation=annotation, article=articles[at], span=span))
            else:
                quote = find_quote(target.anchor, at)
                found.append(_make_located(annotation, number, articles[at], at, quote))
    return found


def _make_located(
    annotation: Annotation, number: int, article: Article, at: int, quote: LocatedQuote | None
) -> LocatedTarget:
    if quote is None:
        return LocatedTarget(annotation, number, article, Span(at, 0, 0), "orphan", 0.0)
    span = Span(at, quote.start, quote.end)
    return LocatedTarget(annotation, number, article, span, quote.state, quote.score)
