"""What reports tell of where the words of a story came from, and who had them first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from storage.comparing import ComparedStory
from storage.wording.finding_names import (
    count_origins,
    describe_origin,
    name_derivation,
    name_overlap,
)
from storage.wording.joined_words import join_words
from textreuse import Carrier, Missing, Overlap, Span


class ToldOrigin(NamedTuple):
    """One independent origin."""

    letters: str
    """Those of the articles that rest on it: `A, C and D`."""
    what: str
    why: str


class ToldDerivation(NamedTuple):
    """How much of an article comes from the others."""

    letter: str
    what: str
    why: str


class ToldOverlap(NamedTuple):
    """What two articles have in common, and what that comes of."""

    letters: str
    """`A and B`; `A → B` where B has its words from A, as far as dates and containment tell."""
    what: str
    shared_words: tuple[int, int]
    in_quotations: tuple[int, int]
    why: str


class ToldMissing(NamedTuple):
    """What most of the others carry and one article leaves out."""

    span: Span
    """Where the first of the others has it."""
    carriers: tuple[tuple[str, int], ...]
    """Letters of articles, and numbers of paragraphs."""


class ToldOrigins(NamedTuple):
    """All of it, for a story of two articles or more."""

    summary: str
    """The one line: `5 articles, 4 independent origins`."""
    origins: tuple[ToldOrigin, ...]
    order: str
    """Who published when, as far as dates tell; a sentence."""
    derivations: tuple[ToldDerivation, ...]
    overlaps: tuple[ToldOverlap, ...]
    """Pairs with something in common, most words first."""
    missing: tuple[tuple[str, tuple[ToldMissing, ...]], ...]
    """By the letter of the article that leaves something out; only of those that do."""


def tell_origins(compared: ComparedStory) -> ToldOrigins:
    """Return what is told of the origins of a story."""
    letters, found = compared.letters, compared.statements.origins
    common = [one for one in found.overlaps if any(one.shared_words)]
    left_out = (
        (letter, compared.statements.missing_here(article))
        for article, letter in enumerate(letters)
    )
    return ToldOrigins(
        count_origins(len(letters), found.independent),
        tuple(
            ToldOrigin(
                join_words(letters[article] for article in one.articles),
                describe_origin(one),
                one.why,
            )
            for one in found.independent
        ),
        describe_publication(found.order, letters),
        tuple(
            ToldDerivation(letters[one.article], name_derivation(one.derivation), one.why)
            for one in found.derivations
        ),
        tuple(
            _tell_overlap(one, letters)
            for one in sorted(common, key=lambda one: -sum(one.shared_words))
        ),
        tuple(
            (letter, tuple(_tell_missing(one, compared) for one in missing))
            for letter, missing in left_out
            if missing
        ),
    )


def describe_publication(order: Sequence[Carrier], letters: Sequence[str]) -> str:
    """Return in one sentence in which order articles were published, with the gaps that are known.

    `order` is that of `Origins`; what is equal in rank is told together.
    """
    dated = [one for one in order if one.rank is not None]
    if not dated:
        return "No dates of publication are known."
    told = []
    for _, equals in groupby(dated, key=lambda one: one.rank):
        first, *others = equals
        later = f" ({first.gap} later)" if first.gap else ""
        told.append(f"{join_words(letters[one.article] for one in (first, *others))}{later}")
    undated = [letters[one.article] for one in order if one.rank is None]
    unknown = f"; no date: {join_words(undated)}" if undated else ""
    return f"Published in this order: {', then '.join(told)}{unknown}."


def _tell_overlap(found: Overlap, letters: Sequence[str]) -> ToldOverlap:
    one, other = found.articles
    words, quoted = found.shared_words, found.in_quotations
    if found.later is None:
        told = join_words((letters[one], letters[other]))
    else:
        earlier = other if found.later == one else one
        told = f"{letters[earlier]} → {letters[found.later]}"
    return ToldOverlap(told, name_overlap(found.kind), words, quoted, found.why)


def _tell_missing(found: Missing, compared: ComparedStory) -> ToldMissing:
    return ToldMissing(found.group.spans[0], tuple(_list_places(found.group.spans, compared)))


def _list_places(spans: Sequence[Span], compared: ComparedStory) -> Iterator[tuple[str, int]]:
    """Yield where each article has it first."""
    told = set()
    for span in spans:
        if span.article not in told:
            told.add(span.article)
            yield compared.letters[span.article], compared.number_paragraph(span)
