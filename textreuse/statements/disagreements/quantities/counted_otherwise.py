"""Find one number of what two articles call otherwise: "90 teachers" and "90 members of staff"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from textreuse.paraphrase.tf_isf import Units
from textreuse.statements.disagreements.contexts import Contexts
from textreuse.statements.disagreements.finding import Finding, Place
from textreuse.statements.disagreements.quantities.quantity import Quantity
from textreuse.text.corpus import Position

_FEWEST = 3.0
"""The least number that says that the same is counted: one and two are counted everywhere."""
_LEAST_SCORE, _LEAST_SHARE = 12.0, 0.2
"""Of the sentences in which both stand."""
_MOST_NOUNS = 4
"""Words behind a number that say what it counts."""


def pair_counted_otherwise(
    units: Units, ours: Sequence[Quantity], theirs: Sequence[Quantity], contexts: Contexts
) -> Iterator[Finding]:
    """Yield what is counted under another name, where both articles have that number once."""
    for one, other in product(_list_counts(ours), _list_counts(theirs)):
        if one.told != other.told or not one.nouns.isdisjoint(other.nouns):
            continue
        score, share = contexts.measure_sentences(one.at, other.at)
        if score >= _LEAST_SCORE and share >= _LEAST_SHARE:
            places = _place(units, one), _place(units, other)
            yield Finding("wording", "precision", *places)


def _list_counts(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the exact numbers of something that occur once."""
    found: dict[tuple[float, float], list[Quantity]] = {}
    for one in quantities:
        found.setdefault(one.told, []).append(one)
    return [
        one
        for same in found.values()
        for one in same
        if len(same) == 1
        and one.told[0] >= _FEWEST
        and not one.unit
        and one.nouns
        and one.precision != "vague"
    ]


def _place(units: Units, quantity: Quantity) -> Place:
    """Return the number with what it counts."""
    corpus, (first, last) = units.corpus, quantity.at
    end = min(corpus.sentence(first)[1], last + _MOST_NOUNS)
    nouns = [at for at in range(last, end) if units.terms.at[at] in quantity.nouns]
    at = first, Position(max(nouns, default=last - 1) + 1)
    return Place(corpus.span(*at), at)
