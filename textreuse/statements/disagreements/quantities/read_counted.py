"""Read what a number counts: the nouns behind it, whose age it is, what became of people."""

from __future__ import annotations

import re

from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Units
from textreuse.statements.disagreements.quantities.measure_words import (
    AGE_WORDS,
    BEFORE_NOUNS,
    FATES,
    GENERIC,
    MEASURES,
)
from textreuse.statements.disagreements.quantities.owners import find_owner
from textreuse.text.corpus import Position
from textreuse.text.function_words import list_function_words

_ENDS_NOUN = re.compile(r"[^\s\w'’\"“”„-]")
_UNIT_WORDS = AGE_WORDS | MEASURES.keys()
_MOST_NOUNS = 4
"""Words behind a number that are asked what it counts: "63 badly flooded old houses"."""
_NEAR = 4
"""Words around a number in which it is said what became of whom it counts."""


class CountedReader:
    """Reads what the numbers of one article count."""

    def __init__(self, units: Units, article: int) -> None:
        corpus = units.corpus
        self._units = units
        self._text, self._row = corpus.texts[article], corpus.words[article]
        self._base, self._language = corpus.first[article], corpus.languages[article]
        self._function_words = list_function_words(self._language)

    def read_owner(self, first: int, last: int) -> frozenset[int]:
        """Return the terms of the name of whom an age is told."""
        row, at = self._row, self._units.terms.at
        # "71-year-old Edwin Tolliver"
        while last < len(row) and row.keys[last] in _UNIT_WORDS:
            last += 1
        owner = find_owner(self._text, row, first, last, self._language)
        return frozenset(at[self._base + index] for index in owner) - {NO_TERM}

    def read_nouns(self, last: int, unit: str) -> tuple[frozenset[int], bool]:
        """Return the terms of what is counted, and whether that is anything."""
        at, row = self._units.terms.at, self._row
        if unit:
            while last < len(row) and row.keys[last] in _UNIT_WORDS:
                last += 1
        nouns: set[int] = set()
        generic = False
        for index in range(last, min(last + _MOST_NOUNS, len(row))):
            if _ENDS_NOUN.search(self._text, row.ends[index - 1], row.starts[index]):
                break
            key, term = row.keys[index], at[self._base + index]
            if key in self._function_words:
                if nouns or key not in BEFORE_NOUNS:
                    break
            elif term != NO_TERM:
                generic |= key in GENERIC
                nouns.add(term)
        return frozenset(nouns), generic

    def read_fates(self, first: int, last: int, numeric: frozenset[str]) -> frozenset[str]:
        """Return what became of those it counts, told in words that are nearer to no other."""
        start, end = self._units.corpus.sentence(Position(self._base + first))
        low, high = max(start - self._base, first - _NEAR), min(end - self._base, last + _NEAR)
        keys, found = self._row.keys, set()
        for index in (*range(low, first), *range(last, high)):
            fate = FATES.get(keys[index])
            if fate is None:
                continue
            far = first - index if index < first else index - last + 1
            around = range(max(low, index - far + 1), min(high + _NEAR, index + far, len(keys)))
            if not any(keys[at] in numeric for at in around if not first <= at < last):
                found.add(fate)
        return frozenset(found)
