from __future__ import annotations

from datetime import date

import pytest

from textreuse.statements.disagreements.dates.find_dates import find_dates
from textreuse.statements.disagreements.dates.stated_date import StatedDate, read_day
from textreuse.text.corpus import build_corpus
from textreuse.text.prepared_text import PreparedText

Told = tuple[str, dict[str, object]]

PUBLISHED = date(2026, 3, 5)
"""A Thursday."""


def read(text: str) -> list[StatedDate]:
    return find_dates(build_corpus([PreparedText(text)]), 0)


def find(text: str) -> list[Told]:
    """Return the words of each date, and what they tell."""
    return [
        (
            text[one.span.start : one.span.end],
            {
                name: value
                for name, value in one._asdict().items()
                if name not in ("span", "at", "whole") and value not in (None, False)
            },
        )
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It opens on Saturday.", ("Saturday", {"weekday": 5})),
        ("It opens on March 3.", ("March 3", {"month": 3, "day": 3})),
        ("It opens on March 3, 2026.", ("March 3, 2026", {"month": 3, "day": 3, "year": 2026})),
        ("It opens on 3 March 2026.", ("3 March 2026", {"month": 3, "day": 3, "year": 2026})),
        ("It opens on the 3rd of March.", ("3rd of March", {"month": 3, "day": 3})),
        ("It opened in May.", ("May", {"month": 5})),
        ("It opened in early July.", ("July", {"month": 7, "rounding": "early", "part": "early"})),
        ("It opened late Friday.", ("Friday", {"weekday": 4, "rounding": "late", "part": "late"})),
        ("On Tuesday evening it burned.", ("Tuesday", {"weekday": 1, "part": "evening"})),
        ("On Tuesday, evening fell early.", ("Tuesday", {"weekday": 1})),
        ("It was built in 1887.", ("1887", {"year": 1887})),
        ("It was built in the 1880s.", ("1880s", {"year": 1880, "rounding": "s"})),
        (
            "In the late 1880s it was built.",
            ("1880s", {"year": 1880, "rounding": "lates", "part": "late"}),
        ),
        ("It opened yesterday.", ("yesterday", {"from_today": -1})),
        ("It was at 3.20 a.m. and dark.", ("3.20 a.m.", {"minute": 200, "has_half": True})),
        ("It was at 5 p.m. and dark.", ("5 p.m.", {"minute": 1020, "has_half": True})),
        ("It was at 15:40 and dark.", ("15:40", {"minute": 940, "has_half": True})),
        ("Es war am 3. Mai 2026 hell.", ("3. Mai 2026", {"month": 5, "day": 3, "year": 2026})),
        ("Es war am Donnerstag hell.", ("Donnerstag", {"weekday": 3})),
        ("C'était le 3 août 2026.", ("3 août 2026", {"month": 8, "day": 3, "year": 2026})),
        ("Fue el 3 de mayo de 2026.", ("3 de mayo de 2026", {"month": 5, "day": 3, "year": 2026})),
    ],
)
def test_dates_and_times(text: str, told: Told) -> None:
    assert find(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "They may march when the sun is out.",
        "May we sit?",
        "It cost $1887.",
        "The score was 3:2 in the end.",
        "It was 2.47 metres high.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It opened yesterday.", {date(2026, 3, 4)}),
        ("It opened on Monday.", {date(2026, 3, 2), date(2026, 3, 9)}),
        ("It opened on March 3.", {date(2026, 3, 3)}),
        ("It opened on December 30.", {date(2025, 12, 30)}),
        ("It opened on May 11, 2019.", {date(2019, 5, 11)}),
        ("It opened on February 30, 2019.", None),
        ("It opened in 2019.", None),
    ],
)
def test_days_are_told_from_the_day_of_publication(text: str, days: set[date] | None) -> None:
    (told,) = read(text)
    assert told.list_days(PUBLISHED) == days


def test_without_a_day_of_publication_days_stay_open() -> None:
    (told,) = read("It opened yesterday.")
    assert told.list_days(None) is None


def test_what_is_no_day_of_publication() -> None:
    assert read_day("2026-03-05T15:40:00Z") == PUBLISHED
    assert [read_day(told) for told in (None, "", "soon", "2026-13-01")] == [None] * 4


def test_the_part_of_a_day_is_part_of_the_place() -> None:
    (told,) = read("The library burned on Monday evening.")
    assert told.whole is not None
    assert told.whole[1:] == (22, 36)
