from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.textreuse.statements.origins.reports import CLOSING, COPY, OTHER, RIVAL, SAID
from textreuse import Origins, classify_derivation, compare, find_statements

DAYS = ["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"]


def origins(
    *texts: str,
    published: Sequence[str | None] | None = None,
    outlets: Sequence[str | None] | None = None,
) -> Origins:
    names = [chr(ord("A") + index) for index in range(len(texts))]
    return find_statements(
        compare(texts), names=names, published=published, outlets=outlets
    ).origins


def groups(found: Origins) -> list[tuple[tuple[int, ...], str]]:
    return [(one.articles, one.kind) for one in found.independent]


def test_words_alike_without_a_credit_come_from_one_origin_that_is_not_known() -> None:
    found = origins(COPY, f"{COPY} {RIVAL}", OTHER)
    assert groups(found) == [((0, 1), "unknown"), ((2,), "outlet")]
    assert found.independent[0].why.startswith("A and B have words alike outside quotations")
    assert {span.article for span in found.independent[0].evidence} == {0, 1}


def test_the_same_quotation_joins_nobody() -> None:
    found = origins(f"{RIVAL}\n\n{SAID}", f"{OTHER}\n\n{SAID}")
    assert groups(found) == [((0,), "outlet"), ((1,), "outlet")]
    (overlap,) = found.overlaps
    assert (overlap.kind, overlap.later) == ("quotations", None)
    assert min(overlap.in_quotations) > 20
    assert found.independent[0].why == "A shares quotations with others, and little else."


def test_without_marks_the_same_words_do() -> None:
    told = SAID.replace("“", "").replace("”", "")
    found = origins(f"{RIVAL}\n\n{told}", f"{OTHER}\n\n{told}")
    assert groups(found) == [((0, 1), "unknown")]


def test_an_agency_that_is_credited_is_the_origin() -> None:
    found = origins(f"OSTERMOOR (dpa) - {COPY}", f"{COPY} {CLOSING}", RIVAL)
    assert groups(found) == [((0, 1), "wire"), ((2,), "outlet")]
    assert found.independent[0].name == "dpa"
    assert "A names dpa" in found.independent[0].why


def test_an_agency_that_gave_a_part_does_not_make_an_article_of_its_own_a_dispatch() -> None:
    found = origins(f"{COPY}\n\nThe Associated Press contributed to this report.", RIVAL)
    assert groups(found) == [((0,), "outlet"), ((1,), "outlet")]
    assert "AP gave a part" in found.independent[0].why


def test_an_article_signed_by_an_agency_is_its_own_where_nobody_else_has_it() -> None:
    found = origins(f"OSTERMOOR (AP) - {COPY}", RIVAL)
    assert groups(found) == [((0,), "wire"), ((1,), "outlet")]


def test_a_press_release_is_the_origin_where_articles_speak_of_it_beside_what_they_share() -> None:
    told = COPY.replace("Engineers said", "Engineers said in a press release that")
    assert groups(origins(told, f"{told} {CLOSING}")) == [((0, 1), "release")]
    # Not where it is about something else.
    apart = f"{COPY} {RIVAL}\n\nThe ministry was silent, but for a press release on bees."
    assert groups(origins(COPY, apart)) == [((0, 1), "unknown")]


def test_a_statement_is_the_origin_where_much_of_what_articles_have_alike_is_from_it() -> None:
    told = (
        "The operator of the line said in a written statement that it would lift the wagons, mend"
        " the points, pay every gardener for his cabbages and answer all letters of the union."
    )
    found = origins(f"{RIVAL} {told}", f"{told} {OTHER}")
    assert groups(found) == [((0, 1), "release")]
    assert found.independent[0].why.endswith(
        "and A and B speak of a press release or statement there."
    )
    # Not where the rest is alike as well.
    assert groups(origins(f"{COPY} {OTHER} {told} {CLOSING}", f"{COPY} {OTHER} {told}")) == [
        ((0, 1), "unknown")
    ]


def test_who_was_first_and_holds_more_is_the_origin_where_dates_tell() -> None:
    texts = f"{COPY} {RIVAL} {OTHER}", f"{COPY} {CLOSING}"
    found = origins(*texts, published=DAYS[:2], outlets=["Owl", "Heron"])
    assert groups(found) == [((0, 1), "outlet")]
    assert found.independent[0].name == "Owl"
    (overlap,) = found.overlaps
    assert (overlap.kind, overlap.later) == ("outlet to outlet", 1)
    # Against the dates, or without them, nothing tells it.
    for published in (DAYS[1::-1], [DAYS[0], DAYS[0]], [None, DAYS[0]]):
        found = origins(*texts, published=published)
        assert groups(found) == [((0, 1), "unknown")]
        assert found.overlaps[0].kind == "common origin"


