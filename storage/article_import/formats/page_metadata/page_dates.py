"""Dates of pages that may mean two days: the page's own language says which, or they are none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from storage.wording.written_dates import ReadDate, describe_readings, read_date

_LANGUAGES = (
    "/html/@lang",
    "//meta[@property='og:locale']/@content",
    "//meta[translate(@http-equiv, 'CONTELAGU', 'contelagu')='content-language']/@content",
)
"""Where a page tells its language: the first that tells its country too counts."""
_SHOWN = re.compile(
    r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
    r"|(?<![\d./-])\d{4}([./-])\s?\d{1,2}\1\s?\d{1,2}(?!\d)"
    r"|(?<![\d./-])\d{1,2}([./-])\s?\d{1,2}\2\s?\d{4}(?!\d)"
    r"|(?<!\d)\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|d['’])?[^\W\d_]{3,14}\.?,?"
    r"\s+(?:de\s+|del\s+)?\d{4}(?!\d)"
    r"|[^\W\d_]{3,14}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}(?!\d)"
    r"|(?<!\d)\d{4}\.?\s+[^\W\d_]{3,14}\s+\d{1,2}(?![\d:])"
)
"""A day as it is shown among other words: in figures, or with the month's name."""
_LONGEST_SHOWN = 120
_SEARCHED = 2_000_000
"""Characters of a page that are looked through for figures."""


def find_language(tree: Any) -> str:
    """Return the language of a page as BCP 47 has it, with its country where it tells that."""
    told = [str(value).strip() for path in _LANGUAGES for value in tree.xpath(path)[:1]]
    return next((one for one in told if re.search(r"[-_]", one)), next(iter(told), ""))


def read_stated(values: Iterable[str], language: str) -> ReadDate:
    """Return the first date of these; where none is clear, what the first unclear one may mean."""
    unclear = ReadDate()
    for value in values:
        found = read_date(value, language)
        if found.date:
            return found
        if found.readings and not unclear.readings:
            unclear = found
    return unclear


def find_shown(written: str) -> str:
    """Return the day in what a page shows as a date, with words around it; else `written`."""
    line = " ".join(written[: 4 * _LONGEST_SHOWN].split())
    shown = _SHOWN.search(line) if len(line) <= _LONGEST_SHOWN else None
    return shown[0] if shown is not None else line


def check_guess(guess: str, markup: str, language: str) -> ReadDate:
    """Return a day that was found somewhere in a page as its figures are to be read.

    Where it stands nowhere with its year first, but in figures that may mean another day too, the
    language decides. A day that stands in neither form was told in words.
    """
    try:
        day = date.fromisoformat(guess[: len("2026-03-05")])
    except ValueError:
        return ReadDate()
    markup = markup[:_SEARCHED]
    is_clear = max(day.day, day.month) > 12 or day.day == day.month
    if is_clear or re.search(f"{day:%Y[-/.]?%m[-/.]?%d}", markup):
        return ReadDate(guess)
    one, other = f"0?{day.day}", f"0?{day.month}"
    orders = "|".join(
        rf"{first}{sign}{second}{sign}{day.year}"
        for sign in "/-"
        for first, second in ((one, other), (other, one))
    )
    figures = re.search(rf"(?<![\d/-])(?:{orders})(?![\d/-])", markup)
    return read_date(figures[0], language) if figures is not None else ReadDate(guess)


def spell_markup(tree: Any) -> str:
    """Return a page as it could stand in a file."""
    import lxml.etree

    return str(lxml.etree.tostring(tree, encoding="unicode"))


def describe_missing(found: ReadDate) -> str:
    """Say, in words that follow an article's name, that a date is left out; empty if none is."""
    if not found.readings:
        return ""
    written = "/".join(reversed(found.readings[0].split("-")))
    return f"has no date: {describe_readings(written, found.readings)}; edit it to say which"
