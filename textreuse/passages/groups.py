"""Groups: all places, over all articles, that carry the same passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from textreuse.passages.passages import Passage
from textreuse.structures.union_find import UnionFind
from textreuse.text.span_index import SpanIndex
from textreuse.text.spans import Span

_SAME_PLACE = 0.5
"""Two spans are one place when they share this much of the text they cover together. Passages
of very different extent keep groups of their own, so that one long repeat does not draw every
sentence inside it into one group."""


@dataclass(frozen=True)
class Group:
    """The places of one passage: `spans` are sorted, at least two, one an occurrence."""

    id: int
    spans: tuple[Span, ...]
    passages: tuple[Passage, ...]

    @cached_property
    def articles(self) -> tuple[int, ...]:
        """The articles that carry the passage, ascending."""
        return tuple(sorted({span.article for span in self.spans}))

    @property
    def is_weak(self) -> bool:
        """Whether it is a weak match, which only the last step of `Settings.sensitivity` has."""
        return self.passages[0].weak

    def find_joining(self, left: Span, right: Span) -> Passage | None:
        """Return the passage of which most lies at both places, None if none does."""

        def count_joined(passage: Passage) -> int:
            return min(passage.left.overlap(left), passage.right.overlap(right))

        near = (passage for _, passage in self._lefts.find_overlaps(left))
        found = max(near, key=count_joined, default=None)
        return found if found is not None and count_joined(found) else None

    @cached_property
    def _lefts(self) -> SpanIndex[Passage]:
        return SpanIndex((passage.left, passage) for passage in self.passages)


def group_passages(passages: Sequence[Passage]) -> tuple[Group, ...]:
    """Group passages that meet in one place; ids count from 1 by the first place of each.

    A span is the union of the passages' sides at that place. Every passage is in one group. A weak
    one is a group by itself: what it leads to, and from there another, has nothing in common.
    """
    sure = [passage for passage in passages if not passage.weak]
    weak = [((passage.left, passage.right), (passage,)) for passage in passages if passage.weak]
    # Of two with the same places the sure one comes first.
    in_order = sorted([*_join(sure), *weak], key=lambda group: group[0])
    return tuple(Group(number, *group) for number, group in enumerate(in_order, 1))


_Joined = tuple[tuple[Span, ...], tuple[Passage, ...]]
"""The places and the passages of a group."""


def _join(passages: Sequence[Passage]) -> list[_Joined]:
    """Return the places, and the passages, of those that meet."""
    sides = [span for passage in passages for span in (passage.left, passage.right)]
    places = UnionFind(len(sides))
    members = UnionFind(len(passages))
    for one, other in _pair_same_places(sides):
        places.union(one, other)
        members.union(one // 2, other // 2)
    grouped: dict[int, list[int]] = {}
    for index in range(len(passages)):
        grouped.setdefault(members.find(index), []).append(index)
    joined = []
    for indices in grouped.values():
        at: dict[int, Span] = {}
        for side in (side for index in indices for side in (2 * index, 2 * index + 1)):
            place, span = places.find(side), sides[side]
            known = at.get(place, span)
            at[place] = Span(span.article, min(known.start, span.start), max(known.end, span.end))
        spans = tuple(sorted(set(at.values())))
        joined.append((spans, tuple(passages[index] for index in indices)))
    return joined


def _pair_same_places(sides: list[Span]) -> Iterator[tuple[int, int]]:
    """Yield pairs of indices that join all sides of one place."""
    first: dict[Span, int] = {}
    for index, side in enumerate(sides):
        if first.setdefault(side, index) != index:
            yield first[side], index
    order = sorted(first)
    for rank, span in enumerate(order):
        for later in range(rank + 1, len(order)):
            following = order[later]
            # All later spans start later still and share even less.
            together = max(span.end, following.end) - span.start
            if following.article != span.article or following.start >= span.end:
                break
            if span.overlap(following) >= _SAME_PLACE * together:
                yield first[span], first[following]
