"""A quote with its context, and how well it fits at a place of a text.

Scores and likenesses go from 0 to 100: twice the characters that both sides have in the same
order, over the characters of both (the normalised Indel similarity).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from textreuse import split_words

RECOGNISED = 75.0
"""The least score of a place that counts; the best one for words that are gone has 49 to 60."""
ALIKE = 75.0
"""So like the quote must be what is taken for it, ..."""
_IN_PLACE, _ALIKE_WORDS = 90.0, 50.0
"""... or, where the context is like this, so like in words: of two or three one was changed."""

DISTINCT = 32
"""Characters of which no stretch is found in another text by chance, if it is longer."""
_PART = 0.85
"""What quote and one side, or a quote alone, are worth where they are longer than that."""

ADJACENT = 8
"""A side agrees if so many characters next to the quote are the same ..."""
_AGREEING = 80.0
"""... and all of it is as like as this."""


class AnchoredQuote(NamedTuple):
    """A quote, not empty, and what stood before and after it."""

    prefix: str
    quote: str
    suffix: str


@dataclass(frozen=True, slots=True)
class QuotePlace:
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

    def overlaps(self, other: QuotePlace) -> bool:
        """Tell whether both have a character in common."""
        return self.start < other.end and other.start < self.end

    def list_outside(self, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
        """Return the offsets of what `first:last` holds before and after it; either may be none."""
        return (first, min(last, self.start)), (max(first, self.end), last)


def fit(quotation: AnchoredQuote, text: str, start: int, end: int) -> QuotePlace:
    """Tell how well the quote fits at `text[start:end]`.

    Quote and sides are each compared with their like, so that what stands in the place of the one
    never counts for the other. Where sides are lost, what is left counts a little less.
    """
    prefix, quote, suffix = quotation
    before, found = text[max(0, start - len(prefix)) : start], text[start:end]
    after = text[end : end + len(suffix)]
    left, right = _compare(prefix, before), _compare(suffix, after)
    own = (len(quote), 2 * len(quote)) if quote == found else _compare(quote, found)
    context = _measure_likeness(left, right)
    sides = [
        _measure_likeness(side) >= _AGREEING and stored[:ADJACENT] == now[:ADJACENT]
        for side, stored, now in ((left, prefix[::-1], before[::-1]), (right, suffix, after))
        if len(stored) >= ADJACENT
    ]
    beside = not sides or any(sides)
    is_like = _measure_likeness(own) >= ALIKE or (
        context >= _IN_PLACE
        and any(sides)
        and 100 * Indel.normalized_similarity(split_words(quote).keys, split_words(found).keys)
        >= _ALIKE_WORDS
    )
    # The same word again, a little further on, has nearly the same characters around it.
    is_shifted = not beside and (quote in prefix or quote in suffix)
    score = 0.0
    if is_like and not is_shifted and not _cuts_a_word(quotation, before, found, after):
        score = _measure_likeness(left, own, right)
        for parts, size in (
            ((own,), len(quote)),
            ((left, own), len(prefix + quote)),
            ((own, right), len(quote + suffix)),
        ):
            if size > DISTINCT:
                score = max(score, _PART * _measure_likeness(*parts))
    return QuotePlace(start, end, score, context, quote == found, beside)


def _compare(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two strings have in common, in order, and how many both are."""
    return LCSseq.similarity(one, other), len(one) + len(other)


def _measure_likeness(*compared: tuple[int, int]) -> float:
    size = sum(both for _, both in compared)
    return 200 * sum(same for same, _ in compared) / size if size else 100.0


def _cuts_a_word(quotation: AnchoredQuote, before: str, found: str, after: str) -> bool:
    """Tell whether an end lies inside a word that did not lie so in the quote."""
    prefix, quote, suffix = quotation
    return any(
        _lies_inside_word(now)
        and bool(stored[0])
        and bool(stored[1])
        and not _lies_inside_word(stored)
        for now, stored in (
            ((before[-1:], found[:1]), (prefix[-1:], quote[:1])),
            ((found[-1:], after[:1]), (quote[-1:], suffix[:1])),
        )
    )


def _lies_inside_word(border: tuple[str, str]) -> bool:
    return border[0].isalnum() and border[1].isalnum()
