"""Dates as people and pages write them: ISO 8601, 5 March 2026, 05.03.2026, gestern.

The one home of reading dates. What may mean two days is not guessed at: both are told.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from storage.clock import add_to_epoch

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_ZONE = (
    r"(?:[AaPp]\.?[Mm]\.?|Uhr|h|o.clock|[A-Z]{1,5}(?:[+-]\d{1,4})?|[+-]\d{1,2}:?\d{2}"
    r"|[A-Z][a-z]+/[A-Z][A-Za-z_]+|\([^()]*\))"
)
"""What may follow a time: its half of the day, a zone, an offset."""
_NUMERIC = re.compile(
    r"(?:[^\W\d_]{2,12}\.?[,:]?\s+){0,3}(?:"
    r"(?P<year>\d{4})(?P<sep>[./-])\s?(?P<month>\d{1,2})(?P=sep)\s?(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?(?P<last>\d{4}|\d{2})"
    r")\.?(?:(?:[,T]|,?\s(?:à|um|at|alle|om|kl\.?|-|–|\|))?\s*(?P<rest>\d{1,2}[:.hH]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    rf"(?:\s*{_ZONE}){{0,3}}))?$"
)
"""A date in figures, whatever their order, perhaps behind its weekday and before a time."""
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?$")
"""Seconds, or thousandths of them, since 1970; from 2001 to 2033."""
_WHOLE = re.compile(r"(?=.*(?<![\d:.])\d{1,2}(?![\d:]))(?=.*(?<!\d)\d{4}(?!\d))(?:\S+ ){2,8}\S+$")
"""A day and a year among few words."""
_SPOKEN = re.compile(r"[^\W\d_]{3}")
"""Three letters: what has fewer and is no date in figures is none."""
_EAST_ASIAN = re.compile(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
    r"(?:\s?[(\uff08]?(?:[月火水木金土日](?:曜日?)?|(?:星期|[周週]).|[월화수목금토일](?:요일)?)"
    r"[)\uff09]?(?!\S))?"
)
"""A day with the signs of East Asia, and its weekday."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Eras in which East Asia counts years, by the year before their first one."""
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(元|\d{{1,3}})\s?年")
_BUDDHIST = 543
"""Years by which the calendar of Thailand is ahead."""
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ZONE_IN_BRACKETS = re.compile(r"\s*\((?:UTC|GMT)\s?([+-]\d{2}:?\d{2})\)$")
"""How some clippers write a zone: `2026-03-04T10:00:00 (UTC +01:00)`."""
_LONGEST = 60
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "ru")
"""Languages in which dates are told, where no other is known."""
_MORE_LANGUAGES = (
    *("pl", "cs", "sk", "da", "nb", "fi", "hu", "tr", "ro", "el", "uk", "bg", "hr", "sl", "sr"),
    *("ja", "ko", "zh", "ca", "ar", "he", "fa", "hi", "th", "id", "vi"),
)
"""Others, which take a second to load: asked for what surely is a date."""
_TWO_MONTHS = "listopada"
"""November in Polish, October in Croatian."""
_CENTURY = 2000
_FIRST_YEAR = 1500
"""Nothing that is read here was printed before; an earlier year is a slip or stands for none."""


class ReadDate(NamedTuple):
    """What somebody's words for a date mean; nothing is known where both are empty."""

    date: str = ""
    """ISO 8601: a day, or a time in UTC."""
    readings: tuple[str, ...] = ()
    """Days, as ISO 8601, each of which may be meant; two or none."""


def parse_date(written: str) -> str | None:
    """Return a date, or a time in UTC, as ISO 8601; None if `written` is neither in ISO 8601.

    A time without a zone is taken to be UTC, midnight without one to be the date alone.
    """
    try:
        time = datetime.fromisoformat(written.strip())
        if time.tzinfo is None and not (time.hour or time.minute or time.second):
            return time.date().isoformat()
        aware = time if time.tzinfo else time.replace(tzinfo=UTC)
        return aware.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return None


def read_date(written: str, language: str = "") -> ReadDate:
    """Return the day, or the time in UTC, that is told in full.

    `language` is that of who wrote it as BCP 47 has it, `en-GB` better than `en`: it says what
    `05/03/2026` means, and in which words a month may be told. A month or a year, a day without its
    year, and what is seen from today are none.
    """
    line = " ".join(written[: 2 * _LONGEST].split())
    if len(line) > _LONGEST:
        return ReadDate()
    line = _EAST_ASIAN.sub(r"\1-\2-\3", _ERA.sub(_tell_year, _ZONE_IN_BRACKETS.sub(r"\1", line)))
    seconds = _SECONDS.match(line)
    if seconds is not None:
        line = add_to_epoch(int(seconds[1])).isoformat()
    known = parse_date(line)
    if known is not None:
        return ReadDate(known)
    match = _NUMERIC.match(line)
    if match is not None:
        return _read_figures(match, language)
    if not _SPOKEN.search(line):
        return ReadDate()
    return ReadDate(_parse_told(line, language))


