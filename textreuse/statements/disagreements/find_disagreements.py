"""Find values of one statement on which two articles do not agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from textreuse.comparison import Comparison
from textreuse.statements.disagreements.contexts import Contexts, widen
from textreuse.statements.disagreements.date_rules import DateRules
from textreuse.statements.disagreements.disagreement import (
    Disagreement,
    DisagreementKind,
    Severity,
)
from textreuse.statements.disagreements.find_dates import find_dates
from textreuse.statements.disagreements.find_quantities import find_quantities
from textreuse.statements.disagreements.negations import pair_negations
from textreuse.statements.disagreements.opposite_words import OppositeWords
from textreuse.statements.disagreements.opposites import TurnRules, find_turns
from textreuse.statements.disagreements.people import pair_people
from textreuse.statements.disagreements.quantity_rules import QuantityRules, grade
from textreuse.statements.disagreements.quoted_wordings import pair_quoted_wordings
from textreuse.statements.disagreements.stated_date import read_day
from textreuse.statements.disagreements.value_pairs import Place, Value, pair_values
from textreuse.statements.names.find_names import find_names
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import Stretch

_RANK: dict[Severity, int] = {"conflict": 0, "precision": 1, "later": 2}


def find_disagreements(
    comparison: Comparison,
    quotations: Sequence[Sequence[Quotation]],
    names: Sequence[str],
    published: Sequence[str | None],
) -> tuple[Disagreement, ...]:
    """Return the disagreements, conflicts first, then by place.

    Two articles disagree once on a pair of values, however often they repeat them.
    """
    finder = _Finder(comparison, quotations, names, published)
    articles = range(len(comparison.texts))
    found = {one for pair in combinations(articles, 2) for one in finder.find(pair)}
    return tuple(sorted(found, key=lambda one: (_RANK[one.severity], one)))


class _Finder:
    """Finds what the articles of a comparison disagree on, two at a time."""

    def __init__(
        self,
        comparison: Comparison,
        quotations: Sequence[Sequence[Quotation]],
        names: Sequence[str],
        published: Sequence[str | None],
    ) -> None:
        self._comparison, self._corpus = comparison, comparison.corpus
        self._units = units = comparison.sentence_similarity.units
        self._quotations, self._names = quotations, names
        self._days = [read_day(day) for day in published]
        articles = range(len(comparison.texts))
        self._quantities = [find_quantities(units, article) for article in articles]
        self._turns = [find_turns(self._corpus, article) for article in articles]
        self._people = [find_names(self._corpus, article) for article in articles]
        self._dates = [find_dates(self._corpus, article) for article in articles]

    def find(self, pair: tuple[int, int]) -> Iterator[Disagreement]:
        """Yield what two articles disagree on."""
        contexts = Contexts(self._units, pair)
        opposite = OppositeWords(self._comparison, pair)
        left, right = pair
        quantities = self._quantities[left], self._quantities[right]
        for ours, theirs in pair_values(*quantities, QuantityRules(), contexts, opposite):
            severity = grade(ours, theirs)
            if severity is not None:
                yield self._tell("number", severity, ours, theirs)
        rules = DateRules((self._days[left], self._days[right]))
        dates = self._dates[left], self._dates[right]
        for one, other in pair_values(*dates, rules, contexts, opposite):
            severity = rules.grade(one, other)
            if severity is not None:
                yield self._tell("date", severity, one, other)
        yield from self._find_words(pair, contexts, opposite)

    def _find_words(
        self, pair: tuple[int, int], contexts: Contexts, opposite: OppositeWords
    ) -> Iterator[Disagreement]:
        """Yield the names, offices and other words that two articles disagree on."""
        left, right = pair
        people = self._people[left], self._people[right]
        for kind, mine, yours in pair_people(self._corpus, *people, contexts):
            yield self._tell(kind, "conflict", mine, yours)
        turns = self._turns[left], self._turns[right]
        for one, other in pair_values(*turns, TurnRules(), contexts, opposite):
            yield self._tell(one.poles[0].kind, "conflict", one, other)
        for here, there in pair_negations(self._corpus, opposite):
            yield self._tell("negation", "conflict", self._place(here), self._place(there))
        quotations = self._quotations[left], self._quotations[right]
        for here, there in pair_quoted_wordings(self._corpus, *quotations):
            yield self._tell("wording", "conflict", self._place(here), self._place(there))

    def _place(self, at: Stretch) -> Place:
        return Place(self._corpus.span(*at), at)

    def _tell(
        self, kind: DisagreementKind, severity: Severity, ours: Value, theirs: Value
    ) -> Disagreement:
        corpus = self._corpus
        left, right = ours.span, theirs.span
        contexts = [corpus.span(*widen(self._units, value.at)) for value in (ours, theirs)]
        told = [corpus.texts[span.article][span.start : span.end] for span in (left, right)]
        one, other = (self._names[span.article] for span in (left, right))
        why = f"{one} says “{told[0]}”, {other} “{told[1]}”."
        return Disagreement(kind, severity, left, right, contexts[0], contexts[1], why)
