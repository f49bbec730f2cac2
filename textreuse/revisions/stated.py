"""What each sentence of a version states: figures and dates, quotations, names."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property
from typing import NamedTuple

from textreuse.comparison import Comparison
from textreuse.revisions.month_names import find_month_names
from textreuse.statements.disagreements.dates.find_dates import find_dates
from textreuse.statements.disagreements.dates.stated_date import StatedDate
from textreuse.statements.disagreements.quantities.find_quantities import find_quantities
from textreuse.statements.disagreements.quantities.quantity import Quantity
from textreuse.statements.names.find_names import find_names
from textreuse.statements.quotations.find_quotations import find_quotations
from textreuse.text.normalize import fold
from textreuse.text.span_index import SpanIndex
from textreuse.text.spans import Span


class Stated(NamedTuple):
    """Something that a place says; where `value` is equal it says the same."""

    span: Span
    value: Hashable


class StatedIn:
    """What one version states; each is found when it is first asked for."""

    def __init__(self, comparison: Comparison, article: int) -> None:
        self._comparison = comparison
        self._article = article

    @cached_property
    def figures(self) -> SpanIndex[Stated]:
        """The quantities, dates and times of day."""
        units = self._comparison.sentence_similarity.units
        quantities = [
            Stated(one.whole, _read_value(one)) for one in find_quantities(units, self._article)
        ]
        named = {month for month, _ in self._month_names}
        dates = [
            Stated(one.whole or one.span, one[2:-1]) for one in self._dates if one.span not in named
        ]
        return _index([*quantities, *dates])

    @cached_property
    def _dates(self) -> list[StatedDate]:
        return find_dates(self._comparison.corpus, self._article)

    @cached_property
    def _month_names(self) -> list[tuple[Span, Span]]:
        return list(find_month_names(self._comparison.corpus, self._dates))

    @cached_property
    def quotations(self) -> SpanIndex[Stated]:
        """The direct quotations, without their marks."""
        text = self._comparison.texts[self._article]
        found = find_quotations(self._comparison.corpus, self._article)
        return _index(
            [Stated(one.span, fold(text[one.span.start : one.span.end])) for one in found]
        )

    @cached_property
    def names(self) -> SpanIndex[Stated]:
        """The mentions of people, organisations and places; a value is the words of the name."""
        text = self._comparison.texts[self._article]
        found = [
            (mention.span, mention.name)
            for name in find_names(self._comparison.corpus, self._article)
            for mention in name.mentions
        ]
        found += [(span, text[span.start : span.end]) for _, span in self._month_names]
        return _index([Stated(span, frozenset(fold(name).split())) for span, name in found])


def _read_value(one: Quantity) -> Hashable:
    return one.told, one.unit, one.bound, one.precision


def _index(found: list[Stated]) -> SpanIndex[Stated]:
    return SpanIndex((one.span, one) for one in found)
