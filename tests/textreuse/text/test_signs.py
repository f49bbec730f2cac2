from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse import split_words
from textreuse.text.signs import find_signs


def signs(text: str) -> list[tuple[str, str]]:
    words = split_words(text)
    return [(words.keys[index], sign) for index, sign in sorted(find_signs(text, words).items())]


@pytest.mark.parametrize(
    "text", ["$5", "$ 5", "5 $", "5$", "\uff04 5", "US$5", "5\u00a0$", "up $5, then"]
)
def test_a_currency_is_the_same_before_and_behind(text: str) -> None:
    assert ("5", "$") in signs(text)


@pytest.mark.parametrize(
    "text",
    ["5 million \u20ac", "5 Mio. \u20ac", "5\u00a0Mrd.\u00a0\u20ac", "5 mil millones \u20ac"],
)
def test_a_currency_may_stand_behind_a_multiple(text: str) -> None:
    assert signs(f"{text} more") == [("5", "\u20ac")]


def test_a_currency_before_the_next_number_is_not_that_of_the_one_before() -> None:
    assert signs("5 million $3 notes") == [("3", "$")]


@pytest.mark.parametrize(
    "text",
    [
        *("-3.5", "\u22123.5", "\u20133.5", "by -3.5.", "(-3.5)"),
        *("\u20113.5", "\ufe633.5", "\uff0d3.5"),
    ],
)
def test_a_minus_is_the_same_however_it_is_drawn(text: str) -> None:
    assert signs(text) == [("3.5", "-")]


@pytest.mark.parametrize("text", ["12%", "12 %", "12\u00a0%", "12\u202f%", "12\uff05", "12\u066a"])
def test_a_per_cent_sign_is_the_same_with_a_space(text: str) -> None:
    assert signs(text) == [("12", "%")]


@pytest.mark.parametrize("text", ["-$5", "$-5", "-5 $", "\u2212$5"])
def test_a_number_may_have_two_signs(text: str) -> None:
    assert signs(text) == [("5", "$-")]


@pytest.mark.parametrize(
    "text", ["10-15", "COVID-19", "2020\u201321", "5 - 3", "a - 3", "it cost 5", "$ and %", "$A"]
)
def test_a_range_a_name_and_a_dash_are_no_sign(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("5 $10 bills", [("10", "$")]),
        ("5\u20ac 7 times", [("5", "\u20ac")]),
        ("10-15%", [("15", "%")]),
        ("$5-$7", [("5", "$"), ("7", "$")]),
        ("<5 and >5", [("5", "<"), ("5", ">")]),
    ],
)
def test_a_sign_belongs_to_the_number_that_it_stands_at(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert signs(text) == found


@quick
@given(st.text("$\u20ac-+\u2212%123., \n\u00a0a\u0663天", max_size=30))
def test_only_numbers_have_signs(text: str) -> None:
    assert all(key[0].isdecimal() and sign for key, sign in signs(text))
