"""Dates as people write them: a year, a month, a day, yesterday, 3 March, vor zwei Wochen."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_SPOKEN = re.compile(r"[^\W\d_]{3}")
"""Three letters: what has fewer is read as an ISO date alone, for 3/4/2026 may mean two days."""
_LONGEST = 40
_LANGUAGES = ["en", "de", "fr", "es"]


def find_first_day(written: str) -> str | None:
    """Return the first day of what is written as ISO 8601; None for what is no date.

    Years, months and days as ISO 8601 has them, and those that are told in English, German, French
    or Spanish, seen from today; of two that may be meant the past one.
    """
    match = _PARTIAL.match(written)
    if match is None:
        spoken = len(written) <= _LONGEST and _SPOKEN.search(written) is not None
        return _parse_spoken(written, date.today()) if spoken else None
    try:
        return date(*(int(part or 1) for part in match.groups())).isoformat()
    except ValueError:
        return None


def find_day(written: str) -> str | None:
    """Return the one day that is told in full, `9 December 1999`, as ISO 8601; None for all else.

    In English, German, French or Spanish. A month or a year, a day without its year, a time of the
    day and what is seen from today are none.
    """
    if len(written) > _LONGEST or not _SPOKEN.search(written):
        return None
    import dateparser

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(written, languages=_LANGUAGES, settings=settings)
    return found.date().isoformat() if found is not None and found.time() == time.min else None


@lru_cache(64)
def _parse_spoken(written: str, today: date) -> str | None:
    import dateparser  # a quarter of a second, for those who write so

    settings = {
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "RELATIVE_BASE": datetime(today.year, today.month, today.day, 12),
        "PARSERS": ["relative-time", "absolute-time"],
    }
    found = dateparser.parse(written, languages=_LANGUAGES, settings=settings)
    return None if found is None else found.date().isoformat()
