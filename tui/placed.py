"""Annotations where they stand now in the articles that are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from storage.anchors import State, locate
from storage.records import Annotation, Article
from textreuse import Span


class Placed(NamedTuple):
    """An annotation at one of its places."""

    annotation: Annotation
    span: Span
    """Empty for an orphan."""
    state: State


def place(annotations: Sequence[Annotation], articles: Sequence[Article]) -> list[Placed]:
    """Return each annotation at each of its places in `articles`, sorted by place."""
    numbers = {article.id: number for number, article in enumerate(articles)}
    found = []
    for annotation in annotations:
        for target in annotation.targets:
            number = numbers.get(target.article)
            if number is None:
                continue
            located = locate(target.anchor, articles[number].text)
            if located is None:
                found.append(Placed(annotation, Span(number, 0, 0), "orphan"))
            else:
                span = Span(number, located.start, located.end)
                found.append(Placed(annotation, span, located.state))
    return sorted(found, key=lambda placed: placed.span)
