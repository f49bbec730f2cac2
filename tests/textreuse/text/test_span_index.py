from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from textreuse import Span
from textreuse.text.span_index import SpanIndex

spans = st.builds(
    lambda article, start, length: Span(article, start, start + length),
    st.integers(0, 2),
    st.integers(0, 900),
    st.integers(0, 600),
)


@given(st.lists(spans), st.integers(0, 2), st.integers(0, 1600))
def test_what_covers_a_place_is_found_in_its_order(
    given_spans: list[Span], article: int, offset: int
) -> None:
    named = [(span, number) for number, span in enumerate(given_spans)]
    by_looking = [
        (span, number)
        for span, number in named
        if span.article == article and span.start <= offset < span.end
    ]
    assert SpanIndex(named).at(article, offset) == by_looking


@given(st.lists(spans), spans)
def test_what_meets_a_place_is_found_in_its_order(given_spans: list[Span], place: Span) -> None:
    named = [(span, number) for number, span in enumerate(given_spans)]
    by_looking = [(span, number) for span, number in named if span.overlap(place) > 0]
    assert SpanIndex(named).find_overlaps(place) == by_looking
