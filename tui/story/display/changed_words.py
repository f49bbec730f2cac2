"""The words of edited passages that are others in the copy that each is held against."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import is_
from typing import NamedTuple

from textreuse import Comparison, CopyPair, Group, Passage, Span, diff_words, pair_copies
from tui.story.display.styles import Highlight
from tui.story.items import Item
from tui.story.page import Extent
from tui.story.story_reader import StoryReader

Sights = Mapping[int, Extent]
"""The articles in sight, each with the offsets between which all lies that is in sight of it."""


class _Joined(NamedTuple):
    """One side of a passage, what it has on the other, and the passage itself."""

    ours: Span
    theirs: Span
    passage: Passage

    @property
    def pair(self) -> CopyPair:
        """Both sides, this one as ours."""
        passage, runs = self.passage, self.passage.runs
        if self.ours != passage.left:
            runs = tuple((mine, yours) for yours, mine in runs)
        return CopyPair(self.ours, self.theirs, passage.kind, passage.similarity, runs)


class _AtHand(NamedTuple):
    """What decides which copies are held against each other."""

    comparison: Comparison
    items: tuple[Item, ...]
    aligned: Group | None
    current: Item | None
    group: Group | None
    """The passage at the cursor, and where it stands there."""
    here: Span | None

    def is_same(self, other: _AtHand | None) -> bool:
        """Tell whether nothing is another thing; those that are only alike do not count."""
        return (
            other is not None and all(map(is_, self[:-1], other[:-1])) and self.here == other.here
        )


class ChangedWords:
    """Finds changed words of what is in sight; those of two copies are looked for once.

    What the card or the strip shows is held against the copy shown there, its other copies against
    the one at the cursor; any other passage against the likest of its copies in sight.
    """

    def __init__(self, reading: StoryReader) -> None:
        self._reading = reading
        self._at_hand: _AtHand | None = None
        self._asked: tuple[Sights, bool] = ({}, False)
        self._found: dict[int, list[Highlight]] = {}
        self._joined: dict[int, dict[Span, list[_Joined]]] = {}
        self._words: dict[tuple[Span, Span], tuple[Span, ...]] = {}
        self._pairs: dict[tuple[int, Span, Span], CopyPair] = {}

    def find(self, sights: Sights, *, shows_other: bool) -> Mapping[int, list[Highlight]]:
        """Return what to highlight in the articles in sight, by place; what it was, if it is so.

        `shows_other` tells whether another copy of the passage at the cursor is shown apart from
        their texts.
        """
        at_hand, asked = self._look(), (sights, shows_other)
        if at_hand is None:
            self._at_hand, self._found = None, {}
        elif asked != self._asked or not at_hand.is_same(self._at_hand):
            if self._at_hand is None or at_hand.comparison is not self._at_hand.comparison:
                for known in (self._joined, self._words, self._pairs):
                    known.clear()
            self._at_hand, self._asked = at_hand, asked
            self._found = {
                article: self._find_in(at_hand, Span(article, *sight))
                for article, sight in sights.items()
            }
        return self._found

    def _look(self) -> _AtHand | None:
        reading = self._reading
        if reading.comparison is None:
            return None
        group = reading.group_here()
        here = reading.span_here(group) if group else None
        aligned = reading.aligned if isinstance(reading.aligned, Group) else None
        return _AtHand(reading.comparison, reading.items, aligned, reading.current, group, here)

    def _find_in(self, at_hand: _AtHand, sight: Span) -> list[Highlight]:
        found = {
            Highlight(word.start, word.end, _choose_style(at_hand, group))
            for span, group in self._list_groups(at_hand, sight)
            for word in self._find_at(at_hand, group, span, sight)
        }
        return sorted(found)

    def _find_at(self, at_hand: _AtHand, group: Group, place: Span, sight: Span) -> Iterator[Span]:
        """Yield the words changed at one place of a passage: what one copy has counts for no other.

        A copy may have less than all of the place; the rest is held against the next.
        """
        before: list[CopyPair] = []
        for pair in self._choose_pairs(at_hand, group, place):
            likelier = [one.ours for one in before if one.theirs.article != pair.theirs.article]
            if place in likelier:
                return
            for word in _cut(self._list_words(at_hand.comparison, pair), sight):
                if not any(map(word.overlap, likelier)):
                    yield word
            before.append(pair)

    def _list_groups(self, at_hand: _AtHand, sight: Span) -> Iterator[tuple[Span, Group]]:
        """Yield the passages that are highlighted there, each with its place."""
        for span, item in self._reading.find_items(sight):
            if item.group is not None and item.group is not at_hand.aligned:
                yield span, item.group
        if at_hand.aligned is not None:
            for span in at_hand.aligned.spans:
                if span.overlap(sight):
                    yield span, at_hand.aligned

    def _choose_pairs(self, at_hand: _AtHand, group: Group, span: Span) -> Iterator[CopyPair]:
        """Yield what the copy at `span` is held against, article by article, the likest first."""
        seen, shows_other = self._asked
        if group is at_hand.group and at_hand.here is not None:
            if span != at_hand.here:
                yield self._pair(at_hand, span, at_hand.here)
                return
            if shows_other:
                yield self._pair(at_hand, span, self._reading.copies.find_other(group))
                return
        within = self._reading.lens == "repeats"
        joined = [
            one
            for one in self._list_joined(group).get(span, ())
            if one.theirs.article in seen and (one.theirs.article == span.article) == within
        ]
        likest: dict[int, float] = {}
        for one in joined:
            article = one.theirs.article
            likest[article] = max(likest.get(article, 0), one.passage.similarity)
        joined.sort(key=lambda one: (-likest[one.theirs.article], one.theirs))
        for one in joined:
            yield one.pair

    def _pair(self, at_hand: _AtHand, ours: Span, theirs: Span) -> CopyPair:
        """Return two copies of the passage at the cursor, put over one another."""
        assert at_hand.group is not None
        key = id(at_hand.group), ours, theirs
        if key not in self._pairs:
            self._pairs[key] = pair_copies(at_hand.comparison, at_hand.group, ours, theirs)
        return self._pairs[key]

    def _list_joined(self, group: Group) -> dict[Span, list[_Joined]]:
        """Return what is joined to each place of a passage."""
        if id(group) not in self._joined:
            known: dict[Span, list[_Joined]] = {}
            for passage in group.passages:
                for ours, theirs in (
                    (passage.left, passage.right),
                    (passage.right, passage.left),
                ):
                    joined = _Joined(ours, theirs, passage)
                    known.setdefault(_find_place(group, ours), []).append(joined)
            self._joined[id(group)] = known
        return self._joined[id(group)]

    def _list_words(self, comparison: Comparison, pair: CopyPair) -> tuple[Span, ...]:
        key = pair.ours, pair.theirs
        if key not in self._words:
            self._words[key] = tuple(list_changed_words(comparison, pair))
        return self._words[key]


def _choose_style(at_hand: _AtHand, group: Group) -> str:
    current = at_hand.current.group if at_hand.current else None
    is_strong = group is at_hand.aligned or group is current
    return "current-changed" if is_strong else "changed"


def _find_place(group: Group, side: Span) -> Span:
    """Return the place of a passage that has this side of one of its pairs."""
    at = bisect_right(group.spans, (side.article, side.start), key=lambda span: span[:2]) - 1
    while group.spans[at].end < side.end:
        at -= 1
    return group.spans[at]


def list_changed_words(comparison: Comparison, pair: CopyPair) -> Iterator[Span]:
    """Yield where ours has other words than theirs, if the pair is an edited one."""
    if pair.kind != "edited":
        return
    at = pair.ours.start
    for piece in diff_words(comparison, pair):
        words = piece.ours.strip()
        if words and piece.how not in ("same", "marks"):
            start = at + len(piece.ours) - len(piece.ours.lstrip())
            yield Span(pair.ours.article, start, start + len(words))
        at += len(piece.ours)


def _cut(words: Sequence[Span], sight: Span) -> Sequence[Span]:
    """Return those of the words, which are in order, of which something is in sight."""
    first = bisect_right(words, sight.start, key=lambda word: word.end)
    return words[first : bisect_left(words, sight.end, key=lambda word: word.start)]
