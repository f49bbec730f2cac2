"""The values of one kind in one article, with what leads to each of them: found once for it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cached_property
from typing import Generic

from textreuse.statements.disagreements.contexts import ContextReader, Contexts
from textreuse.statements.disagreements.value_rules import V, ValueRules
from textreuse.text.corpus import Corpus, Stretch

MOST_MET = 40
"""Values that one thing in common leads to. News has fewer; tables and endless lines more."""


class ArticleValues(Generic[V]):
    """Values by place, and by what other articles may have in common with them."""

    def __init__(self, values: Sequence[V], corpus: Corpus, reader: ContextReader) -> None:
        self.values = values
        self._corpus, self._reader = corpus, reader
        self._sorts: list[frozenset[Hashable]] = []
        self._links: list[frozenset[Hashable]] = []
        self._by_link: dict[Hashable, list[int]] = {}
        self._by_sort: dict[Hashable, dict[int, list[int]]] = {}
        """By sort, and by the terms around."""

    @cached_property
    def by_sentence(self) -> dict[Stretch, list[V]]:
        """The values of each sentence that has any."""
        found: dict[Stretch, list[V]] = {}
        for value in self.values:
            found.setdefault(self._corpus.sentence(value.at[0]), []).append(value)
        return found

    def list_met(
        self, number: int, theirs: ArticleValues[V], contexts: Contexts, rules: ValueRules[V]
    ) -> list[int]:
        """Return which values of another article a value leads to, ascending.

        What links it leads to them, and its sorts with the terms around it, of these the leading.
        """
        self._list_all(rules)
        theirs._list_all(rules)
        met: set[int] = set()
        for link in self._links[number]:
            met.update(theirs._by_link.get(link, ()))
        for sort in self._sorts[number]:
            by_term = theirs._by_sort.get(sort)
            if by_term:
                for term in self._reader.read(self.values[number].at).near & by_term.keys():
                    if contexts.is_leading(term):
                        met.update(by_term[term])
        return sorted(met)

    def _list_all(self, rules: ValueRules[V]) -> None:
        """Find what leads to each value; it hangs on the article alone, as rules of a kind do."""
        if len(self._sorts) == len(self.values):
            return
        self._links = [frozenset(rules.list_links(value)) for value in self.values]
        self._sorts = [frozenset(rules.list_sorts(value)) for value in self.values]
        for number, value in enumerate(self.values):
            for link in self._links[number]:
                _put(self._by_link.setdefault(link, []), number)
            for sort in self._sorts[number]:
                by_term = self._by_sort.setdefault(sort, {})
                for term in self._reader.read(value.at).near:
                    _put(by_term.setdefault(term, []), number)


def _put(numbers: list[int], number: int) -> None:
    """Add what something leads to, unless it leads to too many."""
    if len(numbers) < MOST_MET:
        numbers.append(number)
