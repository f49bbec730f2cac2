"""Where what was settled counts, and not what coders had said before.

An article counts as settled or as it was coded, never as both: a place that two coders have and
that was settled would count three times.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from storage.library import Library
from storage.tables.decisions import SETTLED
from storage.wording.plural import pluralize


class SettledArticles(NamedTuple):
    """The articles in which all is settled, by their ids, and those in which only some of it is."""

    whole: frozenset[str] = frozenset()
    """In these, only what was settled counts."""
    begun: frozenset[str] = frozenset()
    """In these, only what coders said counts."""

    def takes(self, article: str, coder: str) -> bool:
        """Tell whether what a coder said of an article counts."""
        return (coder == SETTLED) == (article in self.whole)

    def describe(self) -> str:
        """Return what is counted of what was settled, in sentences; empty where nothing was."""
        told = []
        if self.whole:
            many = pluralize(len(self.whole), "article")
            told.append(f"In {many}, what was settled counts instead.")
        if self.begun:
            many = pluralize(len(self.begun), "article")
            told.append(f"In {many} not settled to the end, what was settled does not count.")
        return " ".join(told)


def find_settled(
    library: Library, coders: Collection[str], articles: Collection[str] | None
) -> SettledArticles | None:
    """Return which of these articles, or of all, are settled.

    None where that is not asked: nothing was settled by the `coders` that are counted, or only that
    is counted.
    """
    if SETTLED not in coders or len(coders) < 2:
        return None
    whole = {
        article for article, done in library.coded_articles.find_coders().items() if SETTLED in done
    }
    places = library.tag_uses.list_places(articles, [SETTLED])
    said = {article for _, _, article, *_ in places}
    said |= {article for article, *_ in library.tag_uses.list_on_articles(articles, [SETTLED])}
    chosen = whole if articles is None else whole & {*articles}
    return SettledArticles(frozenset(chosen), frozenset(said - whole))
