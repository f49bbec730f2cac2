"""Words: where they stand and what they are equal to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import NewType

import regex

from textreuse.structures.ranges import Range
from textreuse.text.legible_text import NOTHING, make_legible
from textreuse.text.normalize import APOSTROPHES, IGNORABLE, LETTER_APOSTROPHES, fold
from textreuse.text.parted_words import PartedWord
from textreuse.text.spans import Span

WordIndex = NewType("WordIndex", int)
"""Which word of its text a word is, counted from 0."""

# Scripts written without spaces between words are cut into characters.
_UNSPACED = (
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー"
    r"\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}"
)
_NO_LETTERS = rf"[{_UNSPACED}{LETTER_APOSTROPHES}]"
_LETTER = rf"[[\p{{L}}\p{{N}}]--{_NO_LETTERS}]"
_INITIAL = rf"[\p{{L}}--{_NO_LETTERS}]"

_UNSPACED_CHARACTER = regex.compile(rf"[{_UNSPACED}]", regex.V1)
_WORD = regex.compile(
    rf"""
      [{_UNSPACED}]\p{{M}}*                         # one character of an unspaced script
    | {_INITIAL}(?:\.{_INITIAL})+(?!{_LETTER})\.?   # U.S., e.g.
    | {_LETTER}
      (?: [[\p{{L}}\p{{N}}\p{{M}}{IGNORABLE}]--{_NO_LETTERS}]
        | (?<=\p{{Nd}})[.,](?=\p{{Nd}})             # 400,000 and 1.5
        | [{APOSTROPHES}](?={_LETTER})              # Nvidia's
      )*
    """,
    regex.V1 | regex.VERBOSE,
)

# The same words in a text of Latin, Greek or Cyrillic letters and common symbols, in small letters,
# with neither combining marks nor ignorable characters: `re` cuts it several times faster than
# `regex`. The first line is only a short cut, for nearly all words of an English text.
_NOT_PLAIN = re.compile(
    r"[^\x00-\xac\xae-\u024f\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    r"\u2010-\u205f\u20a0-\u20bf\u2122\u2190-\u245f\u2500-\u2775\u2794-\u2bff\ue000-\uf8ff\ufffd"
    r"\U0001f300-\U0001faff]"
)
_PLAIN_LETTER = r"[^\W_]"
_PLAIN_INITIAL = r"[^\W\d_²³¹¼½¾]"  # all that \w has there beside letters
_PLAIN_WORD = re.compile(
    rf"""
    ( [a-z]{{2,}}+(?=[\ \n.,])
    | {_PLAIN_INITIAL}\.{_PLAIN_INITIAL}(?:\.{_PLAIN_INITIAL})*(?!{_PLAIN_LETTER})\.?
    | {_PLAIN_LETTER}+(?: (?: (?<=\d)[.,](?=\d) | [{APOSTROPHES}] ) {_PLAIN_LETTER}+ )*
    )
    """,
    re.VERBOSE,
)
_GLUE = "\u01c1"
"""What `NOTHING` is in a plain text: a letter, which hardly any text has."""


@dataclass(frozen=True, slots=True)
class WordPlaces:
    """Where the words of one text stand, in order: the offsets `starts[i]:ends[i]`."""

    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> Range[WordIndex]:
        """Return the indices of the words that begin and end inside the offsets `start:end`."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.ends, end + 1, lo=first)
        return Range(first, last)

    def count_within(self, spans: Iterable[Span]) -> int:
        """Return how many words lie inside the disjoint `spans` of this text, all told."""
        # As `within` has it, without a range for each: figures are counted from thousands.
        starts, ends, count = self.starts, self.ends, 0
        for _, start, end in spans:
            first = bisect_left(starts, start)
            count += bisect_left(ends, end + 1, lo=first) - first
        return count

    def find_overlaps(self, start: int, end: int) -> Range[WordIndex]:
        """Return the indices of the words of which at least one character is in `start:end`."""
        if start >= end:
            return Range(0, 0)
        first = bisect_left(self.ends, start + 1)
        last = bisect_left(self.starts, end, lo=first)
        return Range(first, last)


