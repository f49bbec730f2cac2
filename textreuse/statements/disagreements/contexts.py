"""Contexts: whether two values stand in the same statement, by the rare words around them."""

from __future__ import annotations

from functools import cache
from math import fsum, log
from typing import NamedTuple

from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Units
from textreuse.statements.disagreements.quantities.measure_words import GENERIC
from textreuse.text.corpus import Position, Stretch

_WINDOW = 8
"""Words on each side of a value that are its context, inside its sentence."""
_NEAREST = 2
"""Telling words on each side that say most of all what it is a value of."""
_MOST_UNITS = 40
"""Units of two articles with a term, beyond which it leads to no value; it still weighs."""
_FEW_UNITS = 20
"""Units added to those of two articles: in two sentences nothing else would be rare."""


class Likeness(NamedTuple):
    """How like each other the contexts of two values are."""

    score: float
    """The weights, ln(units / units that have it), of the terms in common."""
    share: float
    """That of all weights on both sides, 0..1."""
    nearest: int
    """How many terms in common stand right by both values."""
    adjoins: bool
    """Whether the first term before both, or that behind both, is the same."""


class Context(NamedTuple):
    """The telling terms around a value."""

    near: frozenset[int]
    nearest: frozenset[int]
    before: int
    after: int
    """The first one before and behind it; `NO_TERM` where there is none."""


class ContextReader:
    """Reads the contexts of values, each once."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self.read = cache(self._read)
        self.read_sentence = cache(self._read_sentence)

    def _read(self, at: Stretch) -> Context:
        corpus, terms = self._units.corpus, self._units.terms
        start, end = corpus.sentence(at[0])
        language = corpus.languages[corpus.article(at[0])]
        left_out = terms.function[language] | {NO_TERM}
        article = corpus.article(at[0])
        keys, base = corpus.words[article].keys, corpus.first[article]
        before, after = (
            [
                terms.at[position]
                for position in positions
                if terms.at[position] not in left_out and keys[position - base] not in GENERIC
            ]
            for positions in (
                range(at[0] - 1, max(start, at[0] - _WINDOW) - 1, -1),
                range(at[1], min(end, at[1] + _WINDOW)),
            )
        )
        return Context(
            frozenset((*before, *after)),
            frozenset((*before[:_NEAREST], *after[:_NEAREST])),
            before[0] if before else NO_TERM,
            after[0] if after else NO_TERM,
        )

    def _read_sentence(self, sentence: Stretch) -> frozenset[int]:
        """Return the telling terms of a sentence."""
        corpus, terms = self._units.corpus, self._units.terms
        article = corpus.article(sentence[0])
        left_out = terms.function[corpus.languages[article]]
        return frozenset(terms.at[sentence[0] : sentence[1]]) - left_out - {NO_TERM}


class Contexts:
    """The contexts of values in two articles, weighed by how rare their terms are there."""

    def __init__(self, reader: ContextReader, units: Units, pair: tuple[int, int]) -> None:
        self._ours, self._theirs = (units.postings[article] for article in pair)
        count = sum(len(units.articles[article]) for article in pair)
        self._most = log(count + _FEW_UNITS)
        self.weigh = cache(self._weigh)
        self._weigh_all = cache(lambda terms: fsum(map(self.weigh, terms)))
        self.read = reader.read
        self._read_sentence = reader.read_sentence
        self._sentence = units.corpus.sentence

    def is_leading(self, term: int) -> bool:
        """Tell whether a term that both articles have is rare enough there to lead to values."""
        return len(self._ours[term]) + len(self._theirs[term]) <= _MOST_UNITS

    def _weigh(self, term: int) -> float:
        count = len(self._ours.get(term, ())) + len(self._theirs.get(term, ()))
        return self._most - log(max(1, count))

    def measure(self, left: Stretch, right: Stretch) -> Likeness:
        """Return how like each other the contexts of two values are."""
        ours, theirs = self.read(left), self.read(right)
        common = ours.near & theirs.near
        score = fsum(map(self.weigh, common))
        total = self._weigh_all(ours.near) + self._weigh_all(theirs.near)
        share = 2 * score / total if total else 0.0
        adjoins = NO_TERM != ours.before == theirs.before or NO_TERM != ours.after == theirs.after
        return Likeness(score, share, len(ours.nearest & theirs.nearest), adjoins)

    def measure_sentences(self, left: Stretch, right: Stretch) -> tuple[float, float]:
        """Return the weights of the terms in common of two whole sentences, and their share.

        What the values themselves have in common counts too. The share is that of the shorter.
        """
        ours, theirs = (self._read_sentence(self._sentence(at[0])) for at in (left, right))
        score = fsum(map(self.weigh, ours & theirs))
        least = min(fsum(map(self.weigh, side)) for side in (ours, theirs))
        return score, score / least if least else 0.0


def widen(units: Units, at: Stretch) -> Stretch:
    """Return the sentence of a value."""
    first, last = units.corpus.sentence(at[0])
    return first, Position(max(last, at[1]))
