"""Terms: the stems under which inflected forms of a word are one.

Stems are Snowball's (Porter 2001) in the language that each text is written in; a text whose
language is not clear keeps its words as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import Stemmer

from textreuse.corpus import Corpus
from textreuse.framing import framing_words

_SHORTEST = 3
"""Characters below which an alphabetic stem says nothing ("of", "an", "s")."""

NO_TERM = -1


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a corpus. Equal stems have equal numbers, counted from 0."""

    at: list[int]
    """The number at each position; `NO_TERM` for short words, words left out, ends of articles."""
    framing: frozenset[int]
    """Those that frame a statement (who spoke, when) and are none of it."""


def terms(corpus: Corpus) -> Terms:
    """Stem the words of `corpus`, each article in its own language."""
    numbers: dict[str, int] = {}
    tables: dict[str | None, dict[str, int]] = {}
    framing: set[int] = set()
    at: list[int] = []
    for row, language in zip(corpus.words, corpus.languages, strict=True):
        stem = _stemmer(language)
        if language not in tables:
            tables[language] = {}
            framing.update(_number(word, numbers) for word in stem(framing_words(language)))
        table = tables[language]
        new = list(set(row.keys).difference(table))
        for word, stemmed in zip(new, stem(new), strict=True):
            table[word] = _number(stemmed, numbers)
        at.extend(map(table.__getitem__, row.keys))
        at.append(NO_TERM)
    for position in corpus.barriers:
        at[position] = NO_TERM
    return Terms(at, frozenset(framing - {NO_TERM}))


def _stemmer(language: str | None) -> Callable[[list[str]], list[str]]:
    if language is None:
        return list
    # One for each call: a stemmer keeps state, and comparisons may run in several threads.
    stem: Callable[[list[str]], list[str]] = Stemmer.Stemmer(language, 0).stemWords
    return stem


def _number(stem: str, numbers: dict[str, int]) -> int:
    if stem.endswith("'s"):
        stem = stem[:-2]
    if len(stem) < _SHORTEST and stem.isascii() and stem.isalpha():
        return NO_TERM
    return numbers.setdefault(stem, len(numbers))