@dataclass(frozen=True, slots=True)
class Words(WordPlaces):
    """The words of one text in order: `keys[i]` is the folded word at `starts[i]:ends[i]`."""

    keys: list[str]
    counts: Counter[str]
    """How often each key occurs."""
    _halves: Sequence[int] = field(repr=False)
    """How many half words stand before each word: a word counts two, an unspaced character one."""

    def __len__(self) -> int:
        return len(self.keys)

    def size(self, first: WordIndex, last: WordIndex) -> float:
        """How much text the words `first:last` are, an unspaced character being half a word."""
        return (self._halves[last] - self._halves[first]) / 2


def split_words(text: str, parted: Sequence[PartedWord] | None = None) -> Words:
    """Cut `text` into words; never raises, and every offset indexes `text` as it stands.

    A word that a hyphen parts at the end of a line is one, where its two halves look like one or
    `parted` says so. Marks of footnotes are no words, nor parts of any.
    """
    plain, glue = _make_plain(text, parted)
    return _split_any(plain) if glue is None else _split_plain(plain, glue)


def find_words(text: str) -> WordPlaces:
    """Return where the words of `text` stand, as `split_words` has it, a third faster."""
    plain, glue = _make_plain(text, None)
    if glue is None:
        starts, ends = _find_any(plain)
    else:
        starts, ends, _ = _cut_plain(plain)
    return WordPlaces(starts, ends)


def _make_plain(text: str, parted: Sequence[PartedWord] | None) -> tuple[str, str | None]:
    """Return what words are cut from, in small letters where it is plain, and what is its glue.

    None for glue tells that it is not plain; "" that a plain text has none.
    """
    legible = make_legible(text, parted)
    is_glued = NOTHING in legible and NOTHING not in text and _GLUE not in text
    plain = legible.replace(NOTHING, _GLUE) if is_glued else legible
    lowered = plain.lower()
    # Lowering lengthens "İ", and what follows it would stand elsewhere.
    if len(lowered) == len(text) and (plain.isascii() or not _NOT_PLAIN.search(plain)):
        return lowered, _GLUE if is_glued else ""
    return legible, None


def _find_any(text: str) -> tuple[list[int], list[int]]:
    spans = [match.span() for match in _WORD.finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def _split_any(text: str) -> Words:
    starts, ends = _find_any(text)
    keys = [_fold_word(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    weights = (1 if _UNSPACED_CHARACTER.match(key) else 2 for key in keys)
    return Words(starts, ends, keys, Counter(keys), list(accumulate(weights, initial=0)))


def _cut_plain(lowered: str) -> tuple[list[int], list[int], list[str]]:
    """Return where the words of a plain text in small letters begin and end, and the words."""
    # Words, and what is between them, by turns.
    pieces = _PLAIN_WORD.split(lowered.replace("`", "'"))
    bounds = list(accumulate(map(len, pieces)))
    return bounds[:-1:2], bounds[1::2], pieces[1::2]


def _split_plain(lowered: str, glue: str) -> Words:
    """Cut a plain text in small letters; equal keys are one object, found faster in a table.

    `glue` inside a word is no part of what it equals.
    """
    starts, ends, found = _cut_plain(lowered)
    counts = Counter(found)
    key_of = dict(zip(counts, counts, strict=True))
    for word in [word for word in counts if "." in word or not word.isascii()]:
        count = counts.pop(word)
        key_of[word] = _fold_word(word.replace(glue, "") if glue else word)
        counts[key_of[word]] += count
    keys = list(map(key_of.__getitem__, found))
    return Words(starts, ends, keys, counts, range(0, 2 * len(keys) + 1, 2))


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    folded = fold(word)
    # An acronym is the same with its points and without; a number's point is part of it.
    return folded if "." not in folded or folded[0].isdigit() else folded.replace(".", "")
