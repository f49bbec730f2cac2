from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.search.query import Query, QueryTerm, parse_query


def test_words_phrases_and_beginnings_are_told_apart() -> None:
    assert parse_query('tide "barrier alarm" flood*').terms == (
        QueryTerm("tide"),
        QueryTerm("barrier alarm"),
        QueryTerm("flood", is_beginning=True),
    )


def test_filters_are_no_words() -> None:
    query = parse_query('outlet:"The Herald" tag:#claim story:Vellmouth after:2026-02 before:2027')
    assert query == Query(
        (), ("The Herald",), ("claim",), ("Vellmouth",), "2026-02-01", "2027-01-01"
    )


@pytest.mark.parametrize("name", ["outlet", "source", "Source"])
def test_an_outlet_may_be_called_a_source_as_in_earlier_versions(name: str) -> None:
    query = parse_query(f'{name}:"The Herald" {name}:press owl')
    assert query == Query((QueryTerm("owl"),), ("The Herald", "press"))


def test_a_filter_without_a_use_is_searched_for() -> None:
    assert [term.text for term in parse_query("after:noon outlet: source: time:out").terms] == [
        "after:noon",
        "outlet:",
        "source:",
        "time:out",
    ]


def test_an_unclosed_quote_ends_with_the_line() -> None:
    assert parse_query('flood "in the town').terms == (QueryTerm("flood"), QueryTerm("in the town"))


def test_what_has_no_letter_is_no_term() -> None:
    assert parse_query('* () "--" ^ :').terms == ()


def test_nothing_stands_in_a_query_twice() -> None:
    once = parse_query("owl owl* outlet:press tag:bird story:news")

    assert parse_query("owl owl* outlet:press tag:bird story:news " * 3) == once


@given(st.text(max_size=60))
@example('"" AND NOT (x* OR NEAR("y" z, 3)) ^a col:b -c')
@example("a\0b")
def test_every_text_is_a_query_that_fts5_takes(typed: str) -> None:
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        for term in parse_query(typed.encode("utf-8", "replace").decode()).terms:
            database.execute("SELECT * FROM t WHERE t MATCH ?", [term.expression]).fetchall()
    finally:
        database.close()
