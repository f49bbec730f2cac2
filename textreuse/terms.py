"""Terms: the stems under which inflected forms of a word are one.

Stems are Snowball's (Porter 2001) in the language that each text is written in; a text whose
language is not clear keeps its words as they are.
"""

from __future__ import annotations

from collections.abc import Callable

import Stemmer

from textreuse.corpus import Corpus
from textreuse.language import guess_language

_SHORTEST = 3
"""Characters below which an alphabetic stem says nothing ("of", "an", "s")."""

_NONE = -1


def terms(corpus: Corpus) -> list[int]:
    """Return the number of the term at each position of `corpus`; -1 where there is none.

    Equal stems have equal numbers. Short words, words left out and ends of articles have none.
    """
    numbers: dict[str, int] = {}
    tables: dict[str | None, dict[str, int]] = {}
    found: list[int] = []
    for row in corpus.words:
        language = guess_language(row.keys)
        table = tables.setdefault(language, {})
        stem = _stemmer(language)
        for word in set(row.keys).difference(table):
            table[word] = _number(stem(word), numbers)
        found.extend(map(table.__getitem__, row.keys))
        found.append(_NONE)
    for position in corpus.barriers:
        found[position] = _NONE
    return found


def _stemmer(language: str | None) -> Callable[[str], str]:
    if language is None:
        return str
    # One for each call: a stemmer keeps state, and comparisons may run in several threads.
    stemmer: Callable[[str], str] = Stemmer.Stemmer(language, 0).stemWord
    return stemmer


def _number(stem: str, numbers: dict[str, int]) -> int:
    stem = stem.removesuffix("'s")
    if len(stem) < _SHORTEST and stem.isascii() and stem.isalpha():
        return _NONE
    return numbers.setdefault(stem, len(numbers))