def _tell_year(era: re.Match[str]) -> str:
    """Return the year that is counted in an era, as others count it."""
    number = 1 if era[2] == "元" else int(era[2])
    return f"{_ERAS[era[1]] + number}年"


def describe_readings(written: str, readings: tuple[str, ...]) -> str:
    """Say what a date may mean, and how to write each, as a sentence without a full stop."""
    days = " or ".join(f"{_spell_day(day)} ({day})" for day in readings)
    return f"“{written}” may be {days}"


def find_first_day(written: str) -> ReadDate:
    """Return the first day of what is written, seen from today; of two past ones both.

    Years, months and days as ISO 8601 has them, days in figures, and what is told in words,
    `yesterday`, `vor zwei Wochen`; of a day that may be past or to come the past one.
    """
    match = _PARTIAL.match(written)
    if match is not None:
        return ReadDate(_join_day(*(int(part or 1) for part in match.groups())))
    if len(written) > _LONGEST:
        return ReadDate()
    figures = _NUMERIC.match(written)
    if figures is not None:
        found = _read_figures(figures, "")
        return found._replace(date=found.date[: len("2026-03-05")])
    return ReadDate(_parse_spoken(written, date.today()) if _SPOKEN.search(written) else "")


def _read_figures(match: re.Match[str], language: str) -> ReadDate:
    if match["year"]:
        days = [_join_day(int(match["year"]), int(match["month"]), int(match["day"]))]
    else:
        first, second, year = (int(match[name]) for name in ("first", "second", "last"))
        year += _CENTURY if len(match["last"]) == len("26") else 0
        order = "DMY" if match["mark"] == "." else _find_order(language)
        days = [_join_day(year, second, first)] if order != "MDY" else []
        days += [_join_day(year, first, second)] if order != "DMY" else []
    readings = tuple(dict.fromkeys(filter(None, days)))
    if len(readings) != 1:
        return ReadDate(readings=readings)
    return ReadDate(_add_time(readings[0], match["rest"]))


def _add_time(day: str, rest: str | None) -> str:
    """Return a day with its time, as far as that can be read."""
    if not rest:
        return day
    clock = re.sub(r"^(\d{1,2})[.hH](?=\d{2})", r"\1:", rest).removesuffix("Uhr").rstrip()
    return parse_date(f"{day} {clock.zfill(5)}") or _parse_told(f"{day} {clock}", "en") or day


def _find_order(language: str) -> str:
    """Return `DMY` or `MDY`; empty where the language has neither, or is English of anywhere."""
    tag = language.replace("_", "-").replace("-UK", "-GB")
    if not tag or tag.lower() == "en":
        return ""
    from dateparser.languages.loader import default_loader

    for name in (tag, tag.partition("-")[0] if not tag.lower().startswith("en") else ""):
        try:
            known = {"locales": [name]} if "-" in name else {"languages": [name]}
            order = str(next(iter(default_loader.get_locales(**known))).info["date_order"])
        except (ValueError, StopIteration, KeyError):
            continue
        return order if order in ("DMY", "MDY") else ""
    return ""


def _join_day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if year >= _FIRST_YEAR else ""
    except ValueError:
        return ""


def _spell_day(day: str) -> str:
    read = date.fromisoformat(day)
    return f"{read.day} {read:%B %Y}"


def _parse_told(line: str, language: str) -> str:
    """Return what is told in words and in full; empty for all else."""
    import dateparser  # a quarter of a second, for those who write so

    settings = {"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"]}
    for languages in _choose_languages(line, language):
        found = dateparser.parse(line, languages=languages, settings=settings)
        if found is not None:
            if _THAI.search(line) and found.year > _CENTURY + _BUDDHIST // 2:
                found = found.replace(year=found.year - _BUDDHIST)
            return parse_date(found.replace(microsecond=0).isoformat()) or ""
    return ""


def _choose_languages(line: str, language: str) -> list[list[str]]:
    """Return the languages to read words in, those of one try together."""
    from dateparser.data.languages_info import language_order

    code = language.replace("_", "-").partition("-")[0].lower()
    own = [[code]] if code in language_order else []
    is_sure = _WHOLE.match(line) is not None and _TWO_MONTHS not in line.lower()
    more = [list(_MORE_LANGUAGES)] if is_sure else []
    return [*own, list(_LANGUAGES), *more]


@lru_cache(64)
def _parse_spoken(written: str, today: date) -> str:
    import dateparser

    settings = {
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "RELATIVE_BASE": datetime(today.year, today.month, today.day, 12),
        "PARSERS": ["relative-time", "absolute-time"],
    }
    found = dateparser.parse(written, languages=list(_LANGUAGES), settings=settings)
    return "" if found is None else found.date().isoformat()
