"""Where a quote may stand in a text that was changed, and how well it fits there.

Exact quote with context first, then fuzzy quote with context, as the Hypothesis client anchors
the Web Annotation Data Model's TextQuoteSelector (hypothes.is, "Fuzzy Anchoring"). Offsets are code
points of the text as it stands. Scores and likenesses go from 0 to 100: twice the characters that
both sides have in the same order, over the characters of both (the normalised Indel similarity).
Nothing here raises, whatever the strings hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

import regex
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from textreuse import words
from textreuse.fold import fold_punctuation

RECOGNISED = 75.0
"""The least score of a place that counts; the best one for words that are gone has 49 to 60."""
_ALIKE = 75.0
"""So like the quote must be what is taken for it, ..."""
_IN_PLACE, _ALIKE_WORDS = 90.0, 50.0
"""... or, where the context is like this, so like in words: of two or three one was changed."""

_DISTINCT = 32
"""Characters of which no stretch is found in another text by chance, if it is longer."""
_PART = 0.85
"""What quote and one side, or a quote alone, are worth where they are longer than that."""

_ADJACENT = 8
"""A side agrees if so many characters next to the quote are the same ..."""
_AGREEING = 80.0
"""... and all of it is as like as this."""

_MOST = 24
"""Places with the same words that are looked at before the old place, and as many after it."""
_BEGINNING = 256
"""Characters of a pattern that are searched for; to search backwards for more may take long."""
_TRIES = 1_000
"""Places where these stand that are looked at for the whole pattern."""

_LONGEST, _END = 192, 128
"""Characters that are searched for with errors, of longer patterns these at both ends: the time
grows with the square of their number."""
_SLACK = 32
"""Words are aligned within so many characters around what was found, and a quarter more."""

_GRAPHEME = regex.compile(r"\X")
_LONGEST_GRAPHEME = 64


class Quotation(NamedTuple):
    """A quote, not empty, and what stood before and after it."""

    prefix: str
    quote: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text, and how well the quote fits there."""

    start: int
    end: int
    score: float
    """For quote and context; 0 where the words are none that could be the quote's."""
    context: float
    """For the context alone."""
    same: bool
    """The words are the quote's own, character for character."""
    beside: bool
    """One side of the context agrees next to the quote, or there was none worth the name."""

    @property
    def recognised(self) -> bool:
        """Tell whether the quote may be here at all."""
        return self.score >= RECOGNISED

    def overlaps(self, other: Place) -> bool:
        """Tell whether both have a character in common."""
        return self.start < other.end and other.start < self.end

    def outside(self, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the offsets of what `first:last` holds before and after it; either may be none."""
        return (first, min(last, self.start)), (max(first, self.end), last)


def fit(quotation: Quotation, text: str, start: int, end: int) -> Place:
    """Tell how well the quote fits at `text[start:end]`.

    Quote and sides are each compared with their like, so that what stands in the place of the one
    never counts for the other. Where sides are lost, what is left counts a little less.
    """
    prefix, quote, suffix = quotation
    before, found = text[max(0, start - len(prefix)) : start], text[start:end]
    after = text[end : end + len(suffix)]
    left, right = _compared(prefix, before), _compared(suffix, after)
    own = (len(quote), 2 * len(quote)) if quote == found else _compared(quote, found)
    context = _likeness(left, right)
    sides = [
        _likeness(side) >= _AGREEING and stored[:_ADJACENT] == now[:_ADJACENT]
        for side, stored, now in ((left, prefix[::-1], before[::-1]), (right, suffix, after))
        if len(stored) >= _ADJACENT
    ]
    beside = not sides or any(sides)
    is_like = _likeness(own) >= _ALIKE or (
        context >= _IN_PLACE
        and any(sides)
        and 100 * Indel.normalized_similarity(words(quote).keys, words(found).keys) >= _ALIKE_WORDS
    )
    # The same word again, a little further on, has nearly the same characters around it.
    is_shifted = not beside and (quote in prefix or quote in suffix)
    score = 0.0
    if is_like and not is_shifted and not _cuts_a_word(quotation, before, found, after):
        score = _likeness(left, own, right)
        for parts, size in (
            ((own,), len(quote)),
            ((left, own), len(prefix + quote)),
            ((own, right), len(quote + suffix)),
        ):
            if size > _DISTINCT:
                score = max(score, _PART * _likeness(*parts))
    return Place(start, end, score, context, quote == found, beside)


def same_words(quotation: Quotation, text: str, at: int) -> list[Place]:
    """Return the recognised places that have the very words of the quote, nearest to `at`.

    Those with the whole context around them, where there are such; else all.
    """
    prefix, quote, _ = quotation
    starts = [
        start + len(prefix) for start in _nearest("".join(quotation), text, at - len(prefix))
    ] or _nearest(quote, text, at)
    places = (fit(quotation, text, start, start + len(quote)) for start in starts)
    return [place for place in places if place.recognised]


def alike(quotation: Quotation, text: str, first: int, last: int) -> Place | None:
    """Return the place around `text[first:last]` most like the quote in context, if recognised.

    It begins and ends with a whole word, and with the punctuation that stood at the ends of the
    quote where that is still there; never inside a grapheme cluster.
    """
    for start, end in _stretches(quotation, text, first, last):
        start, end = _whole_graphemes(text, *_with_marks(quotation.quote, text, start, end))
        place = fit(quotation, text, start, end)
        if place.recognised:
            return place
    return None


def vacancy(quotation: Quotation, text: str, first: int, last: int) -> int | None:
    """Return where inside `text[first:last]` both sides still are, but not the quote.

    That is the offset of what stands between them now, if anything. None if there is no such place.
    """
    prefix, quote, suffix = quotation
    if min(len(prefix), len(suffix)) < _ADJACENT or len(prefix + suffix) <= _DISTINCT:
        return None
    sides = f"{prefix} {suffix}"
    window = _search(sides, text, first, last, RECOGNISED)
    if window is None:
        return None
    around = _Aligned(sides, text, *window)
    start, end = around.end(0, len(prefix)), around.start(len(prefix) + 1, len(sides))
    if start is None or end is None or not first <= start <= end <= last:
        return None
    between = text[start:end]
    end = start + len(between.rstrip())
    start = min(end, start + len(between) - len(between.lstrip()))
    if fuzz.ratio(quote, text[start:end]) >= _ALIKE:
        return None
    return start if fit(quotation, text, start, end).context >= RECOGNISED else None


def _compared(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two strings have in common, in order, and how many both are."""
    return LCSseq.similarity(one, other), len(one) + len(other)


def _likeness(*compared: tuple[int, int]) -> float:
    size = sum(both for _, both in compared)
    return 200 * sum(same for same, _ in compared) / size if size else 100.0


def _cuts_a_word(quotation: Quotation, before: str, found: str, after: str) -> bool:
    """Tell whether an end lies inside a word that did not lie so in the quote."""
    prefix, quote, suffix = quotation
    return any(
        _inside_word(now) and bool(stored[0]) and bool(stored[1]) and not _inside_word(stored)
        for now, stored in (
            ((before[-1:], found[:1]), (prefix[-1:], quote[:1])),
            ((found[-1:], after[:1]), (quote[-1:], suffix[:1])),
        )
    )


def _inside_word(border: tuple[str, str]) -> bool:
    return border[0].isalnum() and border[1].isalnum()


def _nearest(pattern: str, text: str, at: int) -> list[int]:
    """Return where `pattern` begins: some places before `at`, and as many from there on."""
    beginning = pattern[:_BEGINNING]
    at = min(max(0, at), len(text))

    def backwards() -> Iterator[int]:
        found = text.rfind(beginning, 0, at + len(beginning) - 1)
        while found >= 0:
            yield found
            found = text.rfind(beginning, 0, found + len(beginning) - 1)

    def forwards() -> Iterator[int]:
        found = text.find(beginning, at)
        while found >= 0:
            yield found
            found = text.find(beginning, found + 1)

    places: list[int] = []
    for begun in (backwards(), forwards()):
        whole = (each for each in islice(begun, _TRIES) if text.startswith(pattern, each))
        places += islice(whole, _MOST)
    return places


def _stretches(quotation: Quotation, text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where in `text[first:last]` the words of the quote may stand, the likeliest first.

    Short quotes are searched for in their context, then alone if they say enough. Of long ones one
    end is searched for, then the other at half the distance that it had up to twice as far.
    """
    prefix, quote, suffix = quotation
    whole, size = "".join(quotation), len(quote)
    if len(whole) <= _LONGEST:
        for pattern, at in {whole: len(prefix), quote: 0}.items():
            window = len(pattern) > _DISTINCT and _search(pattern, text, first, last, RECOGNISED)
            if window:
                there = _Aligned(pattern, text, *window)
                yield from _between(there.start(at, at + size), there.end(at, at + size))
        return
    head, tail = whole[:_END], whole[-_END:]
    least, most = max(0, len(whole) // 2 - _END), 2 * len(whole)

    def between(
        opening: tuple[int, int] | None, closing: tuple[int, int] | None
    ) -> Iterator[tuple[int, int]]:
        if opening and closing:
            begins, ends = len(prefix), len(tail) - len(suffix)
            start = _Aligned(head, text, *opening).start(begins, begins + size)
            end = _Aligned(tail, text, *closing).end(max(0, ends - size), ends)
            yield from _between(start, end)

    opening = _search(head, text, first, last, RECOGNISED)
    if opening:
        at = opening[0]
        yield from between(opening, _search(tail, text, at + least, min(last, at + most)))
    closing = _search(tail, text, first, last, RECOGNISED)
    if closing:
        at = closing[1]
        yield from between(_search(head, text, max(first, at - most), at - least), closing)


def _search(
    pattern: str, text: str, first: int, last: int, least: float = 0.0
) -> tuple[int, int] | None:
    """Return the stretch inside `text[first:last]`, no longer than `pattern`, most like it.

    None if none reaches the likeness `least`, or if there is nothing.
    """
    if last - first <= len(pattern):
        enough = first < last and fuzz.ratio(pattern, text[first:last]) >= least
        return (first, last) if enough else None
    found = fuzz.partial_ratio_alignment(pattern, text[first:last], score_cutoff=least)
    return (first + found.dest_start, first + found.dest_end) if found else None


def _between(start: int | None, end: int | None) -> Iterator[tuple[int, int]]:
    if start is not None and end is not None and start < end:
        yield start, end


class _Aligned:
    """The words of a pattern beside those around the place where it was found."""

    def __init__(self, pattern: str, text: str, start: int, end: int) -> None:
        slack = _SLACK + len(pattern) // 4
        first, last = max(0, start - slack), min(len(text), end + slack)
        there = words(text[first:last])
        # A word at an edge may be the rest of a longer one.
        skipped = int(first > 0 and 0 in there.starts[:1])
        kept = len(there) - int(last < len(text) and last - first in there.ends[-1:])
        self._starts = [first + at for at in there.starts[skipped:kept]]
        self._ends = [first + at for at in there.ends[skipped:kept]]
        self._words = words(pattern)
        keys = there.keys[skipped:kept]
        self._pairs = [
            (block.a + index, block.b + index)
            for block in Indel.opcodes(self._words.keys, keys).as_matching_blocks()
            # A lone "the" between words that are others tells nothing.
            if block.size > 1 or there.counts[keys[block.b] if block.size else ""] == 1
            for index in range(block.size)
        ]

    def start(self, first: int, last: int) -> int | None:
        """Return where the first word of `pattern[first:last]` begins in the text."""
        own = self._words.touching(first, last)
        if not own or not self._pairs:
            return None
        _, at = self._gap(own.start)
        return self._starts[at] if at < len(self._starts) else None

    def end(self, first: int, last: int) -> int | None:
        """Return where the last word of `pattern[first:last]` ends in the text."""
        own = self._words.touching(first, last)
        if not own or not self._pairs:
            return None
        at, _ = self._gap(own.stop)
        return self._ends[at - 1] if at > 0 else None

    def _gap(self, border: int) -> tuple[int, int]:
        """Return before which words there the words up to `border` end, and those from it begin.

        Words put in right there belong to neither. Words that were exchanged on both sides of the
        border are divided in the same proportion.
        """
        size, there = len(self._words), len(self._starts)
        before = [pair for pair in self._pairs if pair[0] < border][-1:]
        after = [pair for pair in self._pairs if pair[0] >= border][:1]
        # Where one side is lost, it is taken to have as many words as it had.
        last, last_there = before[0] if before else (-1, max(-1, after[0][1] - after[0][0] - 1))
        next_, next_there = after[0] if after else (size, min(there, last_there + size - last))
        if next_ == last + 1:
            return last_there + 1, next_there
        share = (border - last - 1) / (next_ - last - 1)
        at = last_there + 1 + round(share * (next_there - last_there - 1))
        return at, at


def _with_marks(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that stood at the ends of the quote, where they still do."""
    own = words(quote)
    if not own:
        return start, end
    for mark in reversed(quote[: own.starts[0]]):
        if not start or fold_punctuation(text[start - 1]) != fold_punctuation(mark):
            break
        start -= 1
    for mark in quote[own.ends[-1] :]:
        if end == len(text) or fold_punctuation(text[end]) != fold_punctuation(mark):
            break
        end += 1
    return start, end


def _whole_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a stretch where it begins or ends inside a grapheme cluster."""
    return _grapheme_at(text, start)[0], _grapheme_at(text, end)[1]


def _grapheme_at(text: str, border: int) -> tuple[int, int]:
    """Return the grapheme cluster inside which `border` lies; if in none, `border` twice."""
    pair = text[max(0, border - 1) : border + 1]
    if pair.isascii() and pair != "\r\n":
        return border, border
    # None goes on over the beginning of a line or of a space.
    known = max(text.rfind(mark, 0, border) for mark in "\n ")
    for match in _GRAPHEME.finditer(text, max(0, known, border - _LONGEST_GRAPHEME)):
        if match.end() >= border:
            return match.span() if match.end() > border else (border, border)
    return border, border
