"""Seeds: the longest runs of words that stand in two places.

One index holds the word n-grams of all articles, so that five articles cost one pass, not
fifteen comparisons. Each pair of places with an n-gram in common is grown to a maximal exact
match, once a diagonal, as in sequence alignment by seed and extend (Altschul et al., BLAST,
1990).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from textreuse.corpus import Corpus
from textreuse.settings import Settings


class Seed(NamedTuple):
    """The `size` words at position `left` are those at `right`; left < right, none can be added."""

    left: int
    right: int
    size: int


def seeds(corpus: Corpus, settings: Settings) -> list[Seed]:
    """Return the maximal exact matches of at least `settings.ngram` words, sorted.

    Complete unless an n-gram stands more than `settings.max_occurrences` times in one article;
    then each of its places is matched with the nearest ones, in either direction. A match within
    one article may overlap itself (a text that says the same thing over and over).
    """
    tokens = corpus.tokens
    grams = _ngrams(tokens, settings.ngram)
    matched_up_to: dict[int, int] = {}
    found = []
    for left, right in sorted(_meetings(grams, corpus, settings.max_occurrences)):
        diagonal = right - left
        if matched_up_to.get(diagonal, -1) > left:
            continue
        seed = _grow(tokens, left, right)
        matched_up_to[diagonal] = seed.left + seed.size
        found.append(seed)
    return sorted(found)


def _ngrams(tokens: list[int], n: int) -> dict[tuple[int, ...], list[int]]:
    """Map each n-gram that occurs at least twice to its positions, ascending."""
    places: dict[tuple[int, ...], list[int]] = {}
    for position, gram in enumerate(zip(*(tokens[i:] for i in range(n)), strict=False)):
        places.setdefault(gram, []).append(position)
    return {gram: at for gram, at in places.items() if len(at) > 1}


def _meetings(
    grams: dict[tuple[int, ...], list[int]], corpus: Corpus, most: int
) -> Iterator[tuple[int, int]]:
    """Yield pairs of positions (left < right) that carry the same n-gram."""
    for places in grams.values():
        if len(places) <= most:
            for index, left in enumerate(places):
                for right in places[index + 1 :]:
                    yield left, right
        else:
            yield from _nearest_meetings(places, corpus, most)


def _nearest_meetings(places: list[int], corpus: Corpus, most: int) -> Iterator[tuple[int, int]]:
    """Pair each place with at most `most` in each article: those at the nearest word numbers.

    Both directions are asked, so that the answer does not depend on the order of articles.
    """
    by_article: dict[int, list[int]] = {}
    for place in places:
        by_article.setdefault(corpus.article(place), []).append(place)
    for article, here in by_article.items():
        base = corpus.first[article]
        for other, there in by_article.items():
            shift = corpus.first[other] - base
            for place in here:
                # In its own article the nearest place of all is the place itself.
                for twin in _nearest(there, place + shift, most + (article == other)):
                    if twin != place:
                        yield min(place, twin), max(place, twin)


def _nearest(places: list[int], target: int, most: int) -> list[int]:
    if len(places) <= most:
        return places
    middle = bisect_left(places, target)
    around = places[max(0, middle - most) : middle + most]
    return sorted(around, key=lambda place: abs(place - target))[:most]


def _grow(tokens: list[int], left: int, right: int) -> Seed:
    """Extend the match at (left, right) both ways as far as the words are the same."""
    first = left
    shift = right - left
    while first > 0 and tokens[first - 1] == tokens[first - 1 + shift]:
        first -= 1
    last = left
    end = len(tokens) - shift
    while last < end and tokens[last] == tokens[last + shift]:
        last += 1
    return Seed(first, first + shift, last - first)