def test_copies_that_hold_as_much_of_each_other_have_no_order() -> None:
    found = origins(COPY, COPY, published=DAYS[:2])
    assert groups(found) == [((0, 1), "unknown")]


def test_the_agency_itself_is_before_those_who_print_it() -> None:
    found = origins(
        f"OSTERMOOR (Fenwold) - {COPY}",
        f"{COPY} {OTHER} {RIVAL}",
        published=DAYS[:2],
        outlets=["Fenwold Press Agency", "Owl"],
    )
    assert groups(found) == [((0, 1), "wire")]
    assert found.overlaps[0].later == 1


def test_a_round_up_does_not_join_what_it_was_made_of() -> None:
    texts = f"{COPY} {CLOSING} {CLOSING[:40]}", f"{RIVAL} {OTHER}", f"{COPY} {RIVAL}"
    agency = "OSTERMOOR (Fenwold) - "
    found = origins(
        agency + texts[0],
        agency + texts[1],
        texts[2],
        published=DAYS[:3],
        outlets=["Fenwold", "Fenwold", "Owl"],
    )
    assert len(found.independent) == 2
    # Without dates it may be that all come from the third.
    assert len(origins(*texts).independent) == 1


def test_nothing_derives_from_what_came_later() -> None:
    first, second = origins(COPY, COPY, published=DAYS[:2]).derivations
    assert (first.derivation, first.words, first.sources) == ("not", 0, ())
    assert second.derivation == "wholly"
    assert second.sources == ((0, second.words),)
    assert second.words == second.of


def test_without_dates_derivations_are_those_of_the_engine() -> None:
    texts = [COPY, f"{COPY} {RIVAL}", f"{OTHER} {SAID}", ""]
    comparison = compare(texts)
    found = origins(*texts).derivations
    assert [one.derivation for one in found] == [
        classify_derivation(comparison, article) for article in range(4)
    ]
    assert [one.article for one in found] == [0, 1, 2, 3]


def test_where_boilerplate_is_left_out_of_the_count_that_is_said() -> None:
    plain, with_boilerplate = origins(COPY, f"{COPY}\n\nSign up for our newsletter").derivations
    assert plain.of == with_boilerplate.of
    assert f"of the {plain.of:,} words in A stand in B" in plain.why
    assert f"of the {plain.of:,} words outside boilerplate in B stand in A" in with_boilerplate.why


def test_one_article_is_one_origin() -> None:
    found = origins(COPY)
    assert groups(found) == [((0,), "outlet")]
    assert found.independent[0].why == "A is the only article."
    assert found.overlaps == ()


def test_articles_come_in_the_order_of_publication_with_gaps_and_ties() -> None:
    published = ["2026-03-06T10:00:00Z", None, "2026-03-05T09:30:00Z", "2026-03-06T12:25:00Z"]
    found = origins("a", "b", "c", "d", published=published).order
    assert [(one.article, one.rank, one.gap) for one in found] == [
        (2, 1, ""),
        (0, 2, "24 h 30 min"),
        (3, 3, "2 h 25 min"),
        (1, None, ""),
    ]
    tied = origins("a", "b", published=["2026-03-05", "2026-03-05T10:00:00Z"]).order
    assert [one.rank for one in tied] == [1, 1]


PARTS = st.lists(
    st.sampled_from([COPY, RIVAL, OTHER, SAID, CLOSING, "OSTERMOOR (AP) - ", "in a press release"]),
    max_size=3,
).map("\n".join)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(PARTS, st.sampled_from([None, *DAYS])), min_size=1, max_size=4), st.data()
)
def test_another_order_renumbers_and_changes_nothing_else(
    articles: list[tuple[str, str | None]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(articles))))
    texts, dates = [text for text, _ in articles], [date for _, date in articles]
    one = origins(*texts, published=dates)
    other = origins(*(texts[at] for at in order), published=[dates[at] for at in order])
    assert sorted(article for group in one.independent for article in group.articles) == list(
        range(len(texts))
    )
    assert {(frozenset(group.articles), group.kind, group.name) for group in one.independent} == {
        (frozenset(order[at] for at in group.articles), group.kind, group.name)
        for group in other.independent
    }
    assert len(one.overlaps) == len(list(combinations(texts, 2)))
    found = {frozenset(pair.articles): pair for pair in one.overlaps}
    for pair in other.overlaps:
        same = found[frozenset(order[at] for at in pair.articles)]
        assert (same.kind, same.alike_words) == (pair.kind, pair.alike_words)
        assert same.later == (None if pair.later is None else order[pair.later])
    for group in one.independent:
        for span in group.evidence:
            assert 0 <= span.start < span.end <= len(texts[span.article])


@pytest.mark.parametrize("text", ["", "\x00", "(", "(AP) -", "“", "by", "🙂" * 40])
def test_any_text_has_an_origin(text: str) -> None:
    assert sum(len(one.articles) for one in origins(text, text, COPY).independent) == 3
