"""Chance: the words that two reports of one event have in common without knowing each other.

Names with their titles, stock phrases and attributions run to six or seven words in any two news
articles. Of 18 such passages in triples of outlets (BASIL) readers agreed with eight. Those among
them that have rare words, or are quoted, come back (see `short_matches`).
"""

from __future__ import annotations

from collections.abc import Iterable

from textreuse.passages.content_words import ContentWords
from textreuse.passages.exact_coverage import are_related, find_coverage
from textreuse.passages.passages import Passage
from textreuse.settings import Settings
from textreuse.text.corpus import Corpus

_PLAIN = 12
"""Words in common from which on a passage is no chance, whatever they are."""

_CONTENT = 2
"""Content words that a shorter one needs."""

_REPEATED = 15
"""Words in common that an edited repeat inside one article needs: a speaker's turns of phrase and
the halves of a contrast come again with other words, and other meaning."""


def drop_chance_matches(
    corpus: Corpus, exact: Iterable[Passage], settings: Settings
) -> list[Passage]:
    """Return those of the `exact` passages that are too long to be chance.

    Between related articles, of which one took much of the other (see `exact_coverage`; an article
    is related to itself where it repeats much), that is nearly all. Elsewhere a passage needs
    `settings.chance_words` in common and, unless it is long, words that say something.
    """
    longer = [passage for passage in exact if passage.common >= settings.min_words]
    related = {
        pair
        for pair, between in find_coverage(corpus, longer).items()
        if are_related(corpus, pair, between)
    }
    content = ContentWords(corpus)
    return [
        passage
        for passage in longer
        if passage.pair in related
        or (
            passage.common >= _require_words(passage, settings)
            and (
                passage.common >= _PLAIN
                or len(content.list(passage.left, passage.right)) >= _CONTENT
            )
        )
    ]


def _require_words(passage: Passage, settings: Settings) -> int:
    return _REPEATED if passage.is_repeat and passage.kind != "verbatim" else settings.chance_words
