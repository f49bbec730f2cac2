"""Find words of opposite meaning in one statement: before and after, fired and resigned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from textreuse.statements.disagreements.contexts import Likeness
from textreuse.statements.disagreements.disagreement import DisagreementKind
from textreuse.statements.disagreements.value_rules import ValueRules
from textreuse.statements.disagreements.words.opposite_meanings import (
    Pole,
    list_negators,
    list_poles,
)
from textreuse.text.corpus import Corpus, Position, Stretch
from textreuse.text.spans import Span

_LEAST_SCORE, _LEAST_SHARE, _LEAST_NEAREST = 4.5, 0.3, 2
"""Of contexts of words that contradict each other anywhere."""
_NEGATED_BEFORE = 4
"""Words before a word among which a negation may be of it."""


class Turn(NamedTuple):
    """A word that has opposites."""

    span: Span
    at: Stretch
    poles: tuple[Pole, ...]


def find_turns(corpus: Corpus, article: int) -> list[Turn]:
    """Return the words of an article that have opposites, by place."""
    row, base = corpus.words[article], corpus.first[article]
    language = corpus.languages[article]
    known, negators = list_poles(language), list_negators(language)
    if not known:
        return []
    joining = {words.partition("_")[0] for words in known if "_" in words}
    found = []
    for index, key in enumerate(row.keys):
        first, poles = index, known.get(key, ())
        if index and row.keys[index - 1] in joining:
            joined = known.get(f"{row.keys[index - 1]}_{key}")
            first, poles = (index - 1, joined) if joined else (first, poles)
        if any(pole.kind == "negation" for pole in poles):
            # "Not able" is "unable".
            before = row.keys[max(0, index - _NEGATED_BEFORE) : index]
            poles = () if not negators.isdisjoint(before) else poles
        if poles:
            at = Position(base + first), Position(base + index + 1)
            found.append(Turn(Span(article, row.starts[first], row.ends[index]), at, poles))
    return found


class TurnRules(ValueRules[Turn]):
    """What is asked of two words that have opposites."""

    def list_sorts(self, value: Turn) -> Iterator[int]:
        """Yield the dimensions of a word that contradicts others anywhere."""
        return (pole.dimension for pole in value.poles if pole.anywhere)

    def are_comparable(self, ours: Turn, theirs: Turn) -> bool:
        """Tell whether both are of one dimension."""
        return any(True for _ in _list_common(ours, theirs))

    def agree(self, ours: Turn, theirs: Turn) -> bool:
        """Tell whether both are of one pole."""
        return not set(ours.poles).isdisjoint(theirs.poles)

    def settle(self, likeness: Likeness) -> float:
        """Return the score of contexts up to which two words that agree leave no room for others.

        An article may tell of somebody who resigned and of somebody who was fired.
        """
        return likeness.score

    def are_of_one_thing(self, ours: Turn, theirs: Turn, likeness: Likeness) -> bool:
        """Tell whether the words around them say that they are of one statement."""
        return (
            any(pole.anywhere for pole in _list_contradicted(ours, theirs))
            and likeness.score >= _LEAST_SCORE
            and likeness.share >= _LEAST_SHARE
            and likeness.nearest >= _LEAST_NEAREST
        )


def find_kind(ours: Turn, theirs: Turn) -> DisagreementKind:
    """Return what sort of difference there is between two words that contradict each other."""
    return next(_list_contradicted(ours, theirs)).kind


def _list_common(ours: Turn, theirs: Turn) -> Iterator[tuple[Pole, Pole]]:
    """Yield where two words stand in the dimensions of both."""
    for one, other in product(ours.poles, theirs.poles):
        if one.dimension == other.dimension:
            yield one, other


def _list_contradicted(ours: Turn, theirs: Turn) -> Iterator[Pole]:
    """Yield the poles of a word that the other word contradicts."""
    return (one for one, other in _list_common(ours, theirs) if one.pole != other.pole)
