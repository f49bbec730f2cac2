"""Where the annotations of a selection stand now, for formats that tell it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from storage.export.selection import Selection
from storage.locating import State, locate
from storage.records import Annotation, Article, Target


class Standing(NamedTuple):
    """A target and where its words are."""

    annotation: Annotation
    number: int
    """Which of the annotation's targets it is, from 1."""
    target: Target
    article: Article
    start: int | None
    """In code points; None for an orphan."""
    end: int | None
    state: State

    @property
    def quote(self) -> str:
        """The words as they are in the article; for an orphan, as they were."""
        if self.start is None:
            return self.target.anchor.quote
        return self.article.text[self.start : self.end]


def standing(selection: Selection) -> Iterator[Standing]:
    """Yield all targets, by annotation."""
    articles = selection.by_id()
    for annotation in selection.annotations:
        for number, target in enumerate(annotation.targets, 1):
            article = articles[target.article]
            found = locate(target.anchor, article.text)
            if found is None:
                yield Standing(annotation, number, target, article, None, None, "orphan")
            else:
                yield Standing(
                    *(annotation, number, target, article, found.start, found.end, found.state)
                )
