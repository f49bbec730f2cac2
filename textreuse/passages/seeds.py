"""Seeds: the longest runs of words that stand in two places.

One index holds the word n-grams of all articles, so that five articles cost one pass, not
fifteen comparisons. Two places with an n-gram in common are grown to a maximal exact match, as
in sequence alignment by seed and extend (Altschul et al., BLAST, 1990).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, starmap
from operator import attrgetter

from textreuse.passages.exact_matches import ExactMatches, Seed
from textreuse.settings import Settings
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position

_ByArticle = dict[int, list[Position]]
"""The places of one n-gram, ascending, by article."""

_MATCHES_PER_WORD = 0.05
"""Matches that are begun for each word in each article. Two books of 100,000 words have a third of
that; a text of a handful of words over and over has many times as many, all by chance."""
_FREE_MATCHES = 20_000
"""Matches that are begun in any case: a fraction of a second, whatever they are."""
_NEARBY = 4
"""Places of a frequent n-gram, before and after, among which the longest match is looked for."""
_LOOKS_PER_WORD, _FREE_LOOKS = 0.1, 20_000
"""Such places that are looked at, for each word in each article, and in any case; news has a tenth
of that. Where they would be more, each word keeps the match at the nearest place of one n-gram that
it stands in: where all is frequent none is worth much."""
_NEAREST_PER_WORD, _FREE_NEAREST = 0.01, 8_000
"""Such matches that say little, for each word in each article, and in any case. Where they would be
more, the words behind each go without."""
_LOOKED_THROUGH = 64
"""Words of a match among which there must be `Settings.chance_words` different ones; else it says
little. In a text of a handful of words over and over all are such."""


def find_seeds(corpus: Corpus, settings: Settings) -> list[Seed]:
    """Return the maximal exact matches of at least `settings.ngram` words, sorted.

    Complete unless an n-gram stands more than `settings.max_occurrences` times in one article,
    or fewer where that would be too many for so many words. Each word of such an n-gram keeps a
    match in every article that has another, but in texts of tens of thousands of words, a handful
    over and over, where those behind a match that says little go without. A match within one
    article may overlap itself (a text that says the same thing over and over).
    """
    repeated = list(_find_repeated(corpus.tokens, settings.ngram))
    known: dict[Position, _ByArticle] = {}
    rare, frequent = _part(corpus, repeated, settings.max_occurrences, known)
    budget = max(_FREE_MATCHES, _MATCHES_PER_WORD * len(corpus.tokens) * len(corpus.texts))
    if sum(len(places) ** 2 for places in rare) > 2 * budget:
        most = settings.max_occurrences
        while most > 1 and _are_more_pairs(corpus.tokens, rare, frequent, budget):
            most = max(1, most // 4)
            rare, frequent = _part(corpus, repeated, most, known)
    matches = ExactMatches(corpus.tokens)
    found = {matches.at(left, right) for left, right in _pair_places(corpus.tokens, rare, frequent)}
    looks = 2 * _NEARBY * len(frequent) * len(corpus.texts)
    few = max(_FREE_LOOKS, _LOOKS_PER_WORD * len(corpus.tokens) * len(corpus.texts))
    follow = _find_longest_nearby if looks <= few else _find_nearest
    found.update(follow(corpus, frequent, matches, settings))
    return sorted(found)


def _find_repeated(tokens: list[int], n: int) -> Iterable[list[Position]]:
    """Return the places, ascending, of each n-gram that occurs at least twice."""
    first: dict[tuple[int, ...], Position] = {}
    repeated: dict[tuple[int, ...], list[Position]] = {}
    positions: Range[Position] = Range(0, len(tokens))
    grams = zip(*(tokens[i:] for i in range(n)), strict=False)
    for position, gram in zip(positions, grams, strict=False):
        earlier = first.setdefault(gram, position)
        if earlier != position:
            repeated.setdefault(gram, [earlier]).append(position)
    return repeated.values()


def _sort_by_article(corpus: Corpus, places: list[Position]) -> _ByArticle:
    by_article: _ByArticle = {}
    at = 0
    while at < len(places):
        article = corpus.article(places[at])
        following = bisect_left(places, corpus.all_of(article).stop, at)
        by_article[article] = places[at:following]
        at = following
    return by_article


def _part(
    corpus: Corpus,
    repeated: Iterable[list[Position]],
    most: int,
    known: dict[Position, _ByArticle],
) -> tuple[list[list[Position]], dict[Position, _ByArticle]]:
    """Part the n-grams that stand at most `most` times in any article from the places of others.

    `known` has, by its first place, what was sorted by article already, and gets the rest.
    """
    rare: list[list[Position]] = []
    frequent: dict[Position, _ByArticle] = {}
    for places in repeated:
        if len(places) <= most:
            rare.append(places)
            continue
        by_article = known.get(places[0])
        if by_article is None:
            by_article = known[places[0]] = _sort_by_article(corpus, places)
        if max(map(len, by_article.values())) > most:
            frequent.update(dict.fromkeys(places, by_article))
        else:
            rare.append(places)
    return rare, frequent


def _list_before(
    tokens: list[int], places: list[Position], frequent: Mapping[Position, _ByArticle]
) -> list[int]:
    """Return what stands before each place; where that is the same, a match was begun there."""
    # A frequent n-gram's match may not have been followed; -1 - place is no word's number.
    return [-1 - at if at - 1 in frequent else tokens[at - 1] for at in places]


def _are_more_pairs(
    tokens: list[int],
    rare: Iterable[list[Position]],
    frequent: Mapping[Position, _ByArticle],
    budget: float,
) -> bool:
    """Tell whether `_pair_places` yields more than `budget`."""
    left = 2 * budget
    for places in rare:
        before = Counter(_list_before(tokens, places, frequent))
        if len(before) > 1:
            left -= len(places) ** 2 - sum([count**2 for count in before.values()])
            if left < 0:
                return True
    return False


def _pair_places(
    tokens: list[int], rare: Iterable[list[Position]], frequent: dict[Position, _ByArticle]
) -> Iterator[tuple[Position, Position]]:
    """Yield the pairs of places that a match begins at, or goes on at after a frequent n-gram."""
    for places in rare:
        before = _list_before(tokens, places, frequent)
        if len(set(before)) > 1:
            for one, other in combinations(range(len(places)), 2):
                if before[one] != before[other]:
                    yield places[one], places[other]


def _find_longest_nearby(
    corpus: Corpus,
    frequent: dict[Position, _ByArticle],
    matches: ExactMatches,
    settings: Settings,
) -> Iterator[Seed]:
    """Yield for each place, in each article, the longest match nearby before it and after it.

    What already stands in a match that is long enough for a passage is not followed again. Every
    article asks every other for itself, so that the answer does not hang on their order.
    """
    done: dict[tuple[int, int], int] = {}
    for place in sorted(frequent):
        article = corpus.article(place)
        for other, there in frequent[place].items():
            if place + settings.ngram <= done.get((article, other), 0):
                continue
            middle = bisect_left(there, place - corpus.first[article] + corpus.first[other])
            beyond = middle + (article == other)  # there it meets itself
            # The nearest first: of equals `max` takes the first.
            before = there[max(0, middle - _NEARBY) : middle][::-1]
            after = there[beyond : beyond + _NEARBY]
            for others in filter(None, (before, after)):
                on_the_left = place < others[0]
                pairs = ((place, at) if on_the_left else (at, place) for at in others)
                seed = max(starmap(matches.at, pairs), key=attrgetter("size"))
                start = seed.left if on_the_left else seed.right
                end = seed.left_end if on_the_left else seed.right_end
                if corpus.size(start, end) >= settings.min_words:
                    done[article, other] = max(end, done.get((article, other), 0))
                yield seed


def _find_nearest(
    corpus: Corpus,
    frequent: dict[Position, _ByArticle],
    matches: ExactMatches,
    settings: Settings,
) -> Iterator[Seed]:
    """Yield the match at the nearest other place, of equals both, for as few places as will do.

    Each word of a place stands, in each article, in one of these matches, or not far behind one
    that says little.
    """
    ngram = settings.ngram
    asked = len(frequent) * len(corpus.texts)
    most = max(_FREE_NEAREST, _NEAREST_PER_WORD * len(corpus.tokens) * len(corpus.texts))
    apart = int(asked / most)
    none: _ByArticle = {}
    article, stop = 0, Position(0)
    done: dict[int, int] = {}
    for place in sorted(frequent):
        if place >= stop:
            article = corpus.article(place)
            stop = corpus.all_of(article).stop
            done = {}
        for other, there in frequent[place].items():
            had = done.get(other, 0)
            if place + ngram <= had:
                continue
            if place < had:
                # Words that are not had yet are left to the place that follows, if that has one.
                following = frequent.get(Position(place + 1), none).get(other, ())
                if len(following) > (article == other):
                    continue
            across = place - corpus.first[article] + corpus.first[other]
            middle = bisect_left(there, across)
            beyond = middle + (article == other)  # there it meets itself
            nearest = there[max(0, middle - 1) : middle] + there[beyond : beyond + 1]
            if len(nearest) > 1:
                lead = (nearest[1] - across) - (across - nearest[0])
                nearest = nearest if not lead else nearest[:1] if lead > 0 else nearest[1:]
            for at in nearest:
                seed = matches.at(place, at) if place < at else matches.at(at, place)
                end = (seed.left if place < at else seed.right) + seed.size
                if end < place + apart and _says_little(corpus.tokens, seed, settings):
                    end = place + apart
                done[other] = max(end, done.get(other, 0))
                yield seed


def _says_little(tokens: list[int], seed: Seed, settings: Settings) -> bool:
    looked_through = tokens[seed.left : seed.left + min(seed.size, _LOOKED_THROUGH)]
    return len(set(looked_through)) < settings.chance_words
