from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.wording import written_dates
from storage.wording.written_dates import (
    ReadDate,
    describe_readings,
    find_first_day,
    parse_date,
    read_date,
)
from tests.storage.desk import thoroughly


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
        ("ieri", "2026-11-28"),
        ("25/3/2026", "2026-03-25"),
        ("05.03.2026", "2026-03-05"),
    ],
)
def test_it_is_what_people_write(written: str, day: str) -> None:
    assert find_first_day(written) == ReadDate(day)


@pytest.mark.parametrize(
    "written",
    ["", "2026-13", "2026-02-30", "26", "31/2/2026", "nothing", "a", "yesterdy", "x" * 5_000, "٣"],
)
def test_nothing_else_is_a_date(written: str) -> None:
    assert find_first_day(written) == ReadDate()


FIFTH_OR_MAY = ("2026-03-05", "2026-05-03")


@pytest.mark.parametrize("written", ["05/03/2026", "5/3/2026", "05-03-2026", "Thu 5/3/26"])
@pytest.mark.parametrize("language", ["", "en", "fr-CA", "zh", "xx"])
def test_what_may_be_two_days_is_not_guessed_at(written: str, language: str) -> None:
    assert read_date(written, language) == ReadDate(readings=FIFTH_OR_MAY)
    assert find_first_day(written) == ReadDate(readings=FIFTH_OR_MAY)


def test_both_readings_are_told() -> None:
    assert describe_readings("05/03/2026", FIFTH_OR_MAY) == (
        "“05/03/2026” may be 5 March 2026 (2026-03-05) or 3 May 2026 (2026-05-03)"
    )


@pytest.mark.parametrize(
    ("language", "day"),
    [
        *(("en-GB", "2026-03-05"), ("en_AU", "2026-03-05"), ("en-US", "2026-05-03")),
        *(("de", "2026-03-05"), ("de-CH", "2026-03-05"), ("fr", "2026-03-05")),
        *(("es-MX", "2026-03-05"), ("pt-BR", "2026-03-05"), ("ru", "2026-03-05")),
    ],
)
def test_a_language_says_which_day_is_meant(language: str, day: str) -> None:
    assert read_date("05/03/2026", language) == ReadDate(day)


@pytest.mark.parametrize(
    "written",
    [
        *("5 March 2026", "March 5, 2026", "March 5th, 2026", "Thursday, 5 March 2026"),
        *("5. März 2026", "le 5 mars 2026", "5 de marzo de 2026", "5 marzo 2026", "5 maart 2026"),
        *("05.03.2026", "5. 3. 2026", "2026/03/05", "2026.3.5", "2026. 3. 5.", "2026-3-5"),
        *("2026年3月5日", "2026년 3월 5일", "20260305", "2026-03-05T00:00:00"),
        *("令和8年3月5日", "民國115年3月5日", "2026年3月5日 木曜日", "목요일, 2026년 3월 5일"),
        *("czwartek, 5 marca 2026", "čtvrtek 5. března 2026", "torsdag 5. marts 2026"),
        *("5 Mart 2026 Perşembe", "joi, 5 martie 2026", "четвер, 5 березня 2026 р."),
        *("2026. március 5. csütörtök", "torstai 5. maaliskuuta 2026", "5 de març de 2026"),
        *("Πέμπτη, 5 Μαρτίου 2026", "الخميس 5 مارس 2026", "יום חמישי, 5 במרץ 2026"),
        *("5 Maret 2026", "วันพฤหัสบดีที่ 5 มีนาคม 2569", "Publié le 2026-03-05"),
    ],
)
def test_a_day_can_be_told_in_many_ways(written: str) -> None:
    assert read_date(written) == ReadDate("2026-03-05")


@pytest.mark.parametrize(
    ("written", "language"),
    [("5 marca 2026", "pl"), ("5. března 2026", "cs"), ("2026. március 5.", "hu")],
)
def test_a_month_is_read_in_its_own_language(written: str, language: str) -> None:
    assert read_date(written, language) == ReadDate("2026-03-05")


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("Thu, 05 Mar 2026 10:30:00 +0100", "2026-03-05T09:30:00Z"),
        ("05.03.2026, 14:30 Uhr", "2026-03-05T14:30:00Z"),
        ("25/03/2026 9h05", "2026-03-25T09:05:00Z"),
        ("March 5, 2026 3:30 PM EST", "2026-03-05T20:30:00Z"),
        ("2026-03-05T10:00:00 (UTC +01:00)", "2026-03-05T09:00:00Z"),
        ("5 March 2026 at 9:05 GMT", "2026-03-05T09:05:00Z"),
        ("Publié le 25/03/2026 à 09:05", "2026-03-25T09:05:00Z"),
        ("1772701500", "2026-03-05T09:05:00Z"),
        ("1772701500000", "2026-03-05T09:05:00Z"),
    ],
)
def test_a_time_is_told_in_utc(written: str, time: str) -> None:
    assert read_date(written) == ReadDate(time)


@pytest.mark.parametrize(
    "written",
    [
        *("March 2026", "5 March", "yesterday", "2026", "31/02/2026", "soon", "", "x" * 5_000),
        *("5" * 99, "2026030512", "5 listopada 2026", "The 5 best of 2026"),
    ],
)
def test_less_than_a_day_is_none(written: str) -> None:
    assert read_date(written, "de") == ReadDate()


@thoroughly
@given(st.dates(date(1900, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y/%m/%d", "%d %B %Y"]))
def test_any_day_is_read_again(day: date, form: str) -> None:
    assert read_date(day.strftime(form)) == ReadDate(day.isoformat())


@thoroughly
@given(st.text("0123456789./-: aMàp年月日,", max_size=30))
def test_whatever_is_written_is_a_day_or_none(written: str) -> None:
    found = read_date(written)

    assert not found.date or parse_date(found.date) == found.date
    assert len(found.readings) in (0, 2)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026-03-05", "2026-03-05"),
        (" 20260305 ", "2026-03-05"),
        ("2026-03-05T00:00:00", "2026-03-05"),
        ("2026-03-05T10:00:00", "2026-03-05T10:00:00Z"),
        (" 2026-03-05T10:00:00Z ", "2026-03-05T10:00:00Z"),
        ("2026-03-05T10:00:00.5-05:00", "2026-03-05T15:00:00Z"),
        ("2026-03-05T01:00:00+02:00", "2026-03-04T23:00:00Z"),
        ("2026-03-05 01:00:00 +02:00", "2026-03-04T23:00:00Z"),
        ("2026-03-05 01:00:00 +0200", "2026-03-04T23:00:00Z"),
        ("0001-01-01T00:00:00+05:00", None),
        ("2026-02-31", None),
        ("last Thursday", None),
        ("20260305.5", None),
        ("", None),
    ],
)
def test_dates_are_told_as_iso_8601(written: str, iso: str | None) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-05T09:30:00Znonsense",
        "2026-03-05 9:30 nonsense",
        "13/03/2026 9:30 by Nell Harker",
        "2026-03-05 nonsense",
    ],
)
def test_a_date_with_something_else_behind_it_is_none(written: str) -> None:
    assert read_date(written) == ReadDate()


@pytest.mark.parametrize(
    "written",
    ["13.03.2026, 9.30 Uhr", "3/13/2026 9:30 p.m. ET", "2026-03-13 09:30 GMT+0100 (CET)"],
)
def test_what_belongs_to_a_time_may_stand_behind_it(written: str) -> None:
    assert read_date(written).date.startswith("2026-03-1")
