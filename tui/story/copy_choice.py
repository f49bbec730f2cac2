"""Which of its copies a passage is held against, and which stand beside it: the likest first.

Likewise the forms of a statement, those first that want to be looked at.
"""

from __future__ import annotations

from textreuse import Comparison, Group, Settings, Span, pair_copies
from tui.story.items import Item
from tui.story.open_story import OpenStory
from tui.story.things import Carried

_Asked = tuple[Comparison, Group, Span]


class CopyChoice:
    """Chooses among the places of a passage or statement for the one at the cursor."""

    def __init__(self, reading: OpenStory) -> None:
        self._reading = reading
        self._measured: tuple[_Asked, dict[Span, float]] | None = None
        """How like each copy is, of the passage that was asked about last."""

    def find_other(self, carried: Carried) -> Span:
        """Return the copy that the one at the cursor is held against: the likest elsewhere.

        In another article if there is one; under the lens *repeats* in this one. Of equals the
        next, round the end. Itself where there is no other.
        """
        here = self._reading.span_here(carried)
        at = carried.spans.index(here)
        following = (*carried.spans[at + 1 :], *carried.spans[:at])
        within = self._reading.lens == "repeats"
        offered = [span for span in following if (span.article == here.article) == within]
        likeness = self._measure(carried, here)
        return max(offered or following, key=lambda span: likeness.get(span, 0.0), default=here)

    def rank_carriers(self, carried: Carried, came_from: int | None = None) -> list[int]:
        """Return the other articles that carry the passage at the cursor, the likest copy first.

        Where one came from another article, that is the first.
        """
        here = self._reading.span_here(carried)
        likeness: dict[int, float] = {}
        for span, like in self._measure(carried, here).items():
            if span.article != here.article:
                likeness[span.article] = max(likeness.get(span.article, 0), like)
        return sorted(likeness, key=lambda one: (one != came_from, -likeness[one], one))

    def choose_beside(self, carried: Carried) -> dict[int, Span]:
        """Return one copy an article, to stand side by side: the likest to the one at the cursor.

        At the focus that one itself; of equals the first.
        """
        here = self._reading.span_here(carried)
        likeness = self._measure(carried, here)
        chosen: dict[int, Span] = {}
        for span in sorted(carried.spans, key=lambda one: -likeness.get(one, 0.0)):
            chosen.setdefault(span.article, span)
        if self._reading.focus in chosen:
            chosen[self._reading.focus] = here
        return chosen

    def list_near(self, group: Group, here: Span) -> list[Span]:
        """Return the copies of one place: those joined to it, or as like it as an edited one.

        A group may be a chain of paraphrases, of which the last has little to do with the first.
        """
        joined = [
            other
            for passage in group.passages
            for one, other in (
                (passage.left, passage.right),
                (passage.right, passage.left),
            )
            if one.overlap(here)
        ]
        likeness = self._measure(group, here)
        return [
            span
            for span in group.spans
            if span != here
            and (
                likeness.get(span, 0.0) >= Settings().min_similarity
                or any(map(span.overlap, joined))
            )
        ]

    def _measure(self, carried: Carried, here: Span) -> dict[Span, float]:
        """Return how like each other place is to `here`; of a statement, how much it is wanted."""
        if isinstance(carried, Item):
            return self._rank_forms(carried, here)
        comparison = self._reading.comparison
        if comparison is None:
            return {}
        if self._measured is None or self._measured[0] != (comparison, carried, here):
            likeness = {
                span: pair_copies(comparison, carried, here, span).similarity
                for span in carried.spans
                if span != here
            }
            self._measured = (comparison, carried, here), likeness
        return self._measured[1]

    def _rank_forms(self, item: Item, here: Span) -> dict[Span, float]:
        """Return how much each other form wants to be held against this one, 0..1.

        First where a finding is flagged, last where both are the same.
        """
        wanted = dict.fromkeys((span for span in item.spans if span != here), 0.0)
        stated = self._reading.stated
        if stated is not None and item.statement is not None:
            findings = stated.list_findings(item.statement)
            for after, finding in enumerate(findings):
                if here in finding.spans:
                    for span in wanted.keys() & {*finding.spans}:
                        wanted[span] = max(wanted[span], 1 - after / len(findings))
        return wanted
