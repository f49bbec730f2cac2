"""Numbers that measure and count nothing: parts of names, numbering, years, dates, times of day."""

from __future__ import annotations

from textreuse.statements.disagreements.dates.date_words import CLOCK, MONTHS
from textreuse.statements.disagreements.quantities.measure_words import (
    CURRENCIES,
    FATES,
    GENERIC,
    MEASURES,
    NUMBERED,
)
from textreuse.text.words import Words

_JOINED_TO = frozenset("/#@_:.\\")
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014")
_YEARS = range(1500, 2100)
_MEASURED = frozenset((*CURRENCIES, *FATES, *GENERIC, *MEASURES))
_OF = ("of", "de", "du", "del")


def is_part_of_code(text: str, row: Words, first: int, last: int) -> bool:
    """Tell whether the figures in the words `first:last` are part of something longer.

    A code, an address, a fraction, the number of a law: "COVID-19", "9/11", "501(c)".
    """
    start, end = row.starts[first], row.ends[last - 1]
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    is_sum = before[-1:] == "#" and "," in text[start:end]
    if before and not is_sum and (before[-1] in _JOINED_TO or before[-1].isalpha()):
        return True
    if before[-1:] in _DASHES and before[:-1].isalnum():
        return True
    if before == ")(":
        return True
    return after[:1] in ("/", "(", "_") or (after[:1] == ":" and after[1:].isdigit())


def is_numbering(text: str, row: Words, first: int, last: int, *, after_name: bool) -> bool:
    """Tell whether figures only number the word before them: "Section 8", "Boeing 747".

    `after_name` says that this word is a name by its capital.
    """
    start = row.starts[first]
    gap = text[row.ends[first - 1] : start].strip(" \u00a0") if first else "."
    if first and gap in ("", ".") and row.keys[first - 1] in NUMBERED:
        return True
    if gap:
        return False
    is_measured = text[row.ends[last - 1] : row.ends[last - 1] + 1] == "%" or (
        last < len(row) and row.keys[last] in _MEASURED
    )
    return after_name and not is_measured


def is_date_or_clock(text: str, row: Words, first: int, last: int) -> bool:
    """Tell whether a number is the day of a month or a time of day."""
    start, end = row.starts[first], row.ends[last - 1]
    if CLOCK.match(text, start) or (first and row.keys[first - 1] in MONTHS):
        return True
    following = row.keys[last : last + 2]
    if not following:
        return False
    if text[end : end + 1].strip():
        return text[end] == "." and following[0] in MONTHS
    return following[0] in MONTHS or (following[0] in _OF and following[-1] in MONTHS)


def is_year(figures: str) -> bool:
    """Tell whether figures without a unit are a year."""
    return figures.isdecimal() and len(figures) == len("2026") and int(figures) in _YEARS
