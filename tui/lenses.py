"""Lenses: what the compare view highlights and steps through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, get_args

from storage.comparing import ComparedStory
from textreuse import Group, Span
from tui.placed import Placed

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

    span: Span
    """Its first place, to which the step goes."""
    spans: tuple[Span, ...]
    """All its places, over all articles."""
    group: Group | None = None
    """The passage that it is, if it is one."""
    placed: Placed | None = None
    """The annotation that it is, if it is one, at its first place."""

    def is_of(self, group: Group | None, placed: Placed | None) -> bool:
        """Tell whether it is this passage, or this annotation, at whatever place."""
        if self.placed is not None:
            return placed is not None and self.placed.annotation.id == placed.annotation.id
        return self.group is not None and self.group is group


def items(lens: Lens, compared: ComparedStory | None, placed: Sequence[Placed]) -> tuple[Item, ...]:
    """Return what `lens` steps through, by article, then place; `placed` is in that order.

    Orphans have no place.
    """
    if lens == "notes":
        return notes(placed)
    if compared is None:
        return ()
    comparison = compared.kept
    if lens == "only here":
        return tuple(
            Item(span, (span,))
            for article in range(len(comparison.corpus.texts))
            for span in comparison.only_here(article)
        )
    if lens == "shared":
        return tuple(
            Item(group.spans[0], group.spans, group)
            for group in comparison.groups
            if len(group.articles) > 1
        )
    return tuple(sorted(_repeats(comparison.groups), key=lambda item: item.spans))


def notes(placed: Iterable[Placed]) -> tuple[Item, ...]:
    """Return each annotation once, with all places where it stands, by the first of them."""
    places: dict[str, list[Placed]] = {}
    for one in placed:
        if one.stands:
            places.setdefault(one.annotation.id, []).append(one)
    return tuple(
        Item(of_one[0].span, tuple(each.span for each in of_one), placed=of_one[0])
        for of_one in places.values()
    )


def _repeats(groups: Iterable[Group]) -> Iterator[Item]:
    """Yield what stands twice in one article, once for each article in which it does."""
    for group in groups:
        for article in group.articles:
            spans = tuple(span for span in group.spans if span.article == article)
            if len(spans) > 1:
                yield Item(spans[0], spans, group)
