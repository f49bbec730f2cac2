from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import examples
from tui.story.page import Page, Unit

TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ab .\n\u0301\u200d👩👧🇩🇪é東ไท"),
    ),
    max_size=80,
)


@pytest.mark.parametrize("unit", ["character", "word", "sentence", "paragraph"])
@given(text=TEXTS)
@example(text="0\u0e31")
@example(text=" \u0301")
@examples(60)
def test_going_on_always_arrives_at_the_end_and_back_at_the_start(unit: Unit, text: str) -> None:
    page = Page(text)
    at = page.first
    for _ in range(len(text) + 1):
        following = page.find_next(unit, at)
        assert following >= at
        at = following
    assert at == page.last
    for _ in range(len(text) + 1):
        before = page.find_previous(unit, at)
        assert before <= at
        at = before
    assert at == page.first


@given(text=TEXTS)
@examples(100)
def test_every_offset_lies_in_one_grapheme(text: str) -> None:
    page = Page(text)
    for offset in range(len(text)):
        start, end = page.grapheme_at(offset)
        assert start <= offset < end
        assert page.grapheme_at(start) == (start, end)


def test_a_page_grows_what_is_selected_to_whole_units() -> None:
    page = Page("One is. Two is.\n\nThree is.")
    assert page.widen("sentence", (4, 6)) == (0, 7)
    assert page.widen("sentence", (4, 10)) == (0, 15)
    assert page.widen("paragraph", (4, 6)) == (0, 15)


def test_an_empty_page_has_nowhere_to_go() -> None:
    page = Page(" \n ")
    assert (page.first, page.last) == (0, 0)
    assert page.find_next("word", 0) == page.find_previous("sentence", 0) == 0
