"""The passages of a story in the text of each article: what is marked, and where numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from storage.export.html.segments import Mark
from storage.export.story_passages import StoryPassage
from storage.wording.passage_kinds import find_style


class PassageLabel(NamedTuple):
    """The number of a passage, where one of its places begins."""

    start: int
    passage: StoryPassage
    place: int


def mark_passages(passages: Sequence[StoryPassage], article: int) -> Iterator[Mark]:
    """Yield both sides of each passage in `article`; all but repeats are what is `shared` there."""
    for one in passages:
        for passage in one.group.passages:
            for span in passage.side(article):
                style = find_style(passage)
                yield Mark(
                    span.start, span.end, one.key, f"{style} weak" if passage.weak else style
                )


def label_passages(passages: Sequence[StoryPassage], article: int) -> Iterator[PassageLabel]:
    """Yield where the places of passages begin in `article`."""
    for passage in passages:
        for place, span in enumerate(passage.group.spans):
            if span.article == article:
                yield PassageLabel(span.start, passage, place)
