from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.textreuse.stories import BELLS, FERRY, KEEPER, RAIN, any_texts, odd_texts, quick
from textreuse import Span
from tui.story.display.passage_context import context_of, keep_beginning, keep_ending, make_flowing

ARTICLE = f"{KEEPER} {FERRY}\n\n{BELLS} {RAIN}"
PASSAGE = Span(0, ARTICLE.index(FERRY), ARTICLE.index(FERRY) + len(FERRY))


def test_where_there_is_room_all_is_shown_and_paragraphs_are_told() -> None:
    found = context_of(ARTICLE, PASSAGE, 400)
    assert found[:3] == (f"{KEEPER} ", FERRY, f" ¶ {BELLS} {RAIN}")


def test_what_stands_around_is_cut_between_words() -> None:
    before, shared, after = context_of(ARTICLE, PASSAGE, 130)[:3]
    assert shared == FERRY
    assert before == "…keeper since the great storm. "
    assert after == " ¶ Divers brought up two bells…"


def test_a_long_passage_keeps_both_its_edges() -> None:
    whole = Span(0, 0, len(ARTICLE))
    before, shared, after = context_of(ARTICLE, whole, 100)[:3]
    assert (before, after) == ("", "")
    assert shared.startswith("Nobody in the village")
    assert " … " in shared
    assert shared.endswith("the middle of next week.")


def test_a_word_of_the_passage_is_found_unless_it_is_left_out() -> None:
    whole = Span(0, 0, len(ARTICLE))
    for cells in (100, 900):
        found = context_of(ARTICLE, whole, cells)
        shown = []
        for match in re.finditer(r"\w+", ARTICLE):
            place = found.find(ARTICLE, whole, Span(0, *match.span()))
            if place is not None:
                assert found.shared[slice(*place)] == match.group()
                shown.append(match.group())
        assert shown == re.findall(r"\w+", found.shared)


def test_a_text_without_spaces_is_cut_anywhere() -> None:
    assert keep_beginning("潮汐闸门在周四凌晨", 9) == "潮汐闸门…"
    assert keep_ending("潮汐闸门在周四凌晨", 9) == "…周四凌晨"


def test_a_grapheme_is_never_cut() -> None:
    family = "👩‍👩‍👧‍👦"
    assert keep_beginning(family * 3, 5) == f"{family * 2}…"
    assert keep_ending(family * 3, 5) == f"…{family * 2}"


def test_spaces_at_the_ends_stay_and_controls_are_made_visible() -> None:
    assert make_flowing(" a\tb\n c\n \nd\x1b[31m ") == " a b c ¶ d␛[31m "


@quick
@given(st.data(), odd_texts() | any_texts() | st.just(ARTICLE), st.integers(0, 200))
def test_the_context_never_takes_more_room_than_there_is(
    data: st.DataObject, text: str, cells: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = context_of(text, Span(0, start, end), cells)[:3]
    assert sum(map(cell_len, found)) <= cells
    assert not any(sign in "".join(found) for sign in "\n\t\x1b\x00\u2028\u202e")
    for part in found:
        for shown in part.strip("…").split(" … "):
            assert shown.strip() in make_flowing(text)
