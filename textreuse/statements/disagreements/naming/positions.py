"""Find what two articles say that one person is: another office, another rank, another state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from textreuse.statements.disagreements.disagreement import DisagreementKind
from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.disagreements.naming.offices import list_offices, list_places
from textreuse.statements.disagreements.naming.ranks import Rank, list_ranks, pair_ranks
from textreuse.statements.disagreements.naming.states import list_states
from textreuse.statements.names.name import Name
from textreuse.text.corpus import Corpus
from textreuse.text.spans import Span


class _Positions(NamedTuple):
    """What an article says of one person."""

    offices: tuple[dict[str, Span], ...]
    """By row of those that exclude each other."""
    ranks: dict[str, list[Rank]]
    states: dict[str, Span]


def pair_positions(corpus: Corpus, one: Name, two: Name) -> Iterator[Finding]:
    """Yield where two articles say of one person what cannot both be so, or one less exactly."""
    mine, yours = (_read(corpus, name) for name in (one, two))
    for here, there in zip(mine.offices, yours.offices, strict=True):
        yield from _pair(corpus, "role", here, there)
    for rank, other in pair_ranks(mine.ranks, yours.ranks):
        places = make_place(corpus, rank.span), make_place(corpus, other.span)
        ranks = rank.rank, other.rank
        if "acting" in ranks and "" in ranks:
            yield Finding("role", "precision", *places, side=int(rank.rank == ""))
        else:
            yield Finding("role", "conflict", *places)
    yield from _pair(corpus, "place", mine.states, yours.states)


def make_place(corpus: Corpus, span: Span) -> Place:
    """Return a place of a text with the positions of its words."""
    at = corpus.positions(span)
    return Place(span, (at.start, at.stop))


def _pair(
    corpus: Corpus, kind: DisagreementKind, mine: dict[str, Span], yours: dict[str, Span]
) -> Iterator[Finding]:
    """Yield the first of either side where the sides have nothing in common."""
    if mine and yours and mine.keys().isdisjoint(yours):
        ours, theirs = min(mine.values()), min(yours.values())
        yield Finding(kind, "conflict", make_place(corpus, ours), make_place(corpus, theirs))


def _read(corpus: Corpus, name: Name) -> _Positions:
    """Return what an article says that somebody is, read once for each who is named."""
    first = name.mentions[0].span
    key = f"positions of who is named at {first.start}", first.article
    known = corpus.found.get(key)
    if known is None:
        text = corpus.texts[first.article]
        places = list_places(text, name)
        known = corpus.found[key] = _Positions(
            tuple(list_offices(text, places)),
            list_ranks(text, name, places),
            list_states(text, name),
        )
    return cast(_Positions, known)
