"""The way in: ask a comparison who said what, which values disagree, who had it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from textreuse.article_letters import name_letters
from textreuse.comparison import Comparison
from textreuse.statements.disagreements.disagreement import Disagreement
from textreuse.statements.origins.find_missing import find_carriers, find_missing
from textreuse.statements.origins.origin import Missing, Origins, Trace
from textreuse.statements.origins.publication import trace_carriers
from textreuse.statements.origins.timeline import Timeline, find_timeline
from textreuse.statements.quotations.quotation import Quotation
from textreuse.statements.utterances.utterance import Utterance
from textreuse.text.spans import Span


@dataclass(frozen=True, eq=False)
class Statements:
    """What the articles of a comparison state; each answer is found when it is first asked for.

    What finds it is loaded then, too: to load all of it takes as long as all that compares.

    By rule, never by a language model, and no more than the texts show. Deterministic; never raises
    on any text; safe in a thread. `names` are what sentences for people call the articles,
    `published` their dates (ISO 8601, days or times in UTC), `outlets` who published them.
    """

    comparison: Comparison
    names: Sequence[str]
    published: Sequence[str | None]
    outlets: Sequence[str | None]

    @cached_property
    def direct_quotations(self) -> tuple[tuple[Quotation, ...], ...]:
        """The direct quotations of each article, by place."""
        from textreuse.statements.quotations.find_quotations import find_quotations

        return tuple(
            find_quotations(self.comparison.corpus, article)
            for article in range(len(self.comparison.texts))
        )

    @cached_property
    def utterances(self) -> tuple[Utterance, ...]:
        """What was said, over all articles, by first place."""
        from textreuse.statements.utterances.find_utterances import find_utterances

        return find_utterances(self.comparison, self.direct_quotations, self.names)

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The values on which articles do not agree: conflicts first, then by place."""
        from textreuse.statements.disagreements.find_disagreements import find_disagreements

        return find_disagreements(
            self.comparison, self.direct_quotations, self.names, self.published
        )

    @cached_property
    def origins(self) -> Origins:
        """Where the words of each article came from, and in which order."""
        from textreuse.statements.origins.find_origins import find_origins

        return find_origins(
            self.comparison, self.direct_quotations, self.names, self.published, self.outlets
        )

    @cached_property
    def timeline(self) -> Timeline:
        """The story over time, for whoever draws it."""
        utterances = ((one.id, one.articles) for one in self.utterances)
        return find_timeline(self.comparison.groups, self.origins, utterances)

    def trace(self, spans: Iterable[Span]) -> Trace:
        """Return who had first what stands at `spans`, the places of a group or an utterance."""
        return trace_carriers(spans, self.names, self.published)

    def missing_here(self, article: int) -> tuple[Missing, ...]:
        """Return what most of the other articles carry and `article` leaves out, by place."""
        return find_missing(self.comparison, article, self._carriers)

    @cached_property
    def _carriers(self) -> tuple[frozenset[int], ...]:
        return find_carriers(self.comparison)


def find_statements(
    comparison: Comparison,
    *,
    names: Sequence[str] | None = None,
    published: Sequence[str | None] | None = None,
    outlets: Sequence[str | None] | None = None,
) -> Statements:
    """Ask what the articles of `comparison` state. Nothing is looked for yet.

    Each argument has one entry for each text, else `ValueError`. Without `names` the articles are
    called A, B and so on.
    """
    count = len(comparison.texts)
    names = name_letters(count) if names is None else names
    published = [None] * count if published is None else published
    outlets = [None] * count if outlets is None else outlets
    if not len(names) == len(published) == len(outlets) == count:
        raise ValueError(f"find_statements: {count} texts, but other numbers of names or dates")
    return Statements(comparison, tuple(names), tuple(published), tuple(outlets))
