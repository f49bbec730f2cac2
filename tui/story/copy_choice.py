"""Which of its copies a passage is held against, and which stand beside it: the likest first."""

from __future__ import annotations

from textreuse import Comparison, Group, Settings, Span, pair_copies
from tui.story.open_story import OpenStory

_Asked = tuple[Comparison, Group, Span]


class CopyChoice:
    """Chooses among the copies of a passage for the one at the cursor of an open story."""

    def __init__(self, reading: OpenStory) -> None:
        self._reading = reading
        self._measured: tuple[_Asked, dict[Span, float]] | None = None
        """How like each copy is, of the passage that was asked about last."""

    def find_other(self, group: Group) -> Span:
        """Return the copy that the one at the cursor is held against: the likest elsewhere.

        In another article if there is one; under the lens *repeats* in this one. Of equals the
        next, round the end.
        """
        here = self._reading.span_here(group)
        at = group.spans.index(here)
        following = (*group.spans[at + 1 :], *group.spans[:at])
        within = self._reading.lens == "repeats"
        offered = [span for span in following if (span.article == here.article) == within]
        likeness = self._measure(group, here)
        return max(offered or following, key=lambda span: likeness.get(span, 0.0))

    def rank_carriers(self, group: Group, came_from: int | None = None) -> list[int]:
        """Return the other articles that carry the passage at the cursor, the likest copy first.

        Where one came from another article, that is the first.
        """
        here = self._reading.span_here(group)
        likeness: dict[int, float] = {}
        for span, like in self._measure(group, here).items():
            if span.article != here.article:
                likeness[span.article] = max(likeness.get(span.article, 0), like)
        return sorted(likeness, key=lambda one: (one != came_from, -likeness[one], one))

    def choose_beside(self, group: Group) -> dict[int, Span]:
        """Return one copy an article, to stand side by side: the likest to the one at the cursor.

        At the focus that one itself; of equals the first.
        """
        here = self._reading.span_here(group)
        likeness = self._measure(group, here)
        chosen: dict[int, Span] = {}
        for span in sorted(group.spans, key=lambda one: -likeness.get(one, 0.0)):
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

    def _measure(self, group: Group, here: Span) -> dict[Span, float]:
        comparison = self._reading.comparison
        if comparison is None:
            return {}
        if self._measured is None or self._measured[0] != (comparison, group, here):
            likeness = {
                span: pair_copies(comparison, group, here, span).similarity
                for span in group.spans
                if span != here
            }
            self._measured = (comparison, group, here), likeness
        return self._measured[1]
