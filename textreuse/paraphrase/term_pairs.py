"""Pairs: telling words that stand near each other, a trace that rewriting leaves.

A rewritten sentence keeps few words in a row, but its names, numbers and nouns stay neighbours:
"the judge jailed Smith" becomes "Smith was jailed by the judge". So words in between are skipped,
and order does not count (skip-grams and sorted n-grams, as in systems for PAN's text alignment).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textreuse.paraphrase.stems import NO_TERM
from textreuse.paraphrase.tf_isf import Units
from textreuse.text.corpus import Corpus, Position
from textreuse.text.language import list_common_words
from textreuse.text.words import WordIndex

_REACH = 2
"""How many telling words on a pair's second word may stand. On METER 1 loses rewritten sentences
(F1 of `derived` -.004), 3 begins to pair by chance (-.002)."""

TermPair = int
"""A number for two different keys, whatever their order."""

_NO_PAIR = -1


class TermPairs(NamedTuple):
    """The telling words of one article: those with a term, without the language's commonest."""

    positions: list[Position]
    """Where they stand in the corpus, ascending."""
    rows: tuple[list[TermPair], ...]
    """Of each distance from 1 on the pair that each word makes with the one so far behind it; a
    number that is no pair where both are the same."""
    pairs: frozenset[TermPair]
    """All pairs, each once."""


def pair_terms(units: Units) -> tuple[TermPairs, ...]:
    """Return the telling words and the pairs of each article; linear in the length of the texts.

    Words of one term make no pair: a text that says one word over and over has none.
    """
    return tuple(_pair_terms_of(units, article) for article in range(len(units.articles)))


def find_pair_carriers(of_articles: Sequence[TermPairs]) -> dict[TermPair, list[int]]:
    """Return of each pair that several articles have these articles, ascending."""
    once: set[TermPair] = set()
    several: set[TermPair] = set()
    for one in of_articles:
        several |= once & one.pairs
        once |= one.pairs
    carriers: dict[TermPair, list[int]] = {}
    for article, one in enumerate(of_articles):
        for pair in several & one.pairs:
            carriers.setdefault(pair, []).append(article)
    return carriers


def _pair_terms_of(units: Units, article: int) -> TermPairs:
    positions = _find_telling_words(units, article)
    keys = _key_words(units, article, positions)
    # More than any key can be, see `_key_words`.
    base = (units.terms.count + 1) ** 2
    rows = tuple(
        [
            _NO_PAIR if one == other else one * base + other if one < other else other * base + one
            for one, other in zip(keys, keys[reach:], strict=False)
        ]
        for reach in range(1, _REACH + 1)
    )
    return TermPairs(positions, rows, frozenset().union(*rows) - {_NO_PAIR})


def _find_telling_words(units: Units, article: int) -> list[Position]:
    corpus, terms = units.corpus, units.terms
    words = corpus.words[article].keys
    common = list_common_words(corpus.languages[article])
    return [
        position
        for position, word in zip(corpus.all_of(article), words, strict=True)
        if terms.at[position] != NO_TERM and word not in common
    ]


def _key_words(units: Units, article: int, positions: list[Position]) -> list[int]:
    """Return what each of the words is equal to: its term, or two characters' terms in one.

    A character of a script without spaces is too little of a word to be told by itself; it counts
    together with the one before it.
    """
    at = units.terms.at
    if not _has_unspaced(units.corpus, article):
        return [at[position] for position in positions]
    base, row = units.corpus.first[article], units.corpus.words[article]
    keys = []
    for position in positions:
        index = position - base
        unspaced = index > 0 and row.size(WordIndex(index - 1), WordIndex(index + 1)) == 1
        # `NO_TERM`, -1, of the character before adds nothing.
        before = at[position - 1] + 1 if unspaced else 0
        keys.append(before * units.terms.count + at[position])
    return keys


def _has_unspaced(corpus: Corpus, article: int) -> bool:
    row = corpus.words[article]
    return row.size(WordIndex(0), WordIndex(len(row))) < len(row)
