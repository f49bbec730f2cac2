"""Lenses: what the compare view highlights and steps through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from storage.comparing import ComparedStory
from storage.passage_numbers import find_repeats, is_shared
from textreuse import Group
from tui.story.items import Item

Lens = Literal["shared", "only here", "repeats", "notes"]


class LensKind(NamedTuple):
    """What there is to know of a lens: all of it stands in `LENS_KINDS`."""

    item: str
    """What one item is called: `passage 1 of 23`."""
    counted: tuple[str, str]
    """What items are counted as, one and many."""
    nothing: str
    """What is said where there is none."""
    find: Callable[[ComparedStory | None, Sequence[LocatedTarget]], tuple[Item, ...]]
    """Returns the items, by article, then place."""
    total: Callable[[ComparedStory], int] | None = None
    """Returns how many numbers there are, those of passages that are left out among them; without
    it, there are as many as items."""
    shows_passages: bool = True
    """Whether its items are passages, which can be ignored."""
    dims_others: bool = False
    """Whether all that is no item is dimmed."""
    needs_comparison: bool = True
    """Whether there is nothing to see before the articles are compared."""


def find_lens(group: Group) -> Lens:
    """Return the lens that shows a passage."""
    return "shared" if is_shared(group) else "repeats"


def list_items(
    lens: Lens, compared: ComparedStory | None, placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    """Return what `lens` steps through, by article, then place; `placed` is in that order.

    Orphans have no place.
    """
    return LENS_KINDS[lens].find(compared, placed)


def count_items(lens: Lens, compared: ComparedStory | None, found: Sequence[Item]) -> int:
    """Return of how many the items `found` through a lens are told to be.

    Passages that are left out have their numbers, and are counted.
    """
    total = LENS_KINDS[lens].total
    if compared is None or total is None:
        return len(found)
    return max([total(compared), *(item.number for item in found)])


def _find_shared(
    compared: ComparedStory | None, _placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    if compared is None:
        return ()
    return tuple(
        Item(compared.numbers.number_passage(group), group.spans[0], group.spans, group)
        for group in compared.kept.groups
        if is_shared(group)
    )


def _find_only_here(
    compared: ComparedStory | None, _placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    if compared is None:
        return ()
    articles = range(len(compared.articles))
    spans = (span for article in articles for span in compared.kept.only_here(article))
    return tuple(Item(number, span, (span,)) for number, span in enumerate(spans, 1))


def _find_repeats(
    compared: ComparedStory | None, _placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    if compared is None:
        return ()
    repeats = (
        Item(compared.numbers.number_repeat(group, spans[0].article), spans[0], spans, group)
        for group in compared.kept.groups
        for spans in find_repeats(group)
    )
    return tuple(sorted(repeats, key=lambda item: item.spans))


def _find_notes(
    _compared: ComparedStory | None, placed: Sequence[LocatedTarget]
) -> tuple[Item, ...]:
    return list_note_items(placed)


def list_note_items(placed: Iterable[LocatedTarget]) -> tuple[Item, ...]:
    """Return each annotation once, with all places where it stands, by the first of them."""
    places: dict[str, list[LocatedTarget]] = {}
    for one in placed:
        if one.stands:
            places.setdefault(one.annotation.id, []).append(one)
    return tuple(
        Item(number, of_one[0].span, tuple(each.span for each in of_one), placed=of_one[0])
        for number, of_one in enumerate(places.values(), 1)
    )


LENS_KINDS: dict[Lens, LensKind] = {
    "shared": LensKind(
        item="passage",
        counted=("passage", "passages"),
        nothing="no shared passages",
        find=_find_shared,
        total=lambda compared: compared.numbers.passages,
    ),
    "only here": LensKind(
        item="only here",
        counted=("sentence only here", "sentences only here"),
        nothing="no sentences only here",
        find=_find_only_here,
        shows_passages=False,
        dims_others=True,
    ),
    "repeats": LensKind(
        item="repeat",
        counted=("repeat", "repeats"),
        nothing="no repeats",
        find=_find_repeats,
        total=lambda compared: compared.numbers.repeats,
    ),
    "notes": LensKind(
        item="note",
        counted=("annotation", "annotations"),
        nothing="no annotations yet",
        find=_find_notes,
        shows_passages=False,
        needs_comparison=False,
    ),
}
LENSES: tuple[Lens, ...] = tuple(LENS_KINDS)
"""In the order in which `f` goes through them."""
