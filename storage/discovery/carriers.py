"""Who else carried this: the articles of a library that share text with another, or a passage."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import NamedTuple

from storage.library import Library
from storage.models import Article
from storage.wording.publication_dates import sort_by_publication
from textreuse import Settings, Span, compare, split_words

_FEWEST = 2
"""Fingerprints that an article must share to be looked at, where so many are to be had."""
_ENOUGH = 8
"""Words of a question with fewer than twice as many hashes: there one is enough."""
_MOST = 60
"""Articles that are looked at, those with most fingerprints in common."""
_SETTINGS = Settings(sensitivity=2)
"""The same words and edited passages; a paraphrase depends on who else is in the story."""


class Carrier(NamedTuple):
    """An article that shares text."""

    article: Article
    words: int
    """Words of the text asked for that stand in this article too."""
    share: float
    """The same as a part of all words asked for, 0..1."""
    passages: int
    places: tuple[Span, ...]
    """Where in this article; `Span.article` is 1."""


def find_carriers(library: Library, article: Article) -> list[Carrier]:
    """Return the other articles that share text with `article`, most first, then by date.

    Articles in the trash and its own versions are left out. Every one is verified by the engine,
    with passages that are the same or edited. Finds passages of seven words and more that are the
    same, nearly all that are edited.
    """
    versions = library.articles.find_versions(article.id)
    return find_carriers_of_text(library, article.text, without=versions)


def find_carriers_of_text(
    library: Library, text: str, without: Sequence[str] = ()
) -> list[Carrier]:
    """Return the articles that share words with `text`, most first; see `find_carriers`."""
    library.fingerprints.catch_up()
    asked = split_words(text)
    shared = library.fingerprints.count_shared(asked)
    fewest = _FEWEST if len(asked) > 2 * _ENOUGH else 1
    likely = heapq.nlargest(
        _MOST,
        (
            (count, name)
            for name, count in shared.items()
            if count >= fewest and name not in without
        ),
    )
    found = []
    for article in library.articles.get_all(name for _, name in likely):
        comparison = compare([text, article.text], _SETTINGS)
        common = comparison.word_count(0, comparison.shared(0))
        if common:
            passages = [one for one in comparison.passages if one.left.article != one.right.article]
            found.append(
                Carrier(
                    article,
                    common,
                    common / comparison.word_count(0),
                    len(passages),
                    tuple(comparison.shared(1)),
                )
            )
    found = sort_by_publication(
        sorted(found, key=lambda one: one.article.id), lambda one: one.article.published
    )
    return sorted(found, key=lambda one: -one.words)
