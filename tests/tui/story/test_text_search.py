from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textreuse import Span
from tui.story.page import Page
from tui.story.text_search import TextSearch


def search(query: str, *texts: str) -> TextSearch:
    made = TextSearch([Page(text) for text in texts])
    made.look_for(query)
    return made


def found(query: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in search(query, text).found]


@pytest.mark.parametrize(
    ("query", "text", "places"),
    [
        ("the GATE", "The gate, the\n  gate.", ["The gate", "the\n  gate"]),
        ('"no"', "“No” and «no»", ["“No”", "«no»"]),
        ("well-known", "a well\u2011known man", ["well\u2011known"]),
        ("café", "Cafe\u0301 or café", ["Cafe\u0301", "café"]),
        ("cafe", "café", []),
        ("fire", "ﬁre and soft\u00adfire", ["ﬁre", "fire"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("大雨", "昨日大雨，今日大雨", ["大雨", "大雨"]),
        ("👍🏽", "yes 👍🏽 no", ["👍🏽"]),
        ("   ", "some   blanks", []),
    ],
)
def test_a_query_finds_every_spelling_of_its_words(
    query: str, text: str, places: list[str]
) -> None:
    assert found(query, text) == places


@given(st.text(), st.text(min_size=1))
def test_a_piece_of_a_text_is_found_in_it_where_it_was_cut(before: str, piece: str) -> None:
    made = search(piece, before + "\n" + piece + "\n")
    if piece.isascii() and piece.strip():
        assert made.found
    for span in made.found:
        assert 0 <= span.start < span.end <= len(before) + len(piece) + 2


def test_matches_are_gone_through_over_all_articles_and_round() -> None:
    made = search("bell", "bell bell", "no", "a bell")
    first, second, third = made.found
    assert third == Span(2, 2, 6)
    assert made.find_after(0, 0, 1) == (second, False)
    assert made.find_after(0, 7, 1) == (third, False)
    assert made.find_after(2, 2, 1) == (first, True)
    assert made.find_after(1, 0, 1) == (third, False)
    assert made.find_after(1, 0, -1) == (second, False)
    assert made.find_after(0, 6, -1) == (first, False)
    assert made.find_after(0, 0, -1) == (third, True)
    assert [made.count(article) for article in range(3)] == [2, 0, 1]


def test_what_is_nowhere_is_not_gone_to() -> None:
    assert search("bell", "drum").find_after(0, 0, 1) is None
