"""A timeline of a story as plain values, for whoever draws it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, NamedTuple

from textreuse.passages.groups import Group
from textreuse.statements.origins.origin import Carrier, Origins, Overlap

EdgeKind = Literal["descent", "common origin", "quotations"]
"""One article has words of the other; both have words of something; both quote the same."""

_KINDS: dict[str, EdgeKind] = {
    "outlet to outlet": "descent",
    "common origin": "common origin",
    "quotations": "quotations",
}


class Mark(NamedTuple):
    """An article has a passage or an utterance."""

    what: Literal["group", "utterance"]
    id: int
    """That of the group or utterance."""
    article: int


class Edge(NamedTuple):
    """Two articles that have words in common."""

    source: int
    target: int
    """Of a descent the earlier article and the later one; else the smaller and the larger index."""
    words: int
    """Those that tell it: outside quotations, or inside where these are all."""
    kind: EdgeKind
    is_main: bool
    """Whether none of its kind has more words: of a descent, for its target; else, for one of the
    two. Lines for these alone leave a picture legible."""


class Timeline(NamedTuple):
    """A story over time: articles in their order, what each has, and what joins them."""

    rows: tuple[Carrier, ...]
    """The articles as in `Origins.order`: of equal rank where nothing tells who came first; those
    without a date have no rank, and come last."""
    marks: tuple[Mark, ...]
    """Groups, then utterances, by number, then by article."""
    edges: tuple[Edge, ...]
    """By article."""


def find_timeline(
    groups: Iterable[Group],
    origins: Origins,
    utterances: Iterable[tuple[int, Collection[int]]] = (),
) -> Timeline:
    """Lay out a story over time.

    `utterances` are the id of each with the articles that give it. What one article alone has, and
    weak matches, have no mark.
    """
    marks = [
        Mark("group", group.id, article)
        for group in groups
        if len(group.articles) > 1 and not group.is_weak
        for article in group.articles
    ]
    marks += [
        Mark("utterance", number, article)
        for number, articles in utterances
        if len(articles) > 1
        for article in sorted(articles)
    ]
    return Timeline(origins.order, tuple(marks), _find_edges(origins.overlaps))


def _find_edges(overlaps: Sequence[Overlap]) -> tuple[Edge, ...]:
    """Return the edges, each of which is a main one where its words are most for one it is for."""
    edges = [edge for overlap in overlaps for edge in _make_edge(overlap)]
    most: dict[tuple[EdgeKind, int], int] = {}
    for edge in edges:
        for article in _list_gainers(edge):
            key = edge.kind, article
            most[key] = max(most.get(key, 0), edge.words)
    return tuple(
        edge._replace(
            is_main=any(edge.words == most[edge.kind, article] for article in _list_gainers(edge))
        )
        for edge in edges
    )


def _list_gainers(edge: Edge) -> tuple[int, ...]:
    return (edge.target,) if edge.kind == "descent" else (edge.source, edge.target)


def _make_edge(overlap: Overlap) -> Iterable[Edge]:
    kind = _KINDS.get(overlap.kind)
    if kind is not None:
        source, target = overlap.articles
        if overlap.later == source:
            source, target = target, source
        words = min(overlap.in_quotations) if kind == "quotations" else overlap.alike_words
        yield Edge(source, target, words, kind, is_main=False)
