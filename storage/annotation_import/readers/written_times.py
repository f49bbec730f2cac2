"""Times as programs write them for people: `Dienstag, 3. März 2026 10:12:13`."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache

from storage.clock import write_time

_LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "ru", "ja", "zh", "ko"]
_BEFORE_NOON = r"上午|午前|오전"
_AFTER_NOON = r"下午|午後|오후"
_CLOCK = re.compile(
    rf"({_BEFORE_NOON}|{_AFTER_NOON})?\s*(?<!\d)(\d{{1,2}}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_LONGEST = 100
"""Characters of a time; what is longer is none."""
_DAY_IN_SIGNS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_DAY_FIRST = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\.?\s+(?:de\s+)?(?P<month>[^\W\d_]{3,})\.?,?"
    r"\s+(?:de\s+)?(?P<year>\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[^\W\d_]{3,})\.?\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})(?!\d)"
)


def read_written_time(written: str) -> str | None:
    """Return a time as the library writes it; None where none is told.

    In ISO 8601, or a day with its month's name and a time of that day, in a language that e-readers
    have. One without a zone is UTC. Words in front do no harm.
    """
    time: datetime | None
    try:
        time = datetime.fromisoformat(written.strip())
    except ValueError:
        time = _find_time(written) if len(written) <= _LONGEST else None
    try:
        return None if time is None else write_time(time)
    except (ValueError, OverflowError):
        return None


def _find_time(written: str) -> datetime | None:
    clock = _CLOCK.search(written)
    day = _find_day(written if clock is None else written[: clock.start()])
    if day is None or clock is None:
        return day
    half, hour, minute, second, letter = clock.groups()
    hours = int(hour)
    if letter or half:
        is_late = letter in ("p", "P") or (half and re.fullmatch(_AFTER_NOON, half))
        hours = hours % 12 + (12 if is_late else 0)
    try:
        return day.replace(hour=hours, minute=int(minute), second=int(second or 0))
    except ValueError:
        return day


def _find_day(written: str) -> datetime | None:
    """Return the day that is told with its year; None for one in numbers whose order is unsure."""
    signs = _DAY_IN_SIGNS.search(written)
    if signs is not None:
        return _make_day(*map(int, signs.groups()))
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for told in pattern.finditer(written):
            month = _find_month(told["month"].lower())
            if month:
                return _make_day(int(told["year"]), month, int(told["day"]))
    return None


def _make_day(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None


@lru_cache(512)
def _find_month(word: str) -> int | None:
    import dateparser  # a fifth of a second, for those who have such files

    # By the word alone: to read whole days takes milliseconds for each, and a file has thousands.
    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    found = dateparser.parse(f"1 {word} 2000", languages=_LANGUAGES, settings=settings)
    return found.month if found is not None else None
