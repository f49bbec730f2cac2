"""Differences: how the words of one quotation differ from those of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise, product

from textreuse.statements.utterances.folded_words import FoldedWords
from textreuse.statements.utterances.house_style import (
    CONTRACTED,
    CONTRACTED_ENDINGS,
    FILLERS,
    FILLING_PHRASES,
)
from textreuse.statements.utterances.word_runs import Range, WordRun

_LEFT_OUT = 3
"""Words that one side alone has, from which on they were left out and not altered."""

_EXPANDED = 16
"""Ways in which one gap may be read, beyond which no other is tried."""


_MASKED = re.compile(r"[*#_-]{2,}")
"""Signs in the place of letters that a newspaper does not print."""


class Change(Enum):
    """What a difference is."""

    TYPOGRAPHY = 0
    """None but how the words are written down."""
    OUTER = 1
    """One side begins or ends elsewhere."""
    OPEN = 2
    """An ellipsis or square brackets tell of it."""
    SPOKEN = 3
    """A contraction, or a word with which people halt."""
    SILENT = 4
    """Words left out inside, and nothing tells."""
    ALTERED = 5


@dataclass(frozen=True)
class Difference:
    """The words `one` of the first quotation stand where `other` stand in the second."""

    change: Change
    one: Range
    other: Range


def find_differences(
    one: FoldedWords, other: FoldedWords, runs: Sequence[WordRun], language: str | None
) -> list[Difference]:
    """Return what differs around and between `runs`, in order; none of it is empty on both sides.

    `runs` are the words in common, at least one.
    """
    found = [*_judge_head(one, other, runs[0], language)]
    for before, after in pairwise(runs):
        mine, yours = (before.one_end, after.one), (before.other_end, after.other)
        mine, yours = _slide_gap(one, mine, other, yours)
        found.append(Difference(_judge_inner(one, other, mine, yours, language), mine, yours))
    found.extend(_judge_tail(one, other, runs[-1], language))
    return [
        difference
        for difference in found
        if difference.one[0] < difference.one[1] or difference.other[0] < difference.other[1]
    ]


def _judge_head(
    one: FoldedWords, other: FoldedWords, first: WordRun, language: str | None
) -> Iterator[Difference]:
    """Yield what stands before the first run: sentences before its own, then what is in its own."""
    mine, yours = first.one, first.other
    if mine and yours:
        mine = one.find_sentence_start(first.one)
        yours = other.find_sentence_start(first.other)
    yield Difference(Change.OUTER, (0, mine), (0, yours))
    ours, theirs = (mine, first.one), (yours, first.other)
    is_inner = ours[0] < ours[1] and theirs[0] < theirs[1]
    change = _judge_inner(one, other, ours, theirs, language) if is_inner else Change.OUTER
    yield Difference(change, ours, theirs)


def _judge_tail(
    one: FoldedWords, other: FoldedWords, last: WordRun, language: str | None
) -> Iterator[Difference]:
    """Yield what stands behind the last run: what is in its sentence, then those that follow."""
    mine, yours = last.one_end, last.other_end
    if mine < len(one) and yours < len(other):
        mine, yours = one.find_sentence_end(mine), other.find_sentence_end(yours)
    ours, theirs = (last.one_end, mine), (last.other_end, yours)
    is_inner = ours[0] < ours[1] and theirs[0] < theirs[1]
    change = _judge_inner(one, other, ours, theirs, language) if is_inner else Change.OUTER
    yield Difference(change, ours, theirs)
    yield Difference(Change.OUTER, (mine, len(one)), (yours, len(other)))


def _slide_gap(
    one: FoldedWords, mine: Range, other: FoldedWords, yours: Range
) -> tuple[Range, Range]:
    """Return a gap that only one side has where it is open, or whole sentences, if it may be there.

    Of "It is late. It is dark. It is cold." without the second sentence "dark. It is" is missing
    as well as "It is dark.", and of "in [all] the" beside "in the" nothing outside the brackets.
    """
    if mine[0] < mine[1] and yours[0] < yours[1]:
        return mine, yours
    longer, gap = (other, yours) if mine[0] == mine[1] else (one, mine)
    slides = [
        (_move(mine, steps), _move(yours, steps)) for steps in range(_count_slides(longer, gap) + 1)
    ]
    for ours, theirs in slides:
        if _is_open(one, ours) or _is_open(other, theirs):
            return ours, theirs
    for steps, slid in enumerate(slides):
        if longer.begins_sentence(gap[0] - steps):
            return slid
    return mine, yours


def _move(gap: Range, steps: int) -> Range:
    return gap[0] - steps, gap[1] - steps


def _count_slides(words: FoldedWords, gap: Range) -> int:
    """Count the words by which a gap may move back, and leave the same words."""
    first, last = gap
    steps = 0
    while first > steps and words.keys[first - steps - 1] == words.keys[last - steps - 1]:
        steps += 1
    return steps


def _judge_inner(
    one: FoldedWords,
    other: FoldedWords,
    mine: Range,
    yours: Range,
    language: str | None,
) -> Change:
    ours, theirs = one.keys[slice(*mine)], other.keys[slice(*yours)]
    if "".join(ours) == "".join(theirs):
        return Change.TYPOGRAPHY
    if _is_open(one, mine) or _is_open(other, yours):
        return Change.OPEN
    if _are_spoken_alike(ours, theirs, language):
        return Change.SPOKEN
    if (not ours or not theirs) and len(ours) + len(theirs) >= _LEFT_OUT:
        return Change.SILENT
    return Change.ALTERED


def _is_open(words: FoldedWords, gap: Range) -> bool:
    """Tell whether an ellipsis stands in a gap, or all of it in brackets, or letters are masked."""
    first, last = gap
    if _MASKED.search(words.wording(first, last)):
        return True
    if any(index in words.ellipses for index in range(first, last + 1)):
        return True
    return first < last and words.bracketed.issuperset(range(first, last))


def _are_spoken_alike(ours: Sequence[str], theirs: Sequence[str], language: str | None) -> bool:
    """Tell whether one side only halts, or contracts, where the other does not."""
    ours, theirs = _strip_fillers(ours, theirs, language), _strip_fillers(theirs, ours, language)
    return not set(_expand(ours, language)).isdisjoint(_expand(theirs, language))


def _strip_fillers(
    keys: Sequence[str], others: Sequence[str], language: str | None
) -> Sequence[str]:
    """Return the words without fillers before them, unless the other side begins with one too."""
    fillers = FILLERS.get(language or "", frozenset())
    phrases = FILLING_PHRASES.get(language or "", ())
    if others and others[0] in fillers:
        return keys
    while keys and (keys[0] in fillers or tuple(keys[:2]) in phrases):
        keys = keys[1:] if keys[0] in fillers else keys[2:]
    return keys


def _expand(keys: Sequence[str], language: str | None) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which words may be read, contractions written out."""
    ways = [[(key,), *_write_out(key, language)] for key in keys]
    count = 1
    for of_word in ways:
        count *= len(of_word)
    if count <= _EXPANDED:
        for chosen in product(*ways):
            yield tuple(word for words in chosen for word in words)


def _write_out(key: str, language: str | None) -> Iterator[tuple[str, ...]]:
    full = CONTRACTED.get(language or "", {}).get(key)
    if full is not None:
        yield full
        return
    for ending, words in CONTRACTED_ENDINGS.get(language or "", {}).items():
        if key.endswith(ending) and len(key) > len(ending):
            for word in words:
                yield key.removesuffix(ending), word
