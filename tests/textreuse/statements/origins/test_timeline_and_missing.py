from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.textreuse.statements.origins.reports import CLOSING, COPY, OTHER, RIVAL, SAID
from textreuse import Span, Statements, compare, find_statements
from textreuse.statements.origins.find_missing import find_missing
from textreuse.statements.origins.timeline import find_timeline


def state(*texts: str, published: Sequence[str | None] | None = None) -> Statements:
    return find_statements(compare(texts), names="ABCDEFGH"[: len(texts)], published=published)


def test_what_most_others_have_is_missing_with_those_who_carry_it() -> None:
    texts = f"{COPY}\n\n{SAID}", f"{RIVAL}\n\n{SAID}", f"{OTHER}\n\n{CLOSING}"
    assert [one.carriers for one in state(*texts).missing_here(2)] == [(0, 1)]
    assert state(*texts).missing_here(0) == ()


def test_what_one_other_has_is_not_missing() -> None:
    assert state(COPY, RIVAL).missing_here(0) == ()
    assert state(f"{COPY} {SAID}", SAID, OTHER, RIVAL, CLOSING, "").missing_here(4) == ()


@pytest.mark.parametrize(
    "stock",
    [
        "according to two people familiar with the matter who spoke on condition of anonymity",
        "says Ada Brenn, a research fellow at the Ostermoor Institute for Rail and Road Safety",
        "a spokesman for the ministry said in a statement on Tuesday morning",
    ],
)
def test_stock_phrases_and_attributions_are_not_missing(stock: str) -> None:
    texts = [f"{COPY} Trains stood still, {stock}.", f"{RIVAL} Nobody came, {stock}.", OTHER]
    statements = state(*texts)
    assert any(stock[:20] in texts[0][span.start : span.end] for span in shared_by_two(statements))
    assert statements.missing_here(2) == ()


def test_what_somebody_said_in_common_words_is_missing() -> None:
    said = "“Not a single thing they told us then was accurate,” Brenn said."
    found = state(f"{COPY}\n\n{said}", f"{RIVAL}\n\n{said}", OTHER).missing_here(2)
    assert [one.carriers for one in found] == [(0, 1)]


def shared_by_two(statements: Statements) -> list[Span]:
    return [group.spans[0] for group in statements.comparison.groups]


def test_who_has_most_of_a_passage_in_another_group_carries_it() -> None:
    cut = COPY.rsplit(". ", 1)[0] + "."
    statements = state(COPY, COPY, f"{cut} {RIVAL}")
    assert all(2 in one.carriers for one in find_missing(statements.comparison, 2))


def test_a_passage_is_traced_from_first_to_last() -> None:
    published = ["2026-03-06", "2026-03-05", None]
    statements = state(COPY, f"{RIVAL} {COPY}", f"{COPY} {OTHER}", published=published)
    trace = statements.trace(statements.comparison.groups[0].spans)
    assert [(one.article, one.rank, one.gap) for one in trace.carriers] == [
        (1, 1, ""),
        (0, 2, "1 day"),
        (2, None, ""),
    ]
    assert "An order, not a proof" in trace.why
    assert "C has no date" in trace.why
    assert all(one.spans for one in trace.carriers)


def test_nothing_tells_who_was_first_without_dates_or_on_one_day() -> None:
    statements = state(COPY, COPY)
    spans = statements.comparison.groups[0].spans
    assert statements.trace(spans).why == "No dates are known: nothing tells who had it first."
    tied = state(COPY, COPY, published=["2026-03-05", "2026-03-05T10:00:00Z"])
    assert tied.trace(spans).why.startswith("Nothing tells which of A and B had it first.")


def test_a_timeline_has_rows_marks_and_edges() -> None:
    published = ["2026-03-06", "2026-03-05", None]
    statements = state(COPY, f"{COPY} {RIVAL} {OTHER}", f"{CLOSING} {SAID}", published=published)
    found = find_timeline(statements.comparison.groups, statements.origins, [(7, [0, 2]), (8, [1])])
    assert [row.article for row in found.rows] == [1, 0, 2]
    assert {(mark.what, mark.id, mark.article) for mark in found.marks} == {
        ("group", 1, 0),
        ("group", 1, 1),
        ("utterance", 7, 0),
        ("utterance", 7, 2),
    }
    (edge,) = found.edges
    assert (edge.source, edge.target, edge.kind, edge.is_main) == (1, 0, "descent", True)
    assert edge.words == statements.origins.overlaps[0].alike_words > 40
