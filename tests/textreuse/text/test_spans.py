from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.textreuse.stories import quick
from textreuse import Span, merge

SPANS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 20), st.integers(1, 10)).map(
        lambda drawn: Span(drawn[0], drawn[1], drawn[1] + drawn[2])
    )
)


def test_a_span_covers_its_start_and_not_its_end() -> None:
    assert Span(0, 3, 8).length == 5


def test_how_much_two_spans_have_in_common() -> None:
    assert Span(0, 0, 10).overlap(Span(0, 6, 20)) == 4
    assert Span(0, 6, 20).overlap(Span(0, 0, 10)) == 4
    assert Span(0, 0, 10).overlap(Span(0, 2, 5)) == 3
    assert Span(0, 0, 10).overlap(Span(0, 10, 12)) == 0
    assert Span(0, 0, 10).overlap(Span(1, 0, 10)) == 0


def test_spans_that_overlap_or_touch_become_one() -> None:
    assert merge([Span(0, 4, 9), Span(0, 0, 5), Span(0, 9, 12)]) == (Span(0, 0, 12),)


def test_spans_apart_or_in_other_articles_stay() -> None:
    apart = (Span(0, 0, 5), Span(0, 6, 9), Span(1, 9, 12))

    assert merge(reversed(apart)) == apart


@quick
@given(SPANS)
def test_merged_spans_cover_the_same_characters_once(spans: list[Span]) -> None:
    merged = merge(spans)
    characters = [(span.article, at) for span in merged for at in range(span.start, span.end)]

    assert characters == sorted(
        {(span.article, at) for span in spans for at in range(span.start, span.end)}
    )
    assert merge(merged) == merged
