from __future__ import annotations

import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.search.query import Query, QueryTerm, parse_query
from storage.wording.written_dates import describe_readings

MARCH_OR_APRIL = ("2026-04-03", "2026-03-04")


def test_words_phrases_and_beginnings_are_told_apart() -> None:
    assert parse_query('tide "barrier alarm" flood*').terms == (
        QueryTerm("tide"),
        QueryTerm("barrier alarm"),
        QueryTerm("flood", is_beginning=True),
    )


def test_filters_are_no_words() -> None:
    query = parse_query('outlet:"The Herald" tag:#claim story:Vellmouth after:2026-02 before:2027')
    assert query._replace(doubts=()) == Query(
        (), ("The Herald",), ("claim",), ("Vellmouth",), "2026-02-01", "2027-01-01"
    )


@pytest.mark.parametrize("name", ["outlet", "source", "Source"])
def test_an_outlet_may_be_called_a_source_as_in_earlier_versions(name: str) -> None:
    query = parse_query(f'{name}:"The Herald" {name}:press owl')
    assert query == Query((QueryTerm("owl"),), ("The Herald", "press"))


def test_a_filter_without_a_use_is_searched_for() -> None:
    assert [term.text for term in parse_query("after:nothing outlet: source: time:out").terms] == [
        "after:nothing",
        "outlet:",
        "source:",
        "time:out",
    ]


@pytest.mark.parametrize(
    ("typed", "sentences"),
    [
        ("owl after:nothing", ("“nothing” is not a date; write it like 2026-03.",)),
        ("-before:3/4/2026", (f"{describe_readings('3/4/2026', MARCH_OR_APRIL)}; write which.",)),
        ("quay - pier", ("“-” leaves out what follows without a space: -word.",)),
        ("quay -", ()),
        ('quay "-" pier (bridge)', ()),
        ("outlt:fox", ("There is no filter “outlt:”; did you mean “outlet:”?",)),
        ("Befor:2026 befor:2027", ("There is no filter “Befor:”; did you mean “before:”?",)),
        ("https://a.example note: time:out 12:30 source:fox re:start", ()),
    ],
)
def test_what_cannot_be_meant_is_told(typed: str, sentences: tuple[str, ...]) -> None:
    assert parse_query(typed).notices[:1] == sentences


def test_a_filter_that_there_is_not_is_told_where_nothing_is_found() -> None:
    query = parse_query("foo:bar re:start https://a.example outlt:fox")
    there_are = "; there are outlet:, tag:, story:, after:, before:, coder:, coded:."
    assert query.explain(found=False) == (
        *query.notices,
        f"There is no filter “foo:”{there_are}",
    )
    assert query.explain(found=True) == query.notices != ()
    assert not query.has_filters


def test_a_minus_leaves_out() -> None:
    query = parse_query('quay -pier -"old harbour" -outlet:fox -tag:#claim -story:Gates -pi*')
    assert query.terms == (QueryTerm("quay"),)
    assert query.without == Query(
        (QueryTerm("pier"), QueryTerm("old harbour"), QueryTerm("pi", is_beginning=True)),
        ("fox",),
        ("claim",),
        ("Gates",),
    )
    assert parse_query("well-known - -- -(x)").without is None


@pytest.mark.parametrize(
    "typed",
    [
        *("quay NOT pier", "quay AND NOT pier", "NOT pier AND quay", "quay !pier", "quay && -pier"),
        *("quay –pier", "quay −pier", "quay －pier", "quay ！pier", "quay -“pier”", "quay -«pier»"),
    ],
)
def test_what_is_left_out_is_written_in_many_ways(typed: str) -> None:
    query = parse_query(typed)
    assert query == Query((QueryTerm("quay"),), without=Query((QueryTerm("pier"),)))


@pytest.mark.parametrize(
    "typed", ["quay and not pier", '"NOT" "AND"', "quay NOT", "OR", "AND", "-"]
)
def test_what_joins_words_may_be_a_word(typed: str) -> None:
    query = parse_query(typed)
    assert [term.text for term in query.terms] == typed.replace('"', "").replace("-", "").split()
    assert (query.without, query.notices) == (None, ())


@pytest.mark.parametrize(
    "typed",
    [
        *("quay OR pier", "quay | pier", "-(quay pier)", "NOT (quay OR pier)", "*pier", "-*pier"),
        "quay NEAR/3 pier",
    ],
)
def test_what_a_query_cannot_say_is_told_in_one_sentence(typed: str) -> None:
    (told,) = parse_query(typed).notices
    assert told.startswith("A search finds what has all of its words, and none with “-” before it")


def test_a_date_is_told_where_nothing_is_found() -> None:
    query = parse_query("after:2026-03 before:2027 -after:2028")
    assert query.explain(found=True) == ()
    assert query.explain(found=False) == (
        "“after:” finds articles dated on 2026-03-01 or later, and none without a date.",
        "“before:” finds articles dated before 2027-01-01, and none without a date.",
    )


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("barn ow", [("barn", False), ("ow", True)]),
        ("barn ow ", [("barn", False), ("ow", False)]),
        ("Steele outlet:fox", [("Steele", False)]),
        ('"barn ow', [("barn ow", False)]),
        ("quay -pi", [("quay", False)]),
    ],
)
def test_a_word_at_the_end_of_an_unfinished_query_may_be_a_beginning(
    typed: str, terms: list[tuple[str, bool]]
) -> None:
    query = parse_query(typed, is_unfinished=True)
    assert [(term.text, term.is_beginning) for term in query.terms] == terms
    assert query.without is None or query.without.terms == (QueryTerm("pi", is_beginning=True),)


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
