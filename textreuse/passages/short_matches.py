"""Short matches: too short to be no chance by their length, and believed for their words.

Either the words stand in few places of the two articles, or both quote them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from math import fsum

from textreuse.passages.alignment import Box
from textreuse.passages.content_words import ContentWords
from textreuse.passages.exact_coverage import ExactCoverage, Places, find_coverage
from textreuse.passages.passages import Passage, make_passage
from textreuse.structures.ranges import Range
from textreuse.text.corpus import Corpus, Position
from textreuse.text.framing_words import list_general_words
from textreuse.text.function_words import list_function_words
from textreuse.text.language import have_nouns_capitals
from textreuse.text.spans import Span

_ANCHORS = 1.0
"""Sum of the words in common, each divided by the number of pairs of places that have it, from
which on they are no chance. On BASIL readers had marked 16 of 20 of five words, of others 14 of
49."""

_CONTENT = 2
"""Content words that such a passage needs so as not to be weak."""

_WEAK_WORDS = 6
"""Words in common that others need to be weak."""

_SHORTEST, _LONGEST = 2, 5
"""Words of a quotation that is looked for as a whole. Longer ones are found as any passage is."""

_UNQUOTED = 4
"""Words from which on it may stand without marks in the other article."""

_COVERED = 0.5
"""Share of either side which, once it has another passage there, needs no short one."""

_Key = tuple[int, ...]
"""The tokens of a quotation."""


def find_short_matches(
    corpus: Corpus, exact: Iterable[Passage], shared: Mapping[tuple[int, int], ExactCoverage]
) -> list[Passage]:
    """Return what is short and no chance: rare words in common, whole quotations.

    Of the `exact` passages between articles those whose words stand in few places, and say
    something; and quotations of a few words that stand once in either article, so that they are no
    term of the story, and are quoted in both. What `shared` covers is left out.
    """
    content = ContentWords(corpus)
    anchored = [
        passage
        for passage in _leave_out_covered(corpus, exact, shared)
        if len(content.list(passage.left, passage.right)) >= _CONTENT
        and _measure_anchors(corpus, passage) >= _ANCHORS
    ]
    quoted = [
        passage
        for passage in _pair_quotations(corpus, shared)
        if content.list(passage.left, passage.right) and not _is_title(corpus, passage.left)
    ]
    return [*anchored, *_leave_out_covered(corpus, quoted, find_coverage(corpus, anchored))]


def find_weak_matches(
    corpus: Corpus, exact: Iterable[Passage], shared: Mapping[tuple[int, int], ExactCoverage]
) -> list[Passage]:
    """Return the `exact` passages between articles, as weak ones, that may be no chance.

    What `shared` covers is left out.
    """
    return [
        replace(passage, weak=True)
        for passage in _leave_out_covered(corpus, exact, shared)
        if passage.common >= _WEAK_WORDS or _measure_anchors(corpus, passage) >= _ANCHORS
    ]


def _leave_out_covered(
    corpus: Corpus,
    passages: Iterable[Passage],
    shared: Mapping[tuple[int, int], ExactCoverage],
) -> Iterator[Passage]:
    """Yield the passages between articles of which neither side is covered by half."""
    for passage in passages:
        if not passage.is_repeat:
            places = corpus.positions(passage.left), corpus.positions(passage.right)
            if not _is_covered(shared.get(passage.pair), places):
                yield passage


def _is_covered(between: ExactCoverage | None, places: Places) -> bool:
    """Tell whether what is covered `between` two articles has half of either of their places."""
    return between is not None and any(
        between.share(side, place.start, place.stop) >= _COVERED
        for side, place in enumerate(places)
    )


def _measure_anchors(corpus: Corpus, passage: Passage) -> float:
    """Count the words in common, each by the number of pairs of places that have it.

    As `paraphrase.agreement.Evidence.anchors`, by words.
    """
    ours, theirs = (corpus.words[article] for article in passage.pair)
    base = corpus.first[passage.left.article]
    words = {
        key
        for left, _, size in passage.runs_of_words
        for key in ours.keys[left - base : left - base + size]
    }
    words -= _list_empty_words(corpus.languages[passage.left.article])
    # A word's signs may differ, and a figure so stand in one article only.
    shares = [1 / (ours.counts[word] * max(1, theirs.counts[word])) for word in words]
    # Words come in any order, of which rounding must not make a difference.
    return round(fsum(shares), 9)


def _pair_quotations(
    corpus: Corpus, shared: Mapping[tuple[int, int], ExactCoverage]
) -> Iterator[Passage]:
    """Yield the passages of the short quotations that stand once in each of two articles.

    Those that `shared` covers are left out, before anything else is asked of them.
    """
    quoting: defaultdict[_Key, set[int]] = defaultdict(set)
    for article, quotations in enumerate(corpus.quotations):
        for first, last in quotations.all:
            if _SHORTEST <= last - first <= _LONGEST:
                quoting[tuple(corpus.tokens[first:last])].add(article)
    for key, places in sorted(_find_places(corpus, quoting).items()):
        once = {article: found[0] for article, found in places.items() if len(found) == 1}
        for (left, at), (right, there) in combinations(sorted(once.items()), 2):
            end, there_end = Position(at + len(key)), Position(there + len(key))
            if not _is_covered(
                shared.get((left, right)), (Range(at, end), Range(there, there_end))
            ) and _is_quoted_in_both(corpus, key, (at, there), {left, right} & quoting[key]):
                box = Box(at, end, there, there_end, ((at, there, len(key)),))
                yield make_passage(corpus, box, "verbatim", 1.0)


def _is_title(corpus: Corpus, span: Span) -> bool:
    """Tell whether all words of a place have capitals, but for general ones ("Smiles for Life")."""
    language = corpus.languages[span.article]
    if have_nouns_capitals(language):
        return False
    row = corpus.words[span.article]
    inside = row.within(span.start, span.end)
    general = _list_empty_words(language)
    initials = map(corpus.texts[span.article].__getitem__, row.starts[inside.start : inside.stop])
    keys = row.keys[inside.start : inside.stop]
    return all(
        initial.isupper() or key in general for initial, key in zip(initials, keys, strict=True)
    )


def _list_empty_words(language: str | None) -> frozenset[str]:
    """Return the words of a language that say nothing of what a text is about."""
    return list_general_words(language) | list_function_words(language)


def _find_places(
    corpus: Corpus, keys: Collection[_Key]
) -> dict[_Key, defaultdict[int, list[Position]]]:
    """Return by article where each of the keys stands, quoted or not."""
    sizes: defaultdict[int, set[int]] = defaultdict(set)
    for key in keys:
        sizes[key[0]].add(len(key))
    tokens = corpus.tokens
    places: dict[_Key, defaultdict[int, list[Position]]] = {}
    for position in [position for position, token in enumerate(tokens) if token in sizes]:
        for size in sizes[tokens[position]]:
            key = tuple(tokens[position : position + size])
            if key in keys:
                at = Position(position)
                places.setdefault(key, defaultdict(list))[corpus.article(at)].append(at)
    return places


def _is_quoted_in_both(
    corpus: Corpus, key: _Key, places: Iterable[Position], whole: Collection[int]
) -> bool:
    """Tell whether one article has the key as a whole quotation, and the other in one.

    Of `_UNQUOTED` words and more the other need not quote it. `whole` are the articles of the two
    that have it as a whole quotation.
    """
    return bool(whole) and (
        len(key) >= _UNQUOTED or all(corpus.is_quoted(at, Position(at + len(key))) for at in places)
    )
