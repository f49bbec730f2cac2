"""Where a quote may stand in a text that was changed.

Exact quote with context first, then fuzzy quote with context, as the Hypothesis client anchors
the Web Annotation Data Model's TextQuoteSelector (hypothes.is, "Fuzzy Anchoring"). Offsets are code
points of the text as it stands. Nothing here raises, whatever the strings hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex
from rapidfuzz import fuzz

from storage.anchoring.quote_fit import (
    ADJACENT,
    ALIKE,
    DISTINCT,
    RECOGNISED,
    AnchoredQuote,
    QuotePlace,
    fit,
)
from storage.anchoring.word_alignment import AlignedWords
from textreuse import fold_punctuation, split_words

_MOST = 24
"""Places with the same words that are looked at before the old place, and as many after it."""
_BEGINNING = 256
"""Characters of a pattern that are searched for; to search backwards for more may take long."""
_TRIES = 1_000
"""Places where these stand that are looked at for the whole pattern."""

_LONGEST, _END = 192, 128
"""Characters that are searched for with errors, of longer patterns these at both ends: the time
grows with the square of their number."""

_GRAPHEME = regex.compile(r"\X")
_LONGEST_GRAPHEME = 64


def find_same_words(quotation: AnchoredQuote, text: str, at: int) -> list[QuotePlace]:
    """Return the recognised places that have the very words of the quote, nearest to `at`.

    Those with the whole context around them, where there are such; else all.
    """
    prefix, quote, _ = quotation
    starts = [
        start + len(prefix) for start in _find_nearest("".join(quotation), text, at - len(prefix))
    ] or _find_nearest(quote, text, at)
    places = (fit(quotation, text, start, start + len(quote)) for start in starts)
    return [place for place in places if place.recognised]


def find_alike(quotation: AnchoredQuote, text: str, first: int, last: int) -> QuotePlace | None:
    """Return the place around `text[first:last]` most like the quote in context, if recognised.

    It begins and ends with a whole word, and with the punctuation that stood at the ends of the
    quote where that is still there; never inside a grapheme cluster.
    """
    for start, end in _find_stretches(quotation, text, first, last):
        start, end = _grow_to_graphemes(text, *_include_marks(quotation.quote, text, start, end))
        place = fit(quotation, text, start, end)
        if place.recognised:
            return place
    return None


def find_vacancy(quotation: AnchoredQuote, text: str, first: int, last: int) -> int | None:
    """Return where inside `text[first:last]` both sides still are, but not the quote.

    That is the offset of what stands between them now, if anything. None if there is no such place.
    """
    prefix, quote, suffix = quotation
    if min(len(prefix), len(suffix)) < ADJACENT or len(prefix + suffix) <= DISTINCT:
        return None
    sides = f"{prefix} {suffix}"
    window = _search(sides, text, first, last, RECOGNISED)
    if window is None:
        return None
    around = AlignedWords(sides, text, *window)
    start, end = around.find_end(0, len(prefix)), around.find_start(len(prefix) + 1, len(sides))
    if start is None or end is None or not first <= start <= end <= last:
        return None
    between = text[start:end]
    end = start + len(between.rstrip())
    start = min(end, start + len(between) - len(between.lstrip()))
    if fuzz.ratio(quote, text[start:end]) >= ALIKE:
        return None
    return start if fit(quotation, text, start, end).context >= RECOGNISED else None


def _find_nearest(pattern: str, text: str, at: int) -> list[int]:
    """Return where `pattern` begins: some places before `at`, and as many from there on."""
    beginning = pattern[:_BEGINNING]
    at = min(max(0, at), len(text))

    def search_backwards() -> Iterator[int]:
        found = text.rfind(beginning, 0, at + len(beginning) - 1)
        while found >= 0:
            yield found
            found = text.rfind(beginning, 0, found + len(beginning) - 1)

    def search_forwards() -> Iterator[int]:
        found = text.find(beginning, at)
        while found >= 0:
            yield found
            found = text.find(beginning, found + 1)

    places: list[int] = []
    for begun in (search_backwards(), search_forwards()):
        whole = (each for each in islice(begun, _TRIES) if text.startswith(pattern, each))
        places += islice(whole, _MOST)
    return places


def _find_stretches(
    quotation: AnchoredQuote, text: str, first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Yield where in `text[first:last]` the words of the quote may stand, the likeliest first.

    Short quotes are searched for in their context, then alone if they say enough. Of long ones one
    end is searched for, then the other at half the distance that it had up to twice as far.
    """
    prefix, quote, suffix = quotation
    whole, size = "".join(quotation), len(quote)
    if len(whole) <= _LONGEST:
        for pattern, at in {whole: len(prefix), quote: 0}.items():
            window = len(pattern) > DISTINCT and _search(pattern, text, first, last, RECOGNISED)
            if window:
                there = AlignedWords(pattern, text, *window)
                yield from _pair_ends(
                    there.find_start(at, at + size), there.find_end(at, at + size)
                )
        return
    head, tail = whole[:_END], whole[-_END:]
    least, most = max(0, len(whole) // 2 - _END), 2 * len(whole)

    def find_between(
        opening: tuple[int, int] | None, closing: tuple[int, int] | None
    ) -> Iterator[tuple[int, int]]:
        if opening and closing:
            begins, ends = len(prefix), len(tail) - len(suffix)
            start = AlignedWords(head, text, *opening).find_start(begins, begins + size)
            end = AlignedWords(tail, text, *closing).find_end(max(0, ends - size), ends)
            yield from _pair_ends(start, end)

    opening = _search(head, text, first, last, RECOGNISED)
    if opening:
        at = opening[0]
        yield from find_between(opening, _search(tail, text, at + least, min(last, at + most)))
    closing = _search(tail, text, first, last, RECOGNISED)
    if closing:
        at = closing[1]
        yield from find_between(_search(head, text, max(first, at - most), at - least), closing)


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


def _pair_ends(start: int | None, end: int | None) -> Iterator[tuple[int, int]]:
    if start is not None and end is not None and start < end:
        yield start, end


def _include_marks(quote: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that stood at the ends of the quote, where they still do."""
    own = split_words(quote)
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


def _grow_to_graphemes(text: str, start: int, end: int) -> tuple[int, int]:
    """Grow a stretch where it begins or ends inside a grapheme cluster."""
    return _find_grapheme(text, start)[0], _find_grapheme(text, end)[1]


def _find_grapheme(text: str, border: int) -> tuple[int, int]:
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
