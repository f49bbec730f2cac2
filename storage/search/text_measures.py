"""Counting the words of a text and making its fingerprints, a piece at a time.

The words of a long text, all at once, take thirty times its room.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from typing import NamedTuple

from storage.search.winnowing import GRAM, WINDOW, hash_keys, list_minima

_PIECE = 262_144
"""Characters after which a piece ends, at the next place where no word goes on."""
_BETWEEN_WORDS = re.compile(r"(?<![\s\-\u00ac\u00ad\u2010\u2011\ufe63\uff0d])[ \n](?!\[)|。")
"""Not behind a hyphen: a word may go on in the next line. Nor before the mark of a footnote."""
_BUCKETS = 16
_BITS = 28
"""Bits of a fingerprint that are the same bucket's: 32 less those that tell the buckets apart."""


class TextMeasures(NamedTuple):
    """What a library keeps of a text beside the text."""

    words: int
    buckets: list[array[int]]
    """Fingerprints, -2³¹ to 2³¹ - 1: those of a bucket are less than those of the next; in a bucket
    in no order, and some more than once."""

    def iterate_fingerprints(self) -> Iterator[int]:
        """Yield each fingerprint once, ascending."""
        for bucket in self.buckets:
            yield from sorted(set(bucket))


def measure_text(text: str) -> TextMeasures:
    """Count the words of a text and make its fingerprints, in room for a piece of it."""
    words = 0
    buckets = [array("i") for _ in range(_BUCKETS)]
    for count, minima in _measure_pieces(text):
        words += count
        _sort_in(minima, buckets)
    return TextMeasures(words, buckets)


class HashRow(NamedTuple):
    """The hashes of all runs of four words of a text, none left out, as they follow each other."""

    words: int
    """Of the whole text."""
    row: array[int]
    """As `winnowing.hash_runs` gives them."""


def list_hashes(text: str) -> HashRow:
    """Count the words of a text and hash every four in a row, in room for a piece of it."""
    from textreuse import split_words  # the engine is not needed to list articles

    words = 0
    row = array("i")
    keys: list[str] = []
    for piece in cut_pieces(text, _PIECE):
        found = split_words(piece).keys
        words += len(found)
        keys += found
        row.extend(hash_keys(keys))
        keys = keys[-(GRAM - 1) :]
    return HashRow(words, row)


def _measure_pieces(text: str) -> Iterator[tuple[int, list[int]]]:
    """Yield, a piece at a time, how many words it has and the least of each window that ends in it.

    A text of no whole window ends with the least of what it has.
    """
    from textreuse import split_words  # the engine is not needed to list articles

    keys: list[str] = []
    hashes: list[int] = []
    has_window = False
    for piece in cut_pieces(text, _PIECE):
        found = split_words(piece).keys
        keys += found
        hashes += hash_keys(keys)
        minima = list_minima(hashes)
        has_window = has_window or bool(minima)
        yield len(found), minima
        # What the first window of the next piece begins with.
        keys, hashes = keys[-(GRAM - 1) :], hashes[-(WINDOW - 1) :]
    if hashes and not has_window:
        yield 0, [min(hashes)]


def count_words(text: str) -> int:
    """Count the words of a text, in room for a piece of it."""
    from textreuse import split_words

    return sum(len(split_words(piece)) for piece in cut_pieces(text, _PIECE))


def cut_pieces(text: str, size: int) -> Iterator[str]:
    """Yield a text in pieces of `size` characters or somewhat more, none of which parts a word."""
    for start, end in list_pieces(text, size):
        yield text[start:end]


def list_pieces(text: str, size: int) -> list[tuple[int, int]]:
    """Return where those pieces begin and end; the last one alone may be empty."""
    pieces = []
    start = 0
    while len(text) - start > size:
        boundary = _BETWEEN_WORDS.search(text, start + size)
        if boundary is None:
            break
        pieces.append((start, boundary.end()))
        start = boundary.end()
    return [*pieces, (start, len(text))]


def _sort_in(values: list[int], buckets: list[array[int]]) -> None:
    for value in set(values):
        buckets[(value >> _BITS) + _BUCKETS // 2].append(value)
