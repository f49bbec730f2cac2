"""Marks of footnotes: what stands at a word or behind a sentence and belongs to neither."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textreuse.text.abbreviations import KNOWN_EVERYWHERE

SUPERSCRIPTS = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
"""The digits, inside a character class."""

CLOSERS = "\"'”’“‘»«›‹)\\]"
"""What may stand between the end of a sentence and such a mark, inside a character class."""

_IN_BRACKETS = re.compile(
    rf"""
    \[
    (?: (?<=[\w.!?…,;:%)\]]\[) | (?<=[.!?…,][{CLOSERS}]\[)       # at a word, not before one
      | (?<=[.!?…]\s\[) | (?<=[.!?…][{CLOSERS}]\s\[) | (?<![^\n]\[) )
    (?: \d{{1,3}} (?:,\s?\d{{1,3}}|[-–]\d{{1,3}})*+
      | (?<![^\W_]\[)[a-z]
      | (?:note|nb|n)\.?\s\d{{1,3}}
      | citation\ needed | clarification\ needed )
    \]
    """,
    re.VERBOSE,
)
_RAISED = re.compile(rf"(?<![\d{SUPERSCRIPTS}])[{SUPERSCRIPTS}]++(?!\w)")
_RAISED_AT_A_YEAR = re.compile(rf"(?<=(?<!\d)[12]\d\d\d)[{SUPERSCRIPTS}]++(?!\w)")
_PLAIN = {
    mark: re.compile(rf"{re.escape(mark)}(?<=[^\W\d_].)[{CLOSERS}]*+(\d{{1,3}})(?=\s|\Z)")
    for mark in ".!?"
}
"""Without their raising: "It sank.12 Nobody"."""
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_UNITS = frozenset("km cm dm mm nm hm µm μm mc ft yd mi sq".split())
"""What is squared and cubed, beside all that is one letter."""
_LONGEST = 12
"""Letters looked back for the word before a mark."""


def find_footnote_marks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where letters and digits are that belong to a mark: [1], ¹, [a], or 1 after a stop."""
    if "[" in text:
        yield from map(re.Match.span, _IN_BRACKETS.finditer(text))
    if not text.isascii() and _has_superscripts(text):
        yield from (
            match.span() for match in _RAISED.finditer(text) if not _is_power(text, *match.span())
        )
        yield from map(re.Match.span, _RAISED_AT_A_YEAR.finditer(text))
    for mark, pattern in _PLAIN.items():
        if mark in text:
            for match in pattern.finditer(text):
                if not is_number_behind_abbreviation(text, match.start()):
                    yield match.span(1)


def is_number_behind_abbreviation(text: str, point: int) -> bool:
    """Tell whether a number right behind that point goes with what is before it: p.12, Art.5."""
    word = _find_word_before(text, point)
    return len(word) == 1 or word in KNOWN_EVERYWHERE


def _has_superscripts(text: str) -> bool:
    return any(mark in text for mark in "¹²³⁰⁴⁵⁶⁷⁸⁹")


def _is_power(text: str, start: int, end: int) -> bool:
    """Tell whether raised digits are no mark but square or cube a unit or a letter."""
    word = _find_word_before(text, start)
    return text[start:end] in ("²", "³") and (len(word) == 1 or word in _UNITS)


def _find_word_before(text: str, end: int) -> str:
    word = _WORD_BEFORE.search(text, max(0, end - _LONGEST), end)
    return word.group().lower() if word else ""
