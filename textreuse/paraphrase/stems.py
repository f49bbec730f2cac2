"""Terms: the stems under which inflected forms of a word are one.

Stems are Snowball's (Porter 2001) in the language that each text is written in; a text whose
language is not clear keeps its words as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, repeat

import Stemmer

from textreuse.paraphrase.spellings import unify_spelling
from textreuse.text.corpus import Corpus
from textreuse.text.framing_words import list_framing_words
from textreuse.text.function_words import list_function_words

_SHORTEST = 3
"""Characters below which an alphabetic stem says nothing ("of", "an", "s")."""

NO_TERM = -1


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a corpus. Equal stems have equal numbers, counted from 0."""

    at: list[int]
    """The number at each position; `NO_TERM` for short words, words left out, ends of articles."""
    count: int
    """How many there are."""
    framing: dict[str | None, frozenset[int]]
    """By language those that frame a statement (who spoke, when) and are none of it."""
    function: dict[str | None, frozenset[int]]
    """By language those of its function words."""
    figures: frozenset[int]
    """Those that begin with a digit."""


def stem_words(corpus: Corpus) -> Terms:
    """Stem the words of `corpus`, each article in its own language."""
    numbers: dict[str, int] = {}
    tables: dict[str | None, dict[str, int]] = {}
    at: list[int] = []
    for row, language in zip(corpus.words, corpus.languages, strict=True):
        table = tables.setdefault(language, {})
        new = list(row.counts.keys() - table.keys())
        table.update(zip(new, _number_stems(_stem(new, language), numbers), strict=True))
        at.extend(map(table.__getitem__, row.keys))
        at.append(NO_TERM)
    for position in corpus.barriers:
        at[position] = NO_TERM
    framing, function = {}, {}
    for language in tables:
        framing[language] = _number_known(_stem_framing_words(language), numbers)
        function[language] = _number_known(_stem_function_words(language), numbers)
    figures = frozenset(number for stem, number in numbers.items() if stem[:1].isdigit())
    return Terms(at, len(numbers), framing, function, figures)


def _stem(words: Sequence[str], language: str | None) -> list[str]:
    """Return the stems of `words`, each in one spelling and without the genitive's ending."""
    words = [unify_spelling(word, language) for word in words]
    if language is not None:
        # One for each call: a stemmer keeps state, and comparisons may run in several threads.
        words = Stemmer.Stemmer(language, 0).stemWords(words)
    return [word.removesuffix("'s") for word in words]


@lru_cache(maxsize=16)
def _stem_framing_words(language: str | None) -> frozenset[str]:
    return frozenset(_stem(list_framing_words(language), language))


@lru_cache(maxsize=16)
def _stem_function_words(language: str | None) -> frozenset[str]:
    return frozenset(_stem([*list_function_words(language)], language))


def _number_known(stems: frozenset[str], numbers: dict[str, int]) -> frozenset[int]:
    return frozenset(map(numbers.__getitem__, stems & numbers.keys()))


def _number_stems(stems: Sequence[str], numbers: dict[str, int]) -> Iterator[int]:
    """Return the number of each stem, after giving one to those in `numbers` yet without."""
    fresh = [
        stem
        for stem in set(stems).difference(numbers)
        if len(stem) >= _SHORTEST or not (stem.isascii() and stem.isalpha())
    ]
    numbers.update(zip(fresh, count(len(numbers)), strict=False))
    return map(numbers.get, stems, repeat(NO_TERM))
