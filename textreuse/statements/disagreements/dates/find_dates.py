"""Find the dates and times of day of a text, by a small grammar of news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from textreuse.statements.disagreements.dates.date_words import (
    BEFORE_A_CLOCK,
    BEFORE_A_MONTH,
    CLOCK,
    CLOCK_WORDS,
    DAYS_FROM_TODAY,
    MAY_BE_OTHERS,
    MONTHS,
    PARTS_BEFORE,
    PARTS_OF_A_DAY,
    ROUNDING,
    WEEKDAYS,
)
from textreuse.statements.disagreements.dates.stated_date import StatedDate
from textreuse.text.corpus import Corpus, Position
from textreuse.text.spans import Span
from textreuse.text.words import Words

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(r"(1[5-9]\d0|20\d0)'?s")
_OF_A_DECADE = "s"
_CLOSE = re.compile(r"[.,]?\s")
_KNOWN = frozenset((*MONTHS, *WEEKDAYS, *DAYS_FROM_TODAY))
_OF = frozenset({"of", "de", "du", "del"})
_MORNING, _AFTERNOON = "a", "p"


class _Read(NamedTuple):
    """What the words `first:last` say: parts of a `StatedDate`."""

    first: int
    last: int
    parts: dict[str, int]


def find_dates(corpus: Corpus, article: int) -> list[StatedDate]:
    """Return the dates and times of day of an article, by place."""
    text, row = corpus.texts[article], corpus.words[article]
    base = corpus.first[article]
    found = [*_find_days(text, row, base, article), *_find_clocks(text, row, base, article)]
    return sorted(found, key=lambda date: date.span)


def _find_days(text: str, row: Words, base: Position, article: int) -> Iterator[StatedDate]:
    keys = row.keys
    known = row.counts.keys() & _KNOWN
    years = {key for key in row.counts if _YEAR.fullmatch(key) or _DECADE.fullmatch(key)}
    asked = known | years
    if not asked:
        return
    after = 0
    for index in [index for index, key in enumerate(keys) if key in asked]:
        if index < after:
            continue
        read = _read(text, row, index)
        if read is None:
            continue
        first, after, parts = read
        part, begin, end = _read_part(text, row, first, after)
        yield StatedDate(
            Span(article, row.starts[first], row.ends[after - 1]),
            (Position(base + first), Position(base + after)),
            weekday=parts.get("weekday"),
            year=parts.get("year"),
            month=parts.get("month"),
            day=parts.get("day"),
            from_today=parts.get("from_today"),
            rounding=_read_rounding(row, first, of_decade=_is_decade(row, first)),
            part=part,
            whole=Span(article, row.starts[begin], row.ends[end - 1]) if part else None,
        )


def _read_rounding(row: Words, first: int, *, of_decade: bool = False) -> str | None:
    before = row.keys[first - 1] if first else ""
    rounding = before if before in ROUNDING else ""
    return f"{rounding}{_OF_A_DECADE if of_decade else ''}" or None


def _is_decade(row: Words, index: int) -> bool:
    return _DECADE.fullmatch(row.keys[index]) is not None


def _read_part(text: str, row: Words, first: int, last: int) -> tuple[str | None, int, int]:
    """Return the part that is named beside the day `first:last`, and the words of both."""
    keys = row.keys
    if last < len(row) and text[row.ends[last - 1] : row.starts[last]].isspace():
        behind = PARTS_OF_A_DAY.get(keys[last])
        if behind and behind not in PARTS_BEFORE:
            return behind, first, last + 1
    before = PARTS_OF_A_DAY.get(keys[first - 1]) if first else None
    if before in PARTS_BEFORE and _touch(text, row, first):
        return before, first - 1, last
    return None, first, last


def _read(text: str, row: Words, index: int) -> _Read | None:
    """Return what the date at a word says."""
    key = row.keys[index]
    if key in MONTHS and _is_month(text, row, index):
        return _read_month(text, row, index)
    parts = {}
    if key in WEEKDAYS:
        is_short = key in MAY_BE_OTHERS
        has_point = text[row.ends[index] : row.ends[index] + 1] == "."
        if not is_short or (has_point and text[row.starts[index]].isupper()):
            parts["weekday"] = WEEKDAYS[key]
    elif key in DAYS_FROM_TODAY:
        parts["from_today"] = DAYS_FROM_TODAY[key]
    elif _YEAR.fullmatch(key) and _is_year(text, row, index):
        parts["year"] = int(key)
    elif decade := _DECADE.fullmatch(key):
        parts["year"] = int(decade[1])
    return _Read(index, index + 1, parts) if parts else None


def _is_month(text: str, row: Words, index: int) -> bool:
    key = row.keys[index]
    if key not in MAY_BE_OTHERS:
        return True
    if not text[row.starts[index]].isupper() and key != "mars":
        return False
    before = row.keys[index - 1] if index else ""
    following = row.keys[index + 1] if index + 1 < len(row) else ""
    return before in BEFORE_A_MONTH or before[:1].isdigit() or following[:1].isdigit()


def _is_year(text: str, row: Words, index: int) -> bool:
    """Tell whether four figures are a year: neither money nor a number of something."""
    start, end = row.starts[index], row.ends[index]
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return (before in ("", " ", "\n", "(", "\u00a0")) and after not in ("-", "/", "%", "'", "’")


def _read_month(text: str, row: Words, index: int) -> _Read:
    keys = row.keys
    parts = {"month": MONTHS[keys[index]]}
    first, last = index, index + 1
    day = _DAY.fullmatch(keys[last]) if last < len(row) and _touch(text, row, last) else None
    if day is not None and text[row.ends[last] : row.ends[last] + 1] != ":":
        parts["day"], last = int(day[1]), last + 1
    else:
        back = 2 if first > 1 and keys[first - 1] in _OF else 1
        before = _DAY.fullmatch(keys[first - back]) if first >= back else None
        if before is not None and (back > 1 or _touch(text, row, first)):
            first, parts["day"] = first - back, int(before[1])
    link = last + (last < len(row) and keys[last] in _OF)
    if link < len(row) and _YEAR.fullmatch(keys[link]) and _touch(text, row, link):
        parts["year"], last = int(keys[link]), link + 1
    return _Read(first, last, parts)


def _touch(text: str, row: Words, index: int) -> bool:
    return _CLOSE.fullmatch(text, row.ends[index - 1], row.starts[index]) is not None


def _find_clocks(text: str, row: Words, base: Position, article: int) -> Iterator[StatedDate]:
    if not row.counts.keys().isdisjoint(CLOCK_WORDS):
        for index, key in enumerate(row.keys):
            if key in CLOCK_WORDS and index and row.keys[index - 1] in BEFORE_A_CLOCK:
                yield StatedDate(
                    Span(article, row.starts[index], row.ends[index]),
                    (Position(base + index), Position(base + index + 1)),
                    minute=CLOCK_WORDS[key],
                    has_half=True,
                    rounding=_read_rounding(row, index),
                )
    for match in CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2] or 0)
        half = (match[3] or "")[:1].lower()
        if (
            hour >= 24
            or minute >= 60
            or text[max(0, match.start() - 1) : match.start()] in (*".:,/-$€£0123456789",)
        ):
            continue
        if half in (_MORNING, _AFTERNOON):
            hour = hour % 12 + 12 * (half == _AFTERNOON)
        inside = row.find_overlaps(match.start(), match.end())
        if not inside:
            continue
        yield StatedDate(
            Span(article, match.start(), match.end()),
            (Position(base + inside.start), Position(base + inside.stop)),
            minute=60 * hour + minute,
            has_half=bool(half) or hour > 12,
            rounding=_read_rounding(row, inside.start),
        )
