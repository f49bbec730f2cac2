"""What a stated date is: a day, month or year, or a time of day, as a text tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from textreuse.text.corpus import Stretch
from textreuse.text.spans import Span

_WEEK = 7
_HALF_A_YEAR = 183


class StatedDate(NamedTuple):
    """A date or time, as far as the text tells it: what it does not tell is None."""

    span: Span
    at: Stretch
    """The positions of its words."""
    weekday: int | None = None
    """0 for Monday."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    from_today: int | None = None
    """Days from the day of publication."""
    minute: int | None = None
    """The time of day, in minutes from midnight, or from noon and midnight alike."""
    has_half: bool = False
    """Whether it says which half of the day."""
    rounding: str | None = None
    """The word before it that says that it is rounded, or a part of what it names: "early".

    With an "s" behind it for a decade, which is told by its first year.
    """
    part: str | None = None
    """Which part of its day it names."""
    whole: Span | None = None
    """The place with the words of that part: "Tuesday morning"."""

    def list_days(self, published: date | None) -> frozenset[date] | None:
        """Return the days that it may mean, told on the day `published`; None if that is open.

        A weekday is the last one or the next; a day without a year the nearest one.
        """
        if self.from_today is not None and published is not None:
            return _collect([_move(published, self.from_today)])
        if self.month is not None and self.day is not None:
            return self._list_of_month(published)
        if self.weekday is not None and published is not None:
            back = (published.weekday() - self.weekday) % _WEEK
            return _collect([_move(published, -back), _move(published, _WEEK - back)])
        return None

    def _list_of_month(self, published: date | None) -> frozenset[date] | None:
        if self.month is None or self.day is None:
            return None
        if self.year is not None:
            return _collect([_make_day(self.year, self.month, self.day)])
        if published is None:
            return None
        years = range(published.year - 1, published.year + 2)
        days = [day for year in years if (day := _make_day(year, self.month, self.day))]
        return _collect(day for day in days if abs((day - published).days) <= _HALF_A_YEAR)


def read_day(published: str | None) -> date | None:
    """Return the day of a date or time in ISO 8601; None where it is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _make_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _move(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _collect(days: Iterator[date | None] | list[date | None]) -> frozenset[date] | None:
    return frozenset(day for day in days if day is not None) or None
