"""The articles of a library as its list shows them: which of them, and in what order."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from storage.tables.listed_articles import ListedArticle
from storage.tables.tag_names import is_within
from tui.library.columns import COLUMNS

if TYPE_CHECKING:
    from storage.search.query import Query

_BY = {column.name: column for column in COLUMNS}
SORTABLE = ("added", *_BY)
"""What the list can be sorted by; `added` is the order of the library, the last added first."""
_LIKE = 80
"""How much of a term, 0 to 100, a title or outlet must have to be like it."""
_SHORTEST = 4
"""Signs of a term that may have a slip of the finger in it."""


class ArticleList:
    """Sorts and filters the articles of a library; older versions stand behind the newest."""

    def __init__(self, listed: Sequence[ListedArticle] = ()) -> None:
        self.listed = listed
        """All articles, the older versions too."""
        self._previous = {one.id: one.previous for one in listed if one.previous is not None}
        older = set(self._previous.values())
        self.articles = [one for one in listed if one.id not in older] if older else listed
        """Those that are shown."""

    def count_older(self, article: str) -> int:
        """Return how many older versions of an article there are."""
        count, one = 0, self._previous.get(article)
        while one is not None:
            count, one = count + 1, self._previous.get(one)
        return count

    def sort_by(self, column: str, *, turned: bool) -> list[ListedArticle]:
        """Return all articles by one of `SORTABLE`; equal ones stay in the order of the library.

        Each from A to Z or from most to least, as `COLUMNS` says; `turned` is the other way round.
        """
        if column == "added":
            return list(reversed(self.articles)) if turned else list(self.articles)
        by = _BY[column]
        return sorted(self.articles, key=by.rank, reverse=turned != by.most_first)

    def find(
        self, typed: str, column: str = "added", *, turned: bool = False
    ) -> list[ListedArticle]:
        """Return the articles whose title or outlet has all that was typed.

        Those that have it letter for letter come first, in the order asked for, then those that
        are like it, best first. Filters are those of `parse_query`; case and accents make no
        difference.
        """
        found = self.sort_by(column, turned=turned)
        if not typed:
            return found
        from storage.search.query import parse_query  # not before somebody looks for something

        query = parse_query(typed)
        if query.has_filters:
            found = self._filter(found, query)
        for wanted in (_fold(term.text) for term in query.terms):
            names = self._names
            exact = [one for one in found if wanted in names[one.id]]
            if len(exact) < len(found) and len(wanted) >= _SHORTEST:
                found = exact + self._find_like(
                    wanted, [one for one in found if wanted not in names[one.id]]
                )
            else:
                found = exact
        return found

    def _find_like(self, wanted: str, articles: Sequence[ListedArticle]) -> list[ListedArticle]:
        """Return the articles whose names have something like `wanted`, best first."""
        from rapidfuzz import fuzz, process  # not before somebody looks for something

        likely = process.extract(
            wanted,
            [self._names[one.id] for one in articles],
            scorer=fuzz.partial_ratio,
            score_cutoff=_LIKE,
            limit=None,
        )
        return [articles[index] for _, _, index in likely]

    def _filter(self, found: list[ListedArticle], query: Query) -> list[ListedArticle]:
        """Return the articles that meet all filters."""
        for wanted in map(_fold, query.outlets):
            outlets = {outlet for outlet, plain in self._outlets.items() if wanted in plain}
            found = [one for one in found if one.outlet in outlets]
        for tag in query.tags:
            found = [one for one in found if any(is_within(name, tag) for name in one.tags)]
        for wanted in map(_fold, query.stories):
            found = [one for one in found if any(wanted in _fold(name) for name in one.stories)]
        for wanted in map(_fold, query.coders):
            found = [one for one in found if any(wanted in _fold(name) for name in one.coders)]
        for wanted in map(_fold, query.coded):
            found = [
                one
                for one in found
                if any(wanted == "yes" or wanted in _fold(name) for name in one.coded)
            ]
        after, before = query.after, query.before
        if after is not None:
            found = [one for one in found if (one.published or "") >= after]
        if before is not None:
            found = [one for one in found if "" < (one.published or "") < before]
        if query.without is not None:
            parts = query.without.split()
            unwanted = {one.id for part in parts for one in self._meet(found, part)}
            found = [one for one in found if one.id not in unwanted]
        return found

    def _meet(self, found: list[ListedArticle], query: Query) -> list[ListedArticle]:
        """Return the articles that have the terms letter for letter and meet the filters."""
        wanted = [_fold(term.text) for term in query.terms]
        met = [one for one in found if all(word in self._names[one.id] for word in wanted)]
        return self._filter(met, query)

    @cached_property
    def _names(self) -> dict[str, str]:
        return {one.id: _fold(f"{one.title} {one.outlet}") for one in self.articles}

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return {outlet: _fold(outlet) for outlet in {one.outlet for one in self.articles}}


def _fold(text: str) -> str:
    """Return `text` without case and accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
