"""What is typed to narrow the list of clusters, as SQL. Nothing typed is ever read as SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from storage.search.conditions import has_all, join_any, write_list
from storage.search.query import Query, QueryTerm, parse_query

_OF_OUTLETS = """
    cluster.number {among} (
        SELECT cluster_span.cluster FROM document
        JOIN cluster_span ON cluster_span.document = document.number
        WHERE instr(lower(document.series), lower(?))
    )
    """
_WORDS = "cluster.number {among} (SELECT rowid FROM cluster_words WHERE cluster_words MATCH ?)"
_SIGNS = "cluster.number IN (SELECT cluster FROM cluster_text WHERE {})"
_ONLY_OF_LIBRARY = "A scan knows outlet:, after: and before:; the other filters are of the library."


class ClusterFilter(NamedTuple):
    """Which clusters are let through."""

    conditions: tuple[str, ...] = ()
    """SQL, all of which must hold."""
    values: tuple[object, ...] = ()
    """Its parameters."""
    query: Query = Query()

    def explain(self, *, found: bool) -> tuple[str, ...]:
        """Return what is to be said of what was typed, by whether anything was found."""
        query = self.query
        foreign = query.tags or query.stories or query.coders or query.coded
        return (*((_ONLY_OF_LIBRARY,) if foreign else ()), *query.explain(found=found))


def read_filter(typed: str) -> ClusterFilter:
    """Return the filter for what is typed, as `parse_query` reads it, its last word unfinished.

    Words are looked for in the passage; `outlet:` in the outlets of all texts with the passage,
    `after:` and `before:` hold its first day. Filters of the library hold for nothing.
    """
    query = parse_query(typed, is_unfinished=True)
    demands = [
        *_find_words(query),
        *((_OF_OUTLETS.format(among="IN"), outlet) for outlet in query.outlets),
        *([("cluster.first_date >= ?", query.after)] if query.after else []),
        *([("cluster.first_date < ?", query.before)] if query.before else []),
        *_leave_out(query.without or Query()),
    ]
    return ClusterFilter(
        tuple(condition for condition, _ in demands), tuple(value for _, value in demands), query
    )


def _find_words(query: Query) -> Iterator[tuple[str, object]]:
    words, signs = _part_terms(query)
    if words:
        yield _WORDS.format(among="IN"), " ".join(term.expression for term in words)
    if signs:
        yield _SIGNS.format(has_all("passage")), write_list(signs)


def _leave_out(query: Query) -> Iterator[tuple[str, object]]:
    words, signs = _part_terms(query)
    if words:
        yield _WORDS.format(among="NOT IN"), join_any(words)
    yield from ((f"NOT {_SIGNS.format('instr(passage, ?)')}", one) for one in signs)
    yield from ((_OF_OUTLETS.format(among="NOT IN"), outlet) for outlet in query.outlets)


def _part_terms(query: Query) -> tuple[list[QueryTerm], list[str]]:
    """Return the terms that the index of words has, and the signs of writing without spaces."""
    words = [term for term in query.terms if not term.is_east_asian]
    return words, [term.text for term in query.terms if term.is_east_asian]
