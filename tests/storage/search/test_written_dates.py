from __future__ import annotations

from datetime import date

import pytest

from storage.search import written_dates
from storage.search.written_dates import find_day, find_first_day


@pytest.fixture(autouse=True)
def on_a_sunday(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sunday(date):
        @classmethod
        def today(cls) -> Sunday:
            return cls(2026, 11, 29)

    monkeypatch.setattr(written_dates, "date", Sunday)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026", "2026-01-01"),
        ("2026-3", "2026-03-01"),
        ("2026-03-05", "2026-03-05"),
        ("yesterday", "2026-11-28"),
        ("last week", "2026-11-22"),
        ("3 March 2026", "2026-03-03"),
        ("March 2026", "2026-03-01"),
        ("Monday", "2026-11-23"),
        ("gestern", "2026-11-28"),
        ("vor 3 Tagen", "2026-11-26"),
        ("hier", "2026-11-28"),
        ("ayer", "2026-11-28"),
    ],
)
def test_it_is_what_people_write(written: str, day: str) -> None:
    assert find_first_day(written) == day


@pytest.mark.parametrize(
    "written",
    ["", "2026-13", "2026-02-30", "26", "3/4/2026", "nothing", "a", "yesterdy", "x" * 5_000, "٣"],
)
def test_nothing_else_is_a_date(written: str) -> None:
    assert find_first_day(written) is None


@pytest.mark.parametrize(
    "written",
    ["9 December 1999", "December 9, 1999", "9. Dezember 1999", "le 9 décembre 1999", "9 dic 1999"],
)
def test_a_day_can_be_told_in_full(written: str) -> None:
    assert find_day(written) == "1999-12-09"


@pytest.mark.parametrize(
    "written",
    ["December 1999", "9 December", "yesterday", "9 December 1999, 14:30", "9/12/1999", "soon", ""],
)
def test_less_or_more_than_a_day_is_none(written: str) -> None:
    assert find_day(written) is None
