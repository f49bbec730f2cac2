"""What a lens steps through: items, and the places where each stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from textreuse import Group, Span


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
