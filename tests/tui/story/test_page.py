from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.budget import examples
from textreuse import split_paragraphs, split_sentences, split_words
from tui.story.page import Extent, Page, Unit

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


@given(text=TEXTS, size=st.integers(1, 12))
@examples(60)
def test_units_found_a_piece_at_a_time_are_those_of_the_whole_text(text: str, size: int) -> None:
    every: dict[Unit, list[int]] = {
        "word": split_words(text).starts,
        "sentence": [start for start, _ in split_sentences(text)],
        "paragraph": [start for start, _ in split_paragraphs(text)],
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.story.page._WORDS_IN", size)
        page = Page(text)
        for unit, starts in every.items():
            whole = [at for at in starts if at == page.first or page.grapheme_at(at)[0] == at]
            for at in range(len(text)):
                after = min((start for start in whole if start > at), default=page.last)
                before = max((start for start in whole if start < at), default=page.first)
                assert page.find_next(unit, at) == after
                assert page.find_previous(unit, at) == before


@given(text=TEXTS, ends=st.tuples(st.integers(0, 80), st.integers(0, 80)))
@examples(60)
def test_what_is_widened_holds_every_unit_that_it_touches(text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(min(each, len(text)) for each in ends)

    def grow(units: list[Extent]) -> Extent:
        touched = [one for one in units if one[0] < end and start < one[1]] or [(start, end)]
        return min(start, touched[0][0]), max(end, touched[-1][1])

    page = Page(text)
    assert page.widen("sentence", (start, end)) == grow(split_sentences(text))
    assert page.widen("paragraph", (start, end)) == grow(split_paragraphs(text))
