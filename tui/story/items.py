"""What a lens steps through: items, and the places where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from textreuse import Disagreement, Group, Span, Utterance

Statement = Utterance | Disagreement
"""What several articles say, each in its own words: to be held against each other."""


class Item(NamedTuple):
    """One thing to step to."""

    number: int
    """Its number, from 1; a passage keeps it while others are left out."""
    span: Span
    """Its first place, to which the step goes."""
    spans: tuple[Span, ...]
    """All its places, over all articles."""
    group: Group | None = None
    """The passage that it is, if it is one."""
    placed: LocatedTarget | None = None
    """The annotation that it is, if it is one, at its first place."""
    statement: Statement | None = None
    """What is stated there, if it is that: all forms of an utterance, or two values."""
    left_out_by: tuple[int, ...] = ()
    """The articles that leave the passage out, where that is why it is an item."""

    def is_of(self, group: Group | None, placed: LocatedTarget | None) -> bool:
        """Tell whether it is this passage, or this annotation, at whatever place."""
        if self.placed is not None:
            return placed is not None and self.placed.annotation.id == placed.annotation.id
        return self.group is not None and self.group is group


class Place(NamedTuple):
    """One place of an item."""

    span: Span
    item: Item


def list_places(items: Iterable[Item], articles: int) -> tuple[tuple[Place, ...], ...]:
    """Return for each of so many articles the places of items in it, in their order."""
    places: tuple[list[Place], ...] = tuple([] for _ in range(articles))
    for item in items:
        for span in item.spans:
            places[span.article].append(Place(span, item))
    return tuple(tuple(sorted(each, key=lambda place: place.span)) for each in places)


def list_forms(utterance: Utterance) -> tuple[Span, ...]:
    """Return where an utterance stands in any form, by article, then place."""
    found = {quotation.span for quotation in utterance.quotations}
    for finding in utterance.findings:
        found |= {finding.one.span, finding.other.span}
    return tuple(sorted(found))
