"""Read what a number measures: the sign or word of its unit, or whose age it is."""

from __future__ import annotations

from typing import NamedTuple

from textreuse.statements.disagreements.quantities.measure_words import (
    ADJECTIVES_OF_AGE,
    AGE_WORDS,
    BEFORE_AN_AGE,
    CENT_OF,
    COUNTRIES,
    CURRENCIES,
    CURRENCY_SIGNS,
    FROM_A_TIME,
    LASTING,
    MEASURES,
    TIMES,
)
from textreuse.text.words import Words

_PAST = 2
"""Words before an age that may tell that it was another time's: "as a 12-year-old"."""
_THEN = frozenset({"as", "when", "since", "from", "until", "als", "quand", "cuando"})
_LINKS = frozenset({"de"})
"""Between a million and its currency: "millones de euros"."""
_SPACES_AND_HYPHENS = " \u00a0\u202f\n-\u2010\u2011"


class MeasuredNumber(NamedTuple):
    """The place `start:end` of a number with the sign of its unit, and its last word but one."""

    unit: str
    """Empty where it only counts."""
    start: int
    end: int
    last: int
    """The word behind it."""


def read_unit(text: str, row: Words, start: int, first: int, last: int) -> MeasuredNumber:
    """Return the unit of the number in the words `first:last`, which begins at `start`.

    Money and per cent are part of the value; other units are words beside it.
    """
    end = row.ends[last - 1]
    sign = text[start - 1] if start else ""
    if sign == "#" and "," in text[start:end]:
        return MeasuredNumber("pound", start - 1, end, last)  # as wires without the sign send it
    if sign in CURRENCY_SIGNS:
        before = row.keys[first - 1] if first and row.ends[first - 1] == start - 1 else ""
        return MeasuredNumber(
            CURRENCY_SIGNS[sign] + COUNTRIES.get(before, ""), start - 1, end, last
        )
    for length in (1, 2):
        mark = text[end : end + length].strip()
        if mark in CURRENCY_SIGNS:
            return MeasuredNumber(CURRENCY_SIGNS[mark], start, end + length, last)
        if mark == "%":
            return MeasuredNumber("percent", start, end + length, last)
    return _read_word(text, row, start, first, last)


def _read_word(text: str, row: Words, start: int, first: int, last: int) -> MeasuredNumber:
    end = row.ends[last - 1]
    if row.keys[last - 1] in LASTING:
        return MeasuredNumber(LASTING[row.keys[last - 1]], start, end, last)
    joined = row.keys[last - 1].lstrip("0123456789.,")
    if joined in MEASURES:
        return MeasuredNumber(MEASURES[joined], start, end, last)  # "5ft", "40mph"
    following = tuple(row.keys[last : last + 2])
    if first and row.keys[first - 1] in BEFORE_AN_AGE:
        return MeasuredNumber("age", start, end, last)
    if not following or text[end : row.starts[last]].strip(_SPACES_AND_HYPHENS):
        unit = "age" if _is_apposed_age(text, row, start, first, end) else ""
        return MeasuredNumber(unit, start, end, last)
    if following in CENT_OF:
        return MeasuredNumber("percent", start, row.ends[last + 1], last + 2)
    linked = last + (following[0] in _LINKS)
    word = row.keys[linked].removeprefix("d'") if linked < len(row) else ""
    if word in CURRENCIES:
        return MeasuredNumber(CURRENCIES[word], start, row.ends[linked], linked + 1)
    word = following[0]
    unit = MEASURES.get(word, "")
    is_age = unit == "year" and following[-1] in AGE_WORDS
    if is_age or any(part in word for part in ADJECTIVES_OF_AGE):
        before = row.keys[max(0, first - _PAST) : first]
        return MeasuredNumber(
            "age of anyone" if _THEN.intersection(before) else "age", start, end, last
        )
    if unit in TIMES and following[-1] in FROM_A_TIME:
        return MeasuredNumber(f"{unit} away", start, end, last)
    if unit == "percent":
        return MeasuredNumber(unit, start, row.ends[last], last + 1)
    return MeasuredNumber(unit, start, end, last)


def _is_apposed_age(text: str, row: Words, start: int, first: int, end: int) -> bool:
    """Tell whether it stands between commas or in brackets behind a name: "Tolliver, 71,"."""
    return (
        first > 0
        and text[row.ends[first - 1] : start] in (", ", " (")
        and text[row.starts[first - 1]].isupper()
        and text[end : end + 1] in (",", ")", ".")
    )
