"""Lenses: what the compare view highlights and steps through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from storage.anchoring.located_targets import LocatedTarget
from storage.comparing import ComparedStory
from storage.passage_numbers import is_shared, repeats_of
from textreuse import Group, Span

Lens = Literal["shared", "only here", "repeats", "notes"]
LENSES: tuple[Lens, ...] = get_args(Lens)
"""In the order in which `f` goes through them."""

NAMES: dict[Lens, str] = {
    "shared": "passage",
    "only here": "only here",
    "repeats": "repeat",
    "notes": "note",
}
"""What one item is called."""


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


def items(
    lens: Lens, compared: ComparedStory | None, placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    """Return what `lens` steps through, by article, then place; `placed` is in that order.

    Orphans have no place.
    """
    if lens == "notes":
        return notes(placed)
    if compared is None:
        return ()
    comparison = compared.kept
    if lens == "only here":
        articles = range(len(comparison.corpus.texts))
        spans = (span for article in articles for span in comparison.only_here(article))
        return tuple(Item(number, span, (span,)) for number, span in enumerate(spans, 1))
    if lens == "shared":
        return tuple(
            Item(compared.numbers.passage(group), group.spans[0], group.spans, group)
            for group in comparison.groups
            if is_shared(group)
        )
    repeats = (
        Item(compared.numbers.repeat(group, spans[0].article), spans[0], spans, group)
        for group in comparison.groups
        for spans in repeats_of(group)
    )
    return tuple(sorted(repeats, key=lambda item: item.spans))


def count(lens: Lens, compared: ComparedStory | None, found: Sequence[Item]) -> int:
    """Return of how many the items `found` through a lens are told to be.

    Passages that are left out have their numbers, and are counted.
    """
    if compared is None or lens in ("only here", "notes"):
        return len(found)
    numbered = compared.numbers.passages if lens == "shared" else compared.numbers.repeats
    return max([numbered, *(item.number for item in found)])


def notes(placed: Iterable[LocatedTarget]) -> tuple[Item, ...]:
    """Return each annotation once, with all places where it stands, by the first of them."""
    places: dict[str, list[LocatedTarget]] = {}
    for one in placed:
        if one.stands:
            places.setdefault(one.annotation.id, []).append(one)
    return tuple(
        Item(number, of_one[0].span, tuple(each.span for each in of_one), placed=of_one[0])
        for number, of_one in enumerate(places.values(), 1)
    )
