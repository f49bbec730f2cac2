"""The values of one kind in one article, with what leads to each of them: found once for it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from typing import Generic

from textreuse.statements.disagreements.contexts import ContextReader
from textreuse.statements.disagreements.value_rules import V, ValueRules
from textreuse.text.corpus import Corpus, Stretch

MOST_MET = 40
"""Values that one thing in common leads to. News has fewer; tables and endless lines more."""


class ArticleValues(Generic[V]):
    """Values by place, and by what other articles may have in common with them."""

    def __init__(self, values: Sequence[V], corpus: Corpus, reader: ContextReader) -> None:
        self.values = values
        self._corpus, self._reader = corpus, reader
        self._sorts: list[tuple[Hashable, ...]] = []
        self._links: list[frozenset[Hashable]] = []
        self._by_key: dict[Hashable, list[int]] = {}

    @cached_property
    def by_sentence(self) -> dict[Stretch, list[V]]:
        """The values of each sentence that has any."""
        found: dict[Stretch, list[V]] = {}
        for value in self.values:
            found.setdefault(self._corpus.sentence(value.at[0]), []).append(value)
        return found

    def list_keys(
        self, number: int, leading: frozenset[int], rules: ValueRules[V]
    ) -> Iterator[Hashable]:
        """Yield what leads to a value: what links it, and its sorts with the terms around it.

        Of these terms the `leading` ones.
        """
        self._list_all(rules)
        yield from self._links[number]
        sorts = self._sorts[number]
        if sorts:
            for term in self._reader.read(self.values[number].at).near & leading:
                for sort in sorts:
                    yield sort, term

    def look_up(self, key: Hashable, rules: ValueRules[V]) -> Sequence[int]:
        """Return the values to which a key leads, ascending, at most so many."""
        self._list_all(rules)
        return self._by_key.get(key, ())

    def _list_all(self, rules: ValueRules[V]) -> None:
        """Find what leads to each value; it hangs on the article alone, as rules of a kind do."""
        if len(self._sorts) == len(self.values):
            return
        self._links = [frozenset(rules.list_links(value)) for value in self.values]
        self._sorts = [tuple(rules.list_sorts(value)) for value in self.values]
        for number, value in enumerate(self.values):
            sorts = self._sorts[number]
            terms = self._reader.read(value.at).near if sorts else ()
            for key in {*self._links[number], *((sort, term) for sort in sorts for term in terms)}:
                numbers = self._by_key.setdefault(key, [])
                if len(numbers) < MOST_MET:
                    numbers.append(number)
