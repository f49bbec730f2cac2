from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from storage.export.marked_words import mark_added, mark_removed
from tests.storage.desk import OWL, quickly
from textreuse import Span


def test_what_lies_outside_marks_nothing() -> None:
    span = Span(0, 2, 10)
    changed = [Span(0, 0, 3), Span(0, 5, 7), Span(0, 7, 8), Span(0, 40, 45), Span(1, 8, 9)]

    pieces = mark_removed(OWL, span, changed)

    assert [(one.how, one.ours) for one in pieces] == [
        ("deleted", "b"),
        ("same", "ar"),
        ("deleted", "n o"),
        ("same", "wl"),
    ]


@quickly
@given(st.text(max_size=40), st.data())
def test_the_pieces_are_the_words(text: str, data: st.DataObject) -> None:
    places = st.tuples(*[st.integers(0, len(text))] * 2).map(sorted)
    span = Span(0, *data.draw(places))
    changed = [Span(0, *one) for one in data.draw(st.lists(places, max_size=6))]

    for pieces in (mark_removed(text, span, changed), mark_added(text, span, changed)):
        assert "".join(one.ours or one.theirs for one in pieces) == text[span.start : span.end]
        assert all(one.ours or one.theirs for one in pieces)
