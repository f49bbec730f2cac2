"""Find what two articles disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textreuse.comparison import Comparison
from textreuse.statements.disagreements.article_values import ArticleValues
from textreuse.statements.disagreements.contexts import ContextReader, Contexts
from textreuse.statements.disagreements.dates.date_rules import DateRules
from textreuse.statements.disagreements.dates.find_dates import find_dates
from textreuse.statements.disagreements.dates.finer_dates import count_parts, pair_finer_dates
from textreuse.statements.disagreements.dates.stated_date import read_day
from textreuse.statements.disagreements.disagreement import DisagreementKind, Severity
from textreuse.statements.disagreements.finding import Finding, Grade, Place
from textreuse.statements.disagreements.naming.name_forms import list_name_forms, pair_name_forms
from textreuse.statements.disagreements.naming.people import list_persons, pair_people
from textreuse.statements.disagreements.naming.replaced_names import (
    list_named_places,
    pair_replaced_names,
)
from textreuse.statements.disagreements.quantities.bounds import exclude_each_other, pair_bounds
from textreuse.statements.disagreements.quantities.counted_otherwise import pair_counted_otherwise
from textreuse.statements.disagreements.quantities.find_quantities import find_quantities
from textreuse.statements.disagreements.quantities.great_numbers import pair_near, pair_vague
from textreuse.statements.disagreements.quantities.quantity import Quantity
from textreuse.statements.disagreements.quantities.quantity_rules import QuantityRules
from textreuse.statements.disagreements.value_pairs import pair_values
from textreuse.statements.disagreements.value_rules import V, Value
from textreuse.statements.disagreements.words.media import pair_media
from textreuse.statements.disagreements.words.negations import pair_negations
from textreuse.statements.disagreements.words.opposite_words import OppositeWords
from textreuse.statements.disagreements.words.opposites import TurnRules, find_kind, find_turns
from textreuse.statements.disagreements.words.quoted_wordings import (
    index_quoted,
    match_quoted,
    pair_quoted_wordings,
)
from textreuse.statements.disagreements.words.wordings import classify_wordings
from textreuse.statements.names.find_names import find_names
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import Stretch


class ValuesOfArticles:
    """The values of all articles, and what two of them disagree on."""

    def __init__(
        self,
        comparison: Comparison,
        quotations: Sequence[Sequence[Quotation]],
        published: Sequence[str | None],
    ) -> None:
        self._comparison, self._corpus = comparison, comparison.corpus
        self._units = units = comparison.sentence_similarity.units
        self._reader = ContextReader(units)
        self._published = published
        articles = range(len(comparison.texts))
        self._quantities = self._keep(find_quantities(units, article) for article in articles)
        self._dates = self._keep(find_dates(self._corpus, article) for article in articles)
        self._turns = self._keep(find_turns(self._corpus, article) for article in articles)
        names = [find_names(self._corpus, article) for article in articles]
        self._people = list(map(list_persons, names))
        self._names = list(map(list_name_forms, names))
        self._named = [list_named_places(self._corpus, each) for each in names]
        self._quoted = [index_quoted(self._corpus, each) for each in quotations]

    def _keep(self, found: Iterable[Sequence[V]]) -> list[ArticleValues[V]]:
        return [ArticleValues(values, self._corpus, self._reader) for values in found]

    def find(self, ours: int, theirs: int) -> Iterator[Finding]:
        """Yield what two articles disagree on, values before words; some of it several times."""
        contexts = Contexts(self._reader, self._units, (ours, theirs))
        opposite = OppositeWords(self._comparison, (ours, theirs))
        yield from self._find_values(ours, theirs, contexts, opposite)
        yield from self._find_words(ours, theirs, contexts, opposite)

    def _find_values(
        self, ours: int, theirs: int, contexts: Contexts, opposite: OppositeWords
    ) -> Iterator[Finding]:
        published = self._published[ours], self._published[theirs]
        counted = self._quantities[ours], self._quantities[theirs]
        quantities = counted[0].values, counted[1].values
        rules = QuantityRules(self._corpus, published)
        for one, other in (
            *pair_values(*counted, rules, contexts, opposite),
            *pair_near(*quantities, contexts),
        ):
            grade = rules.grade(one, other)
            if grade is not None:
                yield _tell_numbers(grade, one, other)
        for one, other in pair_vague(*quantities):
            side = int(one.precision == "vague")
            yield _tell_numbers(Grade("precision", side), one, other)
        for one, other in pair_bounds(*quantities, contexts):
            severity: Severity = "conflict" if exclude_each_other(one, other) else "precision"
            yield Finding(
                "number", severity, Place(one.whole, one.at), Place(other.whole, other.at)
            )
        yield from pair_counted_otherwise(self._units, *quantities, contexts)
        days = DateRules((read_day(published[0]), read_day(published[1])))
        dates = self._dates[ours], self._dates[theirs]
        for mine, yours in pair_values(*dates, days, contexts, opposite):
            grade = days.grade(mine, yours)
            if grade is not None:
                yield _make_finding("date", grade, mine, yours)
        for mine, yours in pair_finer_dates(dates[0].values, dates[1].values, contexts):
            here, there = (Place(one.whole or one.span, one.at) for one in (mine, yours))
            side = int(count_parts(yours) > count_parts(mine))
            yield Finding("date", "precision", here, there, side=side)

    def _find_words(
        self, ours: int, theirs: int, contexts: Contexts, opposite: OppositeWords
    ) -> Iterator[Finding]:
        people = self._people[ours], self._people[theirs]
        yield from pair_people(self._corpus, *people, contexts)
        yield from pair_name_forms(self._corpus, self._names[ours], self._names[theirs])
        named = self._named[ours], self._named[theirs]
        yield from pair_replaced_names(self._corpus, *named, opposite)
        turns = self._turns[ours], self._turns[theirs]
        for one, other in pair_values(*turns, TurnRules(), contexts, opposite):
            yield Finding(find_kind(one, other), "conflict", _place(one), _place(other))
        for here, there in pair_negations(self._corpus, opposite):
            yield Finding("negation", "conflict", self._cut(here), self._cut(there))
        matched = list(match_quoted(self._corpus, self._quoted[ours], self._quoted[theirs]))
        for here, there in pair_media(self._corpus, matched):
            yield Finding("wording", "conflict", self._cut(here), self._cut(there))
        for here, there in pair_quoted_wordings(self._corpus, matched):
            kind = classify_wordings(self._corpus, here, there)
            yield Finding(kind, "conflict", self._cut(here), self._cut(there), "quotes")

    def _cut(self, at: Stretch) -> Place:
        return Place(self._corpus.span(*at), at)


def _place(value: Value) -> Place:
    return Place(value.span, value.at)


def _tell_numbers(grade: Grade, ours: Quantity, theirs: Quantity) -> Finding:
    """Return two numbers, with the words that bound them where one is a bound: "more than 52"."""
    is_bound = not {ours.bound, theirs.bound} <= {"", "about"}
    here, there = (Place(one.whole if is_bound else one.span, one.at) for one in (ours, theirs))
    return Finding("number", grade.severity, here, there, side=grade.side)


def _make_finding(kind: DisagreementKind, grade: Grade, ours: Value, theirs: Value) -> Finding:
    return Finding(kind, grade.severity, _place(ours), _place(theirs), side=grade.side)
