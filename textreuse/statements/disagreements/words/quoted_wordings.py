"""Find words that two articles quote differently, of what was said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from textreuse.passages.alignment import find_common_runs
from textreuse.statements.disagreements.words.same_wording import are_one_wording
from textreuse.statements.quotations.quotation import Quotation
from textreuse.text.corpus import Corpus, Position, Stretch

_SEED = 2
"""Words in a row that two quoted sentences have in common."""
_MOST_MET = 20
"""Sentences with the same words in a row, beyond which these lead nowhere."""
_LEAST_COMMON = 3
_MOST_OF_IT = 0.7
"""How many words, and which share of the shorter sentence, are the same in both."""
_NEARLY_ALL = 0.85
"""Which share of the longer one, where they differ in how they begin or end."""
_MOST_CHANGED = 3
_MOST_AT_EDGE = 2
"""Words in the place of others, inside a sentence and at its ends: more is another sentence."""
_LONGEST_SEARCHED = 400
"""Words of a sentence that are looked through."""


def pair_quoted_wordings(
    corpus: Corpus, matched: Iterable[tuple[Stretch, Stretch]]
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield what stands in the place of one another, a few words each, in one quoted sentence.

    What only one of them has is yielded with the words around it, which are the same in both.
    Words of that sentence stand on both sides of them, the same in both articles. A sentence that
    is quoted several times is held against the one that has most of its words.
    """
    for left, right in matched:
        yield from _find_changes(corpus, left, right)


class QuotedSentences(NamedTuple):
    """What one article quotes."""

    stretches: list[Stretch]
    """The sentences, in order."""
    by_seed: dict[tuple[int, ...], list[int]]
    """By words in a row the numbers of those that have them."""


def index_quoted(corpus: Corpus, quotations: Sequence[Quotation]) -> QuotedSentences:
    """Return the quoted sentences; of several that are word for word the same the first."""
    tokens = corpus.tokens
    first_of: dict[tuple[int, ...], Stretch] = {}
    for quotation in quotations:
        for first, last in _cut(corpus, quotation):
            first_of.setdefault(tuple(tokens[first:last]), (first, last))
    stretches = sorted(first_of.values())
    by_seed: dict[tuple[int, ...], list[int]] = {}
    for number, (first, last) in enumerate(stretches):
        words = tokens[first:last]
        for seed in set(zip(*(words[at:] for at in range(_SEED)), strict=False)):
            by_seed.setdefault(seed, []).append(number)
    return QuotedSentences(stretches, by_seed)


