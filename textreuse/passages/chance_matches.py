"""Chance: the words that two reports of one event have in common without knowing each other.

Names with their titles, stock phrases and attributions run to six or seven words in any two news
articles. Of 18 such passages in triples of outlets (BASIL) readers agreed with eight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import not_

from textreuse.passages.exact_coverage import ExactCoverage, are_related
from textreuse.passages.passages import Passage
from textreuse.settings import Settings
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus
from textreuse.text.framing_words import list_framing_words
from textreuse.text.language import have_nouns_capitals, list_common_words
from textreuse.text.words import WordIndex, Words

_PLAIN = 12
"""Words in common from which on a passage is no chance, whatever they are."""

_CONTENT = 2
"""Different words that a shorter one needs that are no names, and not too common."""

_REPEATED = 15
"""Words in common that an edited repeat inside one article needs: a speaker's turns of phrase and
the halves of a contrast come again with other words, and other meaning."""

_SHORTEST = 3
"""Letters of a word of content."""


def drop_chance_matches(
    corpus: Corpus,
    exact: Iterable[Passage],
    shared: Mapping[tuple[int, int], ExactCoverage],
    settings: Settings,
) -> list[Passage]:
    """Return the `exact` passages that readers agree with: all between related articles.

    Articles are related where one took much of the other (see `exact_coverage`), an article to
    itself where it repeats much; `shared` is what `exact` covers between each pair. Elsewhere a
    passage needs `settings.chance_words` in common and, unless it is long, words that say
    something.
    """
    related = {pair for pair, between in shared.items() if are_related(corpus, pair, between)}
    content = _Content(corpus)
    return [
        passage
        for passage in exact
        if (passage.left.article, passage.right.article) in related
        or (
            passage.common >= _require_words(passage, settings)
            and (passage.common >= _PLAIN or content.is_in(passage))
        )
    ]


def _require_words(passage: Passage, settings: Settings) -> int:
    repeat = passage.left.article == passage.right.article
    return _REPEATED if repeat and passage.kind != "verbatim" else settings.chance_words


class _Content:
    """Which words of a corpus say something: no names, no framing, none of the commonest."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._small_words: dict[int, set[str]] = {}

    def is_in(self, passage: Passage) -> bool:
        """Tell whether enough different words of content stand on the left of a passage."""
        span = passage.left
        row, language = self._corpus.words[span.article], self._corpus.languages[span.article]
        inside = row.within(span.start, span.end)
        words = {
            key
            for key in row.keys[inside.start : inside.stop]
            if (len(key) >= _SHORTEST or not key.isascii()) and not key[0].isdigit()
        }
        words.difference_update(list_common_words(language), list_framing_words(language))
        if not have_nouns_capitals(language):
            # Most passages have enough themselves, and no other place needs to be looked at.
            small = words & _find_small_words(self._corpus.texts[span.article], row, inside)
            if len(small) < _CONTENT:
                pair = {passage.left.article, passage.right.article}
                small = words & set().union(*map(self._find_small_words, pair))
            words = small
        return len(words) >= _CONTENT

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
