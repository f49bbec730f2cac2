"""Lenses: what the compare view highlights and steps through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple

from storage.anchoring.located_targets import LocatedTarget
from storage.comparing import ComparedStory
from storage.passage_numbers import find_repeats, is_shared
from textreuse import Group
from tui.story.items import Item, list_forms
from tui.story.stated import Stated

Lens = Literal[
    "shared", "only here", "missing here", "repeats", "quotations", "disagreements", "notes"
]


class Known(NamedTuple):
    """What there is to be seen through a lens, as far as it is known."""

    compared: ComparedStory | None
    placed: Sequence[LocatedTarget] = ()
    """By article, then place."""
    stated: Stated | None = None
    asked_of: int = 0
    """The article of which is told what it leaves out."""


class LensKind(NamedTuple):
    """What there is to know of a lens: all of it stands in `LENS_KINDS`."""

    item: str
    """What one item is called: `passage 1 of 23`."""
    counted: tuple[str, str]
    """What items are counted as, one and many."""
    nothing: str
    """What is said where there is none."""
    find: Callable[[Known], tuple[Item, ...]]
    """Returns the items, by article, then place."""
    total: Callable[[Known], int] | None = None
    """Returns how many numbers there are, those of items that are left out among them; without
    it, there are as many as items."""
    shows_passages: bool = True
    """Whether its items are passages, which can be ignored."""
    dims_others: bool = False
    """Whether all that is no item is dimmed."""
    short: str = ""
    """Its name where there is little room, if that is shorter."""
    needs_comparison: bool = True
    """Whether there is nothing to see before the articles are compared."""
    needs_statements: bool = False
    """Whether there is nothing to see before it is known what they state."""


def find_lens(group: Group) -> Lens:
    """Return the lens that shows a passage."""
    return "shared" if is_shared(group) else "repeats"


def list_items(lens: Lens, known: Known) -> tuple[Item, ...]:
    """Return what `lens` steps through, by article, then place.

    Orphans have no place.
    """
    return LENS_KINDS[lens].find(known)


def count_items(lens: Lens, known: Known, found: Sequence[Item]) -> int:
    """Return of how many the items `found` through a lens are told to be.

    Those that are left out have their numbers, and are counted.
    """
    total = LENS_KINDS[lens].total
    if total is None:
        return len(found)
    return max([total(known), *(item.number for item in found)])


def _find_shared(known: Known) -> tuple[Item, ...]:
    compared = known.compared
    if compared is None:
        return ()
    return tuple(
        Item(compared.numbers.number_passage(group), group.spans[0], group.spans, group)
        for group in compared.kept.groups
        if is_shared(group)
    )


def _find_only_here(known: Known) -> tuple[Item, ...]:
    compared = known.compared
    if compared is None:
        return ()
    articles = range(len(compared.articles))
    spans = (span for article in articles for span in compared.kept.only_here(article))
    return tuple(Item(number, span, (span,)) for number, span in enumerate(spans, 1))


def _find_missing(known: Known) -> tuple[Item, ...]:
    compared = known.compared
    if compared is None:
        return ()
    left_out: dict[int, list[int]] = {}
    for one in compared.missing:
        left_out.setdefault(one.group.id, []).append(one.article)
    groups = [
        group for group in compared.kept.groups if known.asked_of in left_out.get(group.id, ())
    ]
    return tuple(
        Item(number, group.spans[0], group.spans, group, left_out_by=tuple(left_out[group.id]))
        for number, group in enumerate(groups, 1)
    )


def _find_repeats(known: Known) -> tuple[Item, ...]:
    compared = known.compared
    if compared is None:
        return ()
    repeats = (
        Item(compared.numbers.number_repeat(group, spans[0].article), spans[0], spans, group)
        for group in compared.kept.groups
        for spans in find_repeats(group)
    )
    return tuple(sorted(repeats, key=lambda item: item.spans))


def _find_quotations(known: Known) -> tuple[Item, ...]:
    if known.stated is None:
        return ()
    return tuple(
        Item(utterance.id, spans[0], spans, statement=utterance)
        for utterance in known.stated.statements.utterances
        if (spans := list_forms(utterance))
    )


def _find_disagreements(known: Known) -> tuple[Item, ...]:
    """Return the disagreements that are not dismissed; the others keep their numbers."""
    stated = known.stated
    if stated is None:
        return ()
    by_place = sorted(stated.statements.disagreements, key=lambda one: (one.left, one.right))
    return tuple(
        Item(number, one.left, (one.left, one.right), statement=one)
        for number, one in enumerate(by_place, 1)
        if not stated.is_dismissed(one)
    )


def _find_notes(known: Known) -> tuple[Item, ...]:
    return list_note_items(known.placed)


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
        total=lambda known: known.compared.numbers.passages if known.compared else 0,
    ),
    "only here": LensKind(
        item="only here",
        counted=("sentence only here", "sentences only here"),
        nothing="no sentences only here",
        find=_find_only_here,
        shows_passages=False,
        dims_others=True,
    ),
    "missing here": LensKind(
        item="missing here",
        counted=("passage missing here", "passages missing here"),
        nothing="nothing missing here that most others carry",
        find=_find_missing,
        short="missing",
    ),
    "repeats": LensKind(
        item="repeat",
        counted=("repeat", "repeats"),
        nothing="no repeats",
        find=_find_repeats,
        total=lambda known: known.compared.numbers.repeats if known.compared else 0,
    ),
    "quotations": LensKind(
        item="quotation",
        counted=("quotation", "quotations"),
        nothing="no quotations",
        find=_find_quotations,
        short="quotes",
        shows_passages=False,
        needs_statements=True,
    ),
    "disagreements": LensKind(
        item="disagreement",
        counted=("disagreement", "disagreements"),
        nothing="no disagreements found",
        find=_find_disagreements,
        short="disagree",
        total=lambda known: len(known.stated.statements.disagreements) if known.stated else 0,
        shows_passages=False,
        needs_statements=True,
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
