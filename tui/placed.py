"""Annotations where they stand now in the articles that are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storage.locating import State, locate
from storage.records import Annotation, Article
from textreuse import Span


class Placed(NamedTuple):
    """An annotation at one of its places."""

    annotation: Annotation
    number: int
    """Which of its places, counted from 0."""
    span: Span
    """Empty for an orphan."""
    state: State

    @property
    def stands(self) -> bool:
        """Whether its text was found."""
        return self.state != "orphan"

    @property
    def wants_review(self) -> bool:
        """Whether the reader should look at it: its text has changed, or is gone."""
        if self.state == "orphan":
            return not self.annotation.targets[self.number].orphaned
        return self.state == "changed"


def place(
    annotations: Sequence[Annotation], articles: Sequence[Article], known: Iterable[Placed] = ()
) -> list[Placed]:
    """Return each annotation at each of its places in `articles`, sorted by place.

    `known` is what was returned before for these articles: what has its target still is there.
    """
    before = {(one.annotation.id, one.number): one for one in known}
    numbers = {article.id: number for number, article in enumerate(articles)}
    found = []
    for annotation in annotations:
        for number, target in enumerate(annotation.targets):
            article = numbers.get(target.article)
            if article is None:
                continue
            was = before.get((annotation.id, number))
            if was is not None and was.annotation.targets[number] == target:
                found.append(was._replace(annotation=annotation))
                continue
            located = locate(target.anchor, articles[article].text)
            if located is None:
                found.append(Placed(annotation, number, Span(article, 0, 0), "orphan"))
            else:
                span = Span(article, located.start, located.end)
                found.append(Placed(annotation, number, span, located.state))
    return sorted(found, key=lambda placed: placed.span)
