"""The numbers of passages: the one rule for gutter, card, lists and exports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import count, product
from operator import attrgetter
from typing import TypeVar

from textreuse import REWORDED, Comparison, Group, Passage, Span, SpanIndex

_LIES_IN = 0.5
"""Least share of the characters of each side of a passage that must lie in a place."""
_SAME = 2.0
"""How closely a passage lies in its own group: no two places fit both its sides better."""

_Key = TypeVar("_Key")


class PassageNumbers:
    """Numbers the passages of a story from 1, so that a number which was written down stays true.

    Shared passages are numbered by their first place in `whole`: all that the articles share, at
    full sensitivity, with nothing ignored and nothing told of boilerplate by hand. Weak matches
    renumber none of the others: their groups come after them, by place too. Where an article
    repeats itself has a count of its own, likewise. `found` is the comparison of which some part is
    shown: a group of it has the number of the one in `whole` in which it lies, and so have several
    that are pieces of that one. Sure pieces are of a sure one, rather than of a weak match, and
    those with the same words of one that has them, rather than of a paraphrase around them. What
    lies in none comes after the last, by its place in `found`.
    """

    def __init__(self, whole: Comparison, found: Comparison, *, with_weak: bool = False) -> None:
        """Number `found`, which has weak matches only `with_weak`."""
        self._whole = whole
        self._found = found
        self._with_weak = with_weak

    def number_passage(self, group: Group) -> int:
        """Return the number of a shared passage: of a group that is left of one in `found`."""
        return self._shared[self._ids[group.passages[0]]]

    def number_repeat(self, group: Group, article: int) -> int:
        """Return the number of what `group`, left of one in `found`, repeats inside `article`.

        More than `repeats` where it does so only since something else is ignored.
        """
        return self._repeated[self._ids[group.passages[0]], article]

    @cached_property
    def passages(self) -> int:
        """How many numbers shared passages have, those that are not shown included.

        Weak matches count only where such are shown: else nobody could go to the last ones.
        """
        counted = self._groups if self._with_weak else self._sure_groups
        return max([sum(map(is_shared, counted)), *self._shared.values()])

    @cached_property
    def repeats(self) -> int:
        """How many numbers repeats have, those that are not shown included; see `passages`."""
        counted = self._groups if self._with_weak else self._sure_groups
        repeats = sum(1 for group in counted for _ in find_repeats(group))
        shown = (self._repeated[key] for key in _list_repeats(self._found.groups))
        return max([repeats, *shown])

    def has_passage(self, number: int) -> bool:
        """Tell whether it is that of a shared passage, which may be shown at another step only."""
        return 1 <= number <= max(len(self._of_passages), self.passages)

    def has_repeat(self, number: int) -> bool:
        """Tell whether it is that of a repeat, which may be shown at another step only."""
        return 1 <= number <= max(len(self._of_repeats), self.repeats)

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        """The groups of `whole`, the sure ones first, then by place; ids from 1."""
        in_order = sorted(self._whole.groups, key=attrgetter("is_weak"))
        return tuple(replace(group, id=number) for number, group in enumerate(in_order, 1))

    @cached_property
    def _sure_groups(self) -> tuple[Group, ...]:
        return tuple(group for group in self._groups if not group.is_weak)

    @cached_property
    def _of_passages(self) -> dict[int, int]:
        """The numbers of the groups of `whole` that are shared, by their ids."""
        return dict(zip((group.id for group in self._groups if is_shared(group)), count(1)))

    @cached_property
    def _of_repeats(self) -> dict[tuple[int, int], int]:
        """The numbers of what repeats in `whole`, by the ids of groups and the article."""
        sure, weak = self._sure_groups, self._groups[len(self._sure_groups) :]
        return dict(zip(_list_repeats(sure) + _list_repeats(weak), count(1)))

    @cached_property
    def _ids(self) -> dict[Passage, int]:
        """The ids of the groups of `found`, by their passages."""
        return {passage: group.id for group in self._found.groups for passage in group.passages}

    @cached_property
    def _shared(self) -> dict[int, int]:
        """The numbers of the groups of `found` that are shared, by their ids."""
        shared = [group.id for group in self._found.groups if is_shared(group)]
        return _number(((one, self._lies_in[one]) for one in shared), self._of_passages)

    @cached_property
    def _repeated(self) -> dict[tuple[int, int], int]:
        """The numbers of repeats, by the ids of the groups of `found` and the article.

        All articles of a group have one, those that repeat nothing of it after all others: parts
        of the group may lie apart once what joins them is ignored.
        """
        groups = self._found.groups
        others = ((group.id, article) for group in groups for article in group.articles)
        keys = dict.fromkeys([*_list_repeats(groups), *others])
        return _number(
            (((one, at), [(group, at) for group in self._lies_in[one]]) for one, at in keys),
            self._of_repeats,
        )

    @cached_property
    def _lies_in(self) -> dict[int, list[int]]:
        """The groups of `whole` in which each of `found` lies, by their ids, the closest first.

        For what is sure, those of weak matches come last.
        """
        own = {passage: group.id for group in self._groups for passage in group.passages}
        places = SpanIndex((span, group) for group in self._groups for span in group.spans)
        worded = {
            group.id
            for group in self._groups
            if any(passage.kind not in REWORDED for passage in group.passages)
        }
        last_sure = len(self._sure_groups)
        surely_worded = {one for one in worded if one <= last_sure}
        found = {}
        for group in self._found.groups:
            is_sure = not group.is_weak
            with_words = surely_worded if is_sure else worded
            closeness: dict[int, float] = defaultdict(float)
            for passage in group.passages:
                same = own.get(passage)
                fitting = {same: _SAME} if same is not None else _measure_fit(passage, places)
                if passage.kind not in REWORDED and with_words & fitting.keys():
                    fitting = {one: fit for one, fit in fitting.items() if one in with_words}
                for one, fit in fitting.items():
                    closeness[one] += fit
            found[group.id] = sorted(
                closeness, key=lambda one: (is_sure and one > last_sure, -closeness[one], one)
            )
        return found


def is_shared(group: Group) -> bool:
    """Tell whether a passage stands in several articles, and is not a mere repeat in one."""
    return len(group.articles) > 1


def find_repeats(group: Group) -> Iterator[tuple[Span, ...]]:
    """Yield the places of `group` in each article in which it stands at least twice."""
    for article in group.articles:
        spans = tuple(span for span in group.spans if span.article == article)
        if len(spans) > 1:
            yield spans


def _list_repeats(groups: Iterable[Group]) -> list[tuple[int, int]]:
    """Return what repeats inside an article, by place: the id of the group, and the article."""
    found = sorted((spans, group.id) for group in groups for spans in find_repeats(group))
    return [(group, spans[0].article) for spans, group in found]


def _number(
    wanted: Iterable[tuple[_Key, Iterable[_Key]]], known: dict[_Key, int]
) -> dict[_Key, int]:
    """Give each the number of the first of its likes that is known, else one after the last."""
    further = count(len(known) + 1)
    found = {}
    for key, likes in wanted:
        numbers = (known[like] for like in likes if like in known)
        number = next(numbers, None)
        found[key] = next(further) if number is None else number
    return found


def _measure_fit(passage: Passage, places: SpanIndex[Group]) -> dict[int, float]:
    """Return how closely `passage` lies in groups, 0..2, by their ids.

    It does where either side lies for the most part in a place of the group, and not both in one.
    """
    best: dict[int, float] = defaultdict(float)
    sides = (_find_around(side, places) for side in (passage.left, passage.right))
    for (place, group, fit), (other, another, other_fit) in product(*sides):
        if group is another and place != other:
            best[group.id] = max(best[group.id], fit + other_fit)
    return best


def _find_around(side: Span, places: SpanIndex[Group]) -> list[tuple[Span, Group, float]]:
    """Return the places that hold most of `side`, and the share of both that is common, 0..1."""
    found = []
    for place, group in places.find_overlaps(side):
        common = place.overlap(side)
        if common >= _LIES_IN * side.length:
            found.append((place, group, common / (place.length + side.length - common)))
    return found
