"""Content words: those that say something, and are no names and none that any report has."""

from __future__ import annotations

from itertools import compress
from operator import not_

from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus
from textreuse.text.framing_words import list_general_words
from textreuse.text.language import have_nouns_capitals
from textreuse.text.spans import Span
from textreuse.text.words import WordIndex, Words

_SHORTEST = 3
"""Letters of a word of content."""

_ENOUGH = 2
"""Words of content of a passage itself, from which on no other place is asked what is a name."""


class ContentWords:
    """The content words of a corpus: no names, no framing, none of the commonest."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._small_words: dict[int, set[str]] = {}

    def list(self, span: Span, copy: Span) -> set[str]:
        """Return the content words, folded, that stand in `span`, of which `copy` has the same.

        A word is no name where it stands without a capital, anywhere in either article; in a
        language whose nouns have capitals none is told for a name.
        """
        row = self._corpus.words[span.article]
        language = self._corpus.languages[span.article]
        inside = row.within(span.start, span.end)
        words = {
            key
            for key in row.keys[inside.start : inside.stop]
            if (len(key) >= _SHORTEST or not key.isascii()) and not key[0].isdigit()
        }
        words -= list_general_words(language)
        if have_nouns_capitals(language):
            return words
        # Most passages have enough themselves, and no other place needs to be looked at.
        small = words & _find_small_words(self._corpus.texts[span.article], row, inside)
        if len(small) < _ENOUGH:
            articles = {span.article, copy.article}
            small = words & set().union(*map(self._find_small_words, articles))
        return small

    def _find_small_words(self, article: int) -> set[str]:
        """Return the words that stand there without a capital: no names, even in a headline."""
        if article not in self._small_words:
            row = self._corpus.words[article]
            self._small_words[article] = _find_small_words(
                self._corpus.texts[article], row, Range(0, len(row))
            )
        return self._small_words[article]


def _find_small_words(text: str, row: Words, inside: Range[WordIndex]) -> set[str]:
    initials = map(text.__getitem__, row.starts[inside.start : inside.stop])
    return set(
        compress(row.keys[inside.start : inside.stop], map(not_, map(str.isupper, initials)))
    )