def match_quoted(
    corpus: Corpus, ours: QuotedSentences, theirs: QuotedSentences
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield the quoted sentences of which most is the same in both articles, each with its best."""
    matches = _match(corpus, ours, theirs)
    most: dict[tuple[int, Stretch], int] = {}
    for left, right, common in matches:
        for key in ((0, left), (1, right)):
            most[key] = max(common, most.get(key, 0))
    for left, right, common in matches:
        if common == most[0, left] == most[1, right]:
            yield left, right


def _match(
    corpus: Corpus, ours: QuotedSentences, theirs: QuotedSentences
) -> list[tuple[Stretch, Stretch, int]]:
    """Return the sentences of which most is the same, and how many words that is."""
    tokens = corpus.tokens
    met: set[tuple[int, int]] = set()
    for seed in ours.by_seed.keys() & theirs.by_seed.keys():
        mine, yours = ours.by_seed[seed], theirs.by_seed[seed]
        if max(len(mine), len(yours)) <= _MOST_MET:
            met.update(product(mine, yours))
    found = []
    for left, right in sorted(met):
        (first, last), (start, end) = ours.stretches[left], theirs.stretches[right]
        shorter = min(last - first, end - start)
        least = max(_LEAST_COMMON, ceil(_MOST_OF_IT * shorter))
        if shorter < least:
            continue
        common = LCSseq.similarity(tokens[first:last], tokens[start:end], score_cutoff=least)
        if common >= least:
            found.append(((first, last), (start, end), common))
    return found


def _cut(corpus: Corpus, quotation: Quotation) -> Iterator[Stretch]:
    """Yield the words of each sentence that lie inside a quotation."""
    positions = corpus.positions(quotation.span)
    at = positions.start
    while at < positions.stop:
        last = min(corpus.sentence(at)[1], positions.stop)
        if last <= at:
            return
        yield at, Position(min(last, at + _LONGEST_SEARCHED))
        at = Position(last)


def _find_changes(
    corpus: Corpus, ours: Stretch, theirs: Stretch
) -> Iterator[tuple[Stretch, Stretch]]:
    gaps = [
        (mine, yours, (mine[1] - mine[0], yours[1] - yours[0]), is_edge)
        for mine, yours, is_edge in _list_gaps(corpus, ours, theirs)
    ]
    *_, ending, _ = gaps[-1]
    if min(ending) > 0 and max(ending) > _MOST_AT_EDGE:
        return  # both go on, each with something else
    longer = max(ours[1] - ours[0], theirs[1] - theirs[0])
    common = sum(size for _, _, size in _find_runs(corpus, ours, theirs))
    for mine, yours, changed, is_edge in gaps:
        if is_edge and common < _NEARLY_ALL * longer:
            continue
        most = _MOST_AT_EDGE if is_edge else _MOST_CHANGED
        if max(changed) > most or (is_edge and not min(changed)):
            continue
        told = (mine, yours)
        if not min(changed):
            told = _widen(mine), _widen(yours)
            if any(_has_brackets(corpus, at) for at in told):
                continue  # put in for the reader
        if not are_one_wording(corpus, *told):
            yield told


def _has_brackets(corpus: Corpus, at: Stretch) -> bool:
    article, start, end = corpus.span(*at)
    text = corpus.texts[article]
    return "(" in text[start:end] or ")" in text[start:end]


def _widen(at: Stretch) -> Stretch:
    """Return also the words before and behind: what is left out has no place of its own."""
    return Position(at[0] - 1), Position(at[1] + 1)


def _find_runs(corpus: Corpus, ours: Stretch, theirs: Stretch) -> list[tuple[int, int, int]]:
    sides = corpus.tokens[ours[0] : ours[1]], corpus.tokens[theirs[0] : theirs[1]]
    return _draw_together(find_common_runs(*sides), sides)


def _draw_together(
    runs: Sequence[tuple[int, int, int]], sides: tuple[Sequence[int], Sequence[int]]
) -> list[tuple[int, int, int]]:
    """Return the runs with each moved to the next one, where the same words stand right before it.

    Of "and maybe we'll see, and we'll win" the last words are "and we'll win".
    """
    drawn: list[tuple[int, int, int]] = []
    for *starts, size in reversed(runs):
        if drawn:
            nexts = drawn[-1][:2]
            gaps = [
                following - start - size for start, following in zip(starts, nexts, strict=True)
            ]
            side = gaps.index(max(gaps))
            words, start, end = sides[side], starts[side], nexts[side]
            is_said_again = words[end - size : end] == words[start : start + size]
            if min(gaps) == 0 and max(gaps) >= size and is_said_again:
                starts[side] = end - size
                drawn[-1] = (starts[0], starts[1], size + drawn[-1][2])
                continue
        drawn.append((starts[0], starts[1], size))
    return drawn[::-1]


def _list_gaps(
    corpus: Corpus, ours: Stretch, theirs: Stretch
) -> Iterator[tuple[Stretch, Stretch, bool]]:
    """Yield what stands between the same words, and whether it begins or ends both sentences."""
    runs = _find_runs(corpus, ours, theirs)
    ends = ours[1] - ours[0], theirs[1] - theirs[0]
    for before, after in pairwise([(0, 0, 0), *runs, (*ends, 0)]):
        mine = Position(ours[0] + before[0] + before[2]), Position(ours[0] + after[0])
        yours = Position(theirs[0] + before[1] + before[2]), Position(theirs[0] + after[1])
        yield mine, yours, not (before[2] and after[2])
